package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.AcknowledgedRisk;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.LeftBehind;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Outcome;
import io.kubevirtnet.provider.plan.PatchOperation;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedField;
import io.kubevirtnet.provider.plan.PlannedFinding;
import io.kubevirtnet.provider.plan.ResourceChange;
import io.kubevirtnet.provider.plan.Risk;
import io.kubevirtnet.provider.plan.SuppressedFinding;
import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.value.PropertyPath;
import java.util.ArrayList;
import java.util.Optional;

/** Reads what a {@link PlanWriter} wrote; fields that it does not know are somebody else's. */
final class PlanReader {
  private final String source;

  PlanReader(String source) {
    this.source = source;
  }

  PlanDocument document(JsonNode json) {
    var root = new JsonFields(source + ": ", json);
    var topology = root.child("topology");
    var plan =
        new Plan(
            root.list("resources", PlanReader::resource),
            root.child("counts").number("unchanged"),
            root.list("nodes", PlanReader::node),
            root.list("machines", PlanReader::machine),
            root.list("joins", PlanReader::join),
            root.list(
                "leftBehind", l -> new LeftBehind(l.text("what"), l.text("where"), l.text("fix"))),
            root.list("findings", PlanReader::planned),
            root.list("risks", PlanReader::risk),
            root.list("notChecked", n -> new NotChecked(n.text("what"), n.text("why"))),
            topology(topology.child("before")),
            topology(topology.child("after")));
    var open = new ArrayList<Risk>();
    var acknowledged = new ArrayList<AcknowledgedRisk>();
    for (var risk :
        root.list(
            "risks",
            r ->
                new AcknowledgedRisk(
                    risk(r),
                    r.flag("acknowledged") ? r.text("acknowledgement") : "",
                    r.flag("acknowledged") ? r.text("reason") : ""))) {
      if (risk.by().isEmpty()) {
        open.add(risk.risk());
      } else {
        acknowledged.add(risk);
      }
    }
    return new PlanDocument(
        root.text("verdict"),
        new AcceptedPlan(
            plan,
            root.choice("outcome", Outcome.class),
            root.list("suppressed", s -> new SuppressedFinding(planned(s), s.text("reason"))),
            open,
            acknowledged,
            root.texts("remarks")));
  }

  private static Risk risk(JsonFields risk) {
    return new Risk(risk.choice("kind", Risk.Kind.class), risk.text("name"), risk.text("what"));
  }

  private static PlannedFinding planned(JsonFields f) {
    var upstream =
        f.node().has("upstream")
            ? Optional.of(upstream(f.child("upstream")))
            : Optional.<Upstream>empty();
    return new PlannedFinding(
        new Finding(
            f.text("code"),
            f.choice("severity", Severity.class),
            new PropertyPath(f.text("path")),
            f.text("message"),
            f.text("why"),
            f.text("fix"),
            f.node().has("resource") ? Optional.of(f.reference("resource")) : Optional.empty(),
            upstream),
        f.flag("arises"));
  }

  private static Upstream upstream(JsonFields u) {
    return new Upstream(u.text("tool"), u.text("type"), u.text("field"), u.text("message"));
  }

  private static ResourceChange resource(JsonFields r) {
    return new ResourceChange(
        r.reference("resource"),
        r.choice("action", Action.class),
        r.textIfThere("component"),
        r.list(
            "fields",
            f ->
                new PlannedField(
                    f.text("path"), f.text("before"), f.text("after"), f.text("consequence"))),
        TreeJson.find(r.node(), "object"),
        r.list(
            "patch",
            o ->
                new PatchOperation(o.text("op"), o.text("path"), TreeJson.find(o.node(), "value"))),
        r.list("users", JsonFields::reference),
        r.texts("notes"));
  }

  private static NodeImpact node(JsonFields n) {
    return new NodeImpact(
        n.texts("nodes"),
        n.text("selector"),
        n.list("policies", JsonFields::reference),
        n.texts("lines"),
        n.choice("management", ManagementVerdict.Kind.class),
        n.texts("touches"),
        n.number("wave"),
        n.number("atOnce"),
        n.number("worstSeconds"));
  }

  private static MachineImpact machine(JsonFields m) {
    return new MachineImpact(
        m.reference("machine"),
        m.text("type"),
        m.choice("effect", Effect.class),
        m.list("because", JsonFields::reference),
        m.texts("lines"));
  }

  private static BrokenJoin join(JsonFields j) {
    return new BrokenJoin(
        j.reference("from"), j.text("to"), j.text("code"), j.text("why"), j.flag("arises"));
  }

  private static Topology topology(JsonFields t) {
    return new Topology(
        t.list(
            "boxes",
            b ->
                new Topology.Box(
                    b.text("id"),
                    b.choice("layer", Topology.Layer.class),
                    b.text("parent"),
                    b.text("label"),
                    b.texts("details"),
                    b.number("count"),
                    b.choice("state", Topology.State.class))),
        t.list(
            "wires",
            w ->
                new Topology.Wire(
                    w.text("from"),
                    w.text("to"),
                    w.text("label"),
                    w.text("broken"),
                    w.choice("state", Topology.State.class))));
  }
}
