package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentApi;
import io.kubevirtnet.enums.CniVersion;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.BindingCniSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;

/** The definition that brings the CNI program of a network binding plugin into a machine's pod. */
public final class BindingDefinition {
  private BindingDefinition() {}

  /**
   * The attachment that it is, though no machine names it: KubeVirt adds it by itself.
   *
   * @param name of the definition
   */
  public static DesiredAttachment of(BindingCniSpec cni, Value<String> name) {
    var none = PropertyPath.ROOT;
    return new DesiredAttachment(
        name,
        List.of(cni.namespace()),
        List.of(new BindingPlug(cni.path(), cni.program(), cni.config())),
        Chain.none(none),
        Value.known(none, CniVersion.V1_0_0),
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        new Value.Absent<>(none),
        AttachmentApi.NetworkAttachmentDefinition);
  }

  public static void check(DesiredAttachment definition, Report report) {
    definition.namespaces().forEach(n -> Namespaces.check(n, report));
    AttachmentRules.check(definition, report);
  }
}
