package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.nmstate.Captures.Captured;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills the templates of a state.
 *
 * @param captured what was captured on the node, when it is known
 * @param names the captures that there are
 * @param complete whether these are all of them
 */
record TemplateFill(
    Optional<Captured> captured, Set<String> names, boolean complete, Report report) {

  Tree fill(Tree tree, PropertyPath path) {
    if (tree instanceof Fields fields) {
      var filled = new LinkedHashMap<String, Tree>();
      fields.fields().forEach((k, v) -> filled.put(k, fill(v, path.child(k))));
      return new Fields(filled, fields.marks());
    }
    if (tree instanceof Items items) {
      var filled = new ArrayList<Tree>();
      for (int i = 0; i < items.items().size(); i++) {
        filled.add(fill(items.items().get(i), path.index(i)));
      }
      return new Items(filled, items.marks());
    }
    return tree instanceof Scalar s && s.value() instanceof String text
        ? string(s, text, path)
        : tree;
  }

  private Tree string(Scalar tree, String text, PropertyPath path) {
    var place = tree.written().orElse(path);
    try {
      var template = Template.parse(text);
      if (template.reference().isEmpty()) {
        return tree;
      }
      var value = value(template.reference().get(), path);
      return value.isPresent() ? filled(template, tree, value.get()) : tree;
    } catch (PolicyProblem e) {
      var shown = tree.marks().secret() ? Part.SECRET : text;
      Captures.refuse(
          TrafficCatalogue.TEMPLATE, place, "\"" + shown + "\" can not be filled.", e, report);
      return tree;
    }
  }

  private Optional<Tree> value(List<String> reference, PropertyPath path) throws PolicyProblem {
    if (reference.size() < 2) {
      throw new PolicyProblem(
          "Invalid capture reference string, should be in the format"
              + " capture.<capture_name>.<property_path>");
    }
    if (!reference.get(0).equals("capture")) {
      throw new PolicyProblem("Can only refer to captured data");
    }
    var name = reference.get(1);
    if (!names.contains(name)) {
      if (complete) {
        throw new PolicyProblem("Failed to find capture " + name);
      }
      report.notChecked(path, "whether there is a capture " + name);
      return Optional.empty();
    }
    var state = captured.map(c -> c.states().get(name));
    if (state.isEmpty()) {
      report.notChecked(path, "a capture decides it on each node");
      return Optional.empty();
    }
    return Optional.of(
        CaptureTrees.get(state.get().fields(), reference.subList(2, reference.size())));
  }

  private static Tree filled(Template template, Scalar tree, Tree value) throws PolicyProblem {
    boolean alone = template.before().isEmpty() && template.after().isEmpty();
    boolean isText = value instanceof Scalar s && s.value() instanceof String;
    if (!isText) {
      if (!alone) {
        throw new PolicyProblem(
            "The resolved reference result is object or array, hence you cannot add prefix or"
                + " postfix");
      }
      return value;
    }
    only(template.before(), "before");
    only(template.after(), "after");
    return Scalars.like(
        tree,
        String.join("", template.before())
            + Scalars.text(value)
            + String.join("", template.after()));
  }

  private static void only(List<String> words, String where) throws PolicyProblem {
    if (words.stream().anyMatch(Template::isPath)) {
      throw new PolicyProblem("Only allows string " + where + " reference");
    }
  }
}
