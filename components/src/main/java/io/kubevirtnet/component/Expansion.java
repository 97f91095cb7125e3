package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report.NotChecked;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.stream.Stream;

/** What comes out of a component. With an error among the findings it has no children. */
public record Expansion(
    List<Finding> findings, List<NotChecked> notChecked, List<Child> children, Fields outputs) {

  public Expansion {
    findings = List.copyOf(findings);
    notChecked = List.copyOf(notChecked);
    children = List.copyOf(children);
  }

  /** With more errors nothing is made. */
  Expansion refused(List<Finding> more) {
    return new Expansion(
        Stream.concat(findings.stream(), more.stream()).toList(),
        notChecked,
        List.of(),
        Fields.EMPTY);
  }

  public boolean failed() {
    return findings.stream().anyMatch(Finding::isError);
  }

  public List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  /** The same with these children. */
  Expansion with(List<Child> others) {
    return new Expansion(findings, notChecked, others, outputs);
  }
}
