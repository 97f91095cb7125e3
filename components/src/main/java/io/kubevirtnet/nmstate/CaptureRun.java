package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.nmstate.CaptureExpression.Action;
import io.kubevirtnet.nmstate.CaptureToken.Kind;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one capture from what a node has and from captures taken before. */
record CaptureRun(CaptureExpression expression, Fields current, Map<String, Fields> captured) {
  private static final String INTERFACES = "interfaces";

  Fields execute() throws PolicyProblem {
    var input = input(expression.input());
    if (expression.action() == Action.KEEP) {
      return expression.key().isEmpty()
          ? input
          : PrintedState.of(CaptureTrees.only(input, expression.key()));
    }
    var value = value();
    var key = expression.key();
    var kind = key.get(0);
    var rest = key.subList(1, key.size());
    return switch (kind) {
      case INTERFACES -> interfaces(rest, value, input);
      case "routes" -> listed("routes", "route", List.of("running", "config"), rest, value, input);
      case "route-rules" ->
          listed("route-rules", "route_rule", List.of("config"), rest, value, input);
      default ->
          throw new PolicyProblem("InvalidArgument", "Unsupported capture keyword '" + kind + "'");
    };
  }

  private Fields input(Optional<String> capture) throws PolicyProblem {
    if (capture.isEmpty()) {
      return current;
    }
    var found = captured.get(capture.get());
    if (found == null) {
      throw new PolicyProblem("Capture " + capture.get() + " not found");
    }
    return found;
  }

  private Optional<String> value() throws PolicyProblem {
    var token = expression.value();
    if (token.is(Kind.NULL)) {
      return Optional.empty();
    }
    return Optional.of(
        token.is(Kind.PATH)
            ? CaptureTrees.text(CaptureTrees.get(input(expression.valueFrom()), token.path()))
            : token.text());
  }

  private Fields interfaces(List<String> path, Optional<String> value, Fields input)
      throws PolicyProblem {
    var all = list(input, INTERFACES);
    return PrintedState.of(Tree.of(INTERFACES, items(changed("interface", path, value, all))));
  }

  private Fields listed(
      String section,
      String what,
      List<String> lists,
      List<String> path,
      Optional<String> value,
      Fields input)
      throws PolicyProblem {
    boolean route = section.equals("routes");
    boolean equal = expression.action() == Action.EQUAL;
    if (path.size() != 2) {
      throw new PolicyProblem(
          route
              ? "No route " + (equal ? "search" : "replace") + " pattern found"
              : "No route rule search pattern found");
    }
    if (!lists.contains(path.get(0))) {
      throw new PolicyProblem(
          route
              ? "Only support 'running' or 'config' keyword for "
                  + (equal ? "route searching" : "replacing routes")
              : "Only support 'config' keyword for "
                  + (equal ? "searching" : "replacing")
                  + " route rules");
    }
    var part = input.get(section).orElse(Fields.EMPTY);
    var all = list(part instanceof Fields f ? f : Fields.EMPTY, path.get(0));
    var found = changed(what, path.subList(1, path.size()), value, all);
    return PrintedState.of(Tree.of(section, Tree.of(path.get(0), items(found))));
  }

  private List<Tree> changed(
      String what, List<String> path, Optional<String> value, List<Tree> items)
      throws PolicyProblem {
    if (expression.action() == Action.EQUAL) {
      return CaptureTrees.search(what, path, value.orElse(""), items);
    }
    var changed = new ArrayList<Tree>();
    for (var item : items) {
      if (item instanceof Fields fields) {
        changed.add(reread(what, CaptureTrees.update(fields, path, value)));
      }
    }
    return changed;
  }

  private static Tree reread(String what, Fields item) throws PolicyProblem {
    var problems = new Report();
    var kind =
        switch (what) {
          case "route" -> StateSchema.ROUTE;
          case "route_rule" -> StateSchema.RULE;
          default -> new InterfaceSchema();
        };
    var read = kind.read(item, PropertyPath.ROOT, Reading.into(problems));
    if (!problems.findings().isEmpty() || read.isEmpty()) {
      var words =
          problems.findings().stream()
              .flatMap(f -> f.upstream().stream())
              .map(Upstream::message)
              .findFirst()
              .orElse("");
      throw new PolicyProblem(
          "Bug",
          "Failed to deserialize "
              + ParserWords.debugFields(item)
              + " into "
              + what
              + ": "
              + words);
    }
    return read.get();
  }

  private static List<Tree> list(Fields fields, String name) {
    return fields.get(name).orElse(Tree.items()) instanceof Items l ? l.items() : List.of();
  }

  private static Items items(List<Tree> items) {
    return new Items(items, Marks.NONE);
  }
}
