package io.kubevirtnet.finding;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Collects what the rules find in one component, and what they could not check. */
public final class Report {
  private final List<Finding> findings = new ArrayList<>();
  private final Set<NotChecked> notChecked = new LinkedHashSet<>();

  /** Something that a rule had to leave open, and why. */
  public record NotChecked(PropertyPath path, String why) {
    @Override
    public String toString() {
      return path.text().isEmpty() ? why : path + ": " + why;
    }
  }

  public void add(Finding finding) {
    findings.add(finding);
  }

  /** The rule's own fix says enough. */
  public void add(Rule rule, PropertyPath path, String what) {
    add(rule, path, what, rule.fix());
  }

  public void add(Rule rule, PropertyPath path, String what, String fix) {
    findings.add(Finding.of(rule, path, what, fix));
  }

  public void notChecked(PropertyPath path, String why) {
    notChecked.add(new NotChecked(path, why));
  }

  /** Looks at a value when it is known; notes that it was not checked when it is not known yet. */
  public <T> void check(Value<T> value, Consumer<? super T> rule) {
    value.ifKnown(rule);
    if (value.isUnknown()) {
      notChecked(value.path(), "known after apply");
    }
  }

  /** A finding when the value is known and does not pass. */
  public <T> void require(
      Value<T> value, Predicate<? super T> passes, Rule rule, String what, String fix) {
    check(
        value,
        v -> {
          if (!passes.test(v)) {
            add(rule, value.path(), what, fix);
          }
        });
  }

  /** The same, where the rule's own fix says enough. */
  public <T> void require(Value<T> value, Predicate<? super T> passes, Rule rule, String what) {
    require(value, passes, rule, what, rule.fix());
  }

  /** A finding when the text is known and something is wrong with it, in words that follow it. */
  public void refuse(Value<String> text, Function<String, Optional<String>> problem, Rule rule) {
    check(
        text,
        t ->
            problem
                .apply(t)
                .ifPresent(p -> add(rule, text.path(), "\"" + text.shown() + "\" " + p + ".")));
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  public List<NotChecked> notChecked() {
    return List.copyOf(notChecked);
  }
}
