package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Optional;

/** A plan made by hand, in the order that a real one has. */
public final class PlanSketch {
  private final Draft draft = new Draft();
  private int unchanged;

  public static ObjectReference definition(String namespace, String name) {
    return new ObjectReference("NetworkAttachmentDefinition", namespace, name);
  }

  public static ObjectReference policy(String name) {
    return new ObjectReference("NodeNetworkConfigurationPolicy", "", name);
  }

  public static ObjectReference machine(String namespace, String name) {
    return new ObjectReference("VirtualMachine", namespace, name);
  }

  public PlanSketch unchanged(int number) {
    unchanged = number;
    return this;
  }

  public PlanSketch add(ResourceChange change) {
    draft.add(change);
    return this;
  }

  public PlanSketch created(ObjectReference object, String component, Tree tree) {
    return add(
        new ResourceChange(
            object,
            Action.CREATE,
            Optional.of(component).filter(c -> !c.isEmpty()),
            List.of(),
            Optional.of(tree),
            List.of(new PatchOperation("add", "", Optional.of(tree))),
            List.of(),
            List.of()));
  }

  public PlanSketch deleted(
      ObjectReference object, Tree tree, List<ObjectReference> users, String... notes) {
    return add(
        new ResourceChange(
            object,
            Action.DELETE,
            Optional.empty(),
            List.of(),
            Optional.of(tree),
            List.of(new PatchOperation("remove", "", Optional.empty())),
            users,
            List.of(notes)));
  }

  public PlanSketch changed(
      Action action, ObjectReference object, List<ObjectReference> users, PlannedField... fields) {
    var patch =
        List.of(fields).stream()
            .map(
                f ->
                    new PatchOperation(
                        "replace",
                        "/" + f.path().replace('.', '/'),
                        Optional.of(Tree.of(f.after()))))
            .toList();
    return add(
        new ResourceChange(
            object,
            action,
            Optional.empty(),
            List.of(fields),
            Optional.empty(),
            patch,
            users,
            List.of()));
  }

  public PlanSketch nodes(NodeImpact impact) {
    draft.add(impact);
    return this;
  }

  public PlanSketch newNodes(
      List<String> nodes, String policy, int wave, int worstSeconds, String... lines) {
    return nodes(
        new NodeImpact(
            nodes,
            "nodes with node-role.kubernetes.io/worker",
            List.of(policy(policy)),
            List.of(lines),
            nodes.isEmpty() ? ManagementVerdict.Kind.UNKNOWN : ManagementVerdict.Kind.UNTOUCHED,
            List.of(),
            wave,
            1,
            worstSeconds));
  }

  public PlanSketch machine(
      ObjectReference machine, Effect effect, ObjectReference because, String... lines) {
    draft.add(new MachineImpact(machine, "", effect, List.of(because), List.of(lines)));
    return this;
  }

  public PlanSketch nodeType(
      ObjectReference provider, String type, Effect effect, String... lines) {
    draft.add(new MachineImpact(provider, type, effect, List.of(provider), List.of(lines)));
    return this;
  }

  public PlanSketch join(BrokenJoin join) {
    draft.add(join);
    return this;
  }

  public PlanSketch left(String what, String where, String fix) {
    draft.add(new LeftBehind(what, where, fix));
    return this;
  }

  public PlanSketch finding(Finding finding, boolean arises) {
    draft.add(new PlannedFinding(finding, arises));
    return this;
  }

  public PlanSketch risk(Risk.Kind kind, String object, String what) {
    draft.add(Risk.of(kind, object, what));
    return this;
  }

  public PlanSketch notChecked(String what, String why) {
    draft.add(new NotChecked(what, why));
    return this;
  }

  public PlanSketch drawn(Topology before, Topology after) {
    draft.drawn(before, after);
    return this;
  }

  public Plan plan() {
    draft.unchanged(unchanged);
    return draft.plan();
  }
}
