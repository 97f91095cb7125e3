package io.kubevirtnet.codegen;

/** Type of a property, as far as the schema uses Pulumi's type system. */
sealed interface Type {
  <R> R as(Cases<R> cases);

  /** What one kind of output makes of each type. */
  interface Cases<R> {
    R text();

    R flag();

    R whole();

    R any();

    R list(Type element);

    R map(Type element);

    R object(ObjectType object);

    R choice(EnumType choice);
  }

  record Text() implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.text();
    }
  }

  record Flag() implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.flag();
    }
  }

  record Whole() implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.whole();
    }
  }

  /** Whatever an author writes: JSON of any shape. */
  record Any() implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.any();
    }
  }

  record ListOf(Type element) implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.list(element);
    }
  }

  record MapOf(Type element) implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.map(element);
    }
  }

  record Reference(ObjectType object) implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.object(object);
    }
  }

  record Choice(EnumType choice) implements Type {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.choice(choice);
    }
  }
}
