package io.kubevirtnet.provider.role;

import io.kubevirtnet.provider.doctor.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody wants to do. */
public enum Operation {
  /** {@code pulumi preview}, {@code kubevirtnet plan --context}, {@code list} and {@code show}. */
  PREVIEW("Reads what previews, plans and lists of networks look at; writes nothing."),
  /** {@code pulumi up} and {@code pulumi destroy}, with their preview. */
  APPLY("Reads and writes what a stack with networks makes."),
  DOCTOR("Reads what kubevirtnet doctor looks at; writes nothing.");

  private final String description;

  Operation(String description) {
    this.description = description;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  /** In a stable order, each once. */
  public List<Permission> permissions() {
    return switch (this) {
      case PREVIEW -> distinct(Permissions.LOOKING.stream());
      case APPLY ->
          distinct(
              Stream.of(Permissions.LOOKING, Permissions.POLICIES, Permissions.MAKING)
                  .flatMap(List::stream));
      case DOCTOR -> distinct(Reads.ALL.stream().map(Operation::permission));
    };
  }

  private static Permission permission(Reads.Read read) {
    var permission = Permission.of(read.group(), read.resource(), read.verb(), read.why());
    return read.machines() ? permission.inOneNamespace() : permission;
  }

  private static List<Permission> distinct(Stream<Permission> all) {
    var kept = new ArrayList<Permission>();
    all.filter(p -> kept.stream().noneMatch(k -> k.allows(p))).forEach(kept::add);
    return List.copyOf(kept);
  }
}
