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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

  /** All that another report says. */
  public void addAll(Report other) {
    findings.addAll(other.findings);
    notChecked.addAll(other.notChecked);
  }

  /**
   * What another report says and this one does not, each thing once: nothing more at a place where
   * something is wrong already, and advice about a place only when nothing was said there before.
   */
  public void addNews(Report other) {
    var wrong = places(Finding::isError);
    var mentioned = places(f -> true);
    other.findings.stream()
        .filter(f -> !(f.isError() ? wrong : mentioned).contains(f.path()))
        .distinct()
        .forEach(this::add);
    notChecked.addAll(other.notChecked);
  }

  private Set<PropertyPath> places(Predicate<Finding> which) {
    return findings.stream().filter(which).map(Finding::path).collect(Collectors.toSet());
  }

  /** The same, said at the places where an author wrote what this is about. */
  public Report moved(UnaryOperator<PropertyPath> place) {
    return moved(f -> f.at(place.apply(f.path())), place);
  }

  /** The same, where a finding says more than another place. */
  public Report moved(UnaryOperator<Finding> finding, UnaryOperator<PropertyPath> place) {
    var moved = new Report();
    findings.forEach(f -> moved.add(finding.apply(f)));
    notChecked.forEach(n -> moved.notChecked(place.apply(n.path()), n.why()));
    return moved;
  }

  /** The same without the other findings. */
  public Report only(Predicate<Finding> which) {
    var only = new Report();
    findings.stream().filter(which).forEach(only::add);
    only.notChecked.addAll(notChecked);
    return only;
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
