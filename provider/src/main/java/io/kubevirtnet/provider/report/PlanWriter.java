package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.AcknowledgedRisk;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.LeftBehind;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PatchOperation;
import io.kubevirtnet.provider.plan.PlannedField;
import io.kubevirtnet.provider.plan.PlannedFinding;
import io.kubevirtnet.provider.plan.ResourceChange;
import io.kubevirtnet.provider.plan.Risk;
import io.kubevirtnet.provider.plan.SuppressedFinding;
import io.kubevirtnet.provider.plan.Topology;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the fields in the order in which somebody would read them. */
final class PlanWriter {
  private final JsonGenerator out;

  PlanWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Writes one item of a list. */
  @FunctionalInterface
  private interface Item<T> {
    void write(T item) throws IOException;
  }

  void write(PlanDocument document) throws IOException {
    var accepted = document.accepted();
    var plan = accepted.plan();
    out.writeStartObject();
    out.writeNumberField("version", PlanJson.VERSION);
    out.writeStringField("verdict", document.verdict());
    out.writeStringField("outcome", accepted.outcome().wire());
    out.writeNumberField("exitCode", accepted.outcome().exitCode());
    out.writeObjectFieldStart("counts");
    for (var count : PlanCounts.of(accepted).entrySet()) {
      out.writeNumberField(count.getKey(), count.getValue());
    }
    out.writeEndObject();
    risks(accepted);
    objects("findings", plan.findings(), this::finding);
    objects("suppressed", accepted.suppressed(), this::suppressed);
    objects("nodes", plan.nodes(), this::node);
    objects("machines", plan.machines(), this::machine);
    objects("joins", plan.joins(), this::join);
    objects("leftBehind", plan.leftBehind(), this::left);
    objects("notChecked", plan.notChecked(), this::open);
    texts("remarks", accepted.remarks());
    objects("resources", plan.resources(), this::resource);
    out.writeObjectFieldStart("topology");
    topology("before", plan.before());
    topology("after", plan.after());
    out.writeEndObject();
    out.writeEndObject();
  }

  private void risks(AcceptedPlan accepted) throws IOException {
    Map<Risk, AcknowledgedRisk> acknowledged =
        accepted.acknowledged().stream()
            .collect(Collectors.toMap(AcknowledgedRisk::risk, Function.identity(), (a, b) -> a));
    objects(
        "risks",
        accepted.plan().risks(),
        risk -> {
          var by = Optional.ofNullable(acknowledged.get(risk));
          out.writeStringField("name", risk.name());
          out.writeStringField("kind", risk.kind().wire());
          out.writeStringField("what", risk.what());
          out.writeBooleanField("acknowledged", by.isPresent());
          if (by.isPresent()) {
            out.writeStringField("acknowledgement", by.get().by());
            out.writeStringField("reason", by.get().reason());
          }
        });
  }

  private void finding(PlannedFinding planned) throws IOException {
    FindingJson.fields(planned.finding(), out);
    out.writeBooleanField("arises", planned.arises());
  }

  private void suppressed(SuppressedFinding suppressed) throws IOException {
    finding(suppressed.planned());
    out.writeStringField("reason", suppressed.reason());
  }

  private void node(NodeImpact node) throws IOException {
    texts("nodes", node.nodes());
    out.writeStringField("selector", node.selector());
    references("policies", node.policies());
    texts("lines", node.lines());
    out.writeStringField("management", Words.of(node.management()));
    texts("touches", node.touches());
    out.writeNumberField("wave", node.wave());
    out.writeNumberField("atOnce", node.atOnce());
    out.writeNumberField("worstSeconds", node.worstSeconds());
  }

  private void machine(MachineImpact machine) throws IOException {
    FindingJson.write("machine", machine.machine(), out);
    out.writeStringField("type", machine.type());
    out.writeStringField("effect", machine.effect().wire());
    references("because", machine.because());
    texts("lines", machine.lines());
  }

  private void join(BrokenJoin join) throws IOException {
    FindingJson.write("from", join.from(), out);
    out.writeStringField("to", join.to());
    out.writeStringField("code", join.code());
    out.writeStringField("why", join.why());
    out.writeBooleanField("arises", join.arises());
  }

  private void left(LeftBehind left) throws IOException {
    out.writeStringField("what", left.what());
    out.writeStringField("where", left.where());
    out.writeStringField("fix", left.fix());
  }

  private void open(NotChecked note) throws IOException {
    out.writeStringField("what", note.what());
    out.writeStringField("why", note.why());
  }

  private void resource(ResourceChange change) throws IOException {
    FindingJson.write("resource", change.reference(), out);
    out.writeStringField("action", change.action().wire());
    if (change.component().isPresent()) {
      out.writeStringField("component", change.component().get());
    }
    objects("fields", change.fields(), this::field);
    references("users", change.users());
    texts("notes", change.notes());
    objects("patch", change.patch(), this::operation);
    if (change.object().isPresent()) {
      out.writeFieldName("object");
      TreeJson.write(change.object().get(), out);
    }
  }

  private void field(PlannedField field) throws IOException {
    out.writeStringField("path", field.path());
    out.writeStringField("before", field.before());
    out.writeStringField("after", field.after());
    out.writeStringField("consequence", field.consequence());
  }

  private void operation(PatchOperation operation) throws IOException {
    out.writeStringField("op", operation.op());
    out.writeStringField("path", operation.path());
    if (operation.value().isPresent()) {
      out.writeFieldName("value");
      TreeJson.write(operation.value().get(), out);
    }
  }

  private void topology(String name, Topology topology) throws IOException {
    out.writeObjectFieldStart(name);
    objects("boxes", topology.boxes(), this::box);
    objects("wires", topology.wires(), this::wire);
    out.writeEndObject();
  }

  private void box(Topology.Box box) throws IOException {
    out.writeStringField("id", box.id());
    out.writeStringField("layer", Words.of(box.layer()));
    out.writeStringField("parent", box.parent());
    out.writeStringField("label", box.label());
    texts("details", box.details());
    out.writeNumberField("count", box.count());
    out.writeStringField("state", Words.of(box.state()));
  }

  private void wire(Topology.Wire wire) throws IOException {
    out.writeStringField("from", wire.from());
    out.writeStringField("to", wire.to());
    out.writeStringField("label", wire.label());
    out.writeStringField("broken", wire.broken());
    out.writeStringField("state", Words.of(wire.state()));
  }

  private <T> void objects(String name, List<T> items, Item<T> item) throws IOException {
    out.writeArrayFieldStart(name);
    for (var one : items) {
      out.writeStartObject();
      item.write(one);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void references(String name, List<ObjectReference> references) throws IOException {
    out.writeArrayFieldStart(name);
    for (var reference : references) {
      FindingJson.write(reference, out);
    }
    out.writeEndArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (var text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
