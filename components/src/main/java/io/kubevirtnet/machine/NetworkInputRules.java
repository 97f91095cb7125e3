package io.kubevirtnet.machine;

import io.kubevirtnet.enums.AttachmentKind;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.stream.Stream;

/** The rules for one entry of the networks of a machine. */
final class NetworkInputRules {
  private NetworkInputRules() {}

  static void check(MachineNetwork network, Report report) {
    var spec = network.spec();
    var given = given(spec.pod(), spec.attachment(), spec.attachmentName());
    if (given.size() != 1) {
      report.add(
          MachineCatalogue.NETWORK_CHOICE,
          network.path(),
          given.isEmpty()
              ? "Nothing says which network this is."
              : "More than one of pod, attachment and attachmentName is set.");
    }
    var bindings = given(spec.binding(), spec.plugin(), spec.pluginName());
    if (bindings.size() > 1) {
      report.add(
          MachineCatalogue.BINDING_CHOICE,
          bindings.get(1).path(),
          "More than one of binding, plugin and pluginName is set.");
    }
    if (bindings.isEmpty() && given.size() == 1) {
      usual(network, report);
    }
    if (spec.macAddress().isGiven() && spec.stableMac().known().orElse(false)) {
      report.add(
          MachineCatalogue.MAC_CHOICE,
          spec.stableMac().path(),
          "stableMac and macAddress are both set.");
    }
  }

  private static void usual(MachineNetwork network, Report report) {
    var kind = network.spec().attachment().flatMap(AttachmentSpec::kind);
    report.check(
        kind,
        k -> {
          if (MachineNetwork.binding(k).isEmpty()) {
            report.add(
                MachineCatalogue.NO_USUAL_BINDING,
                network.spec().binding().path(),
                "The attachment is of kind "
                    + kind.shown()
                    + ", and nothing says how to connect it.",
                k == AttachmentKind.Macvtap
                    ? "Set plugin to a BindingPlugin with attachmentType tap for macvtap."
                    : "Take an attachment of another kind, such as linuxBridge, or a binding plugin"
                        + " that is made for "
                        + kind.shown()
                        + ".");
          }
        });
  }

  private static List<Value<?>> given(Value<?>... values) {
    return Stream.of(values).filter(Value::isGiven).toList();
  }
}
