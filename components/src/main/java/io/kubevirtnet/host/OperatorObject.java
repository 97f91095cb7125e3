package io.kubevirtnet.host;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.NMStateSpec;
import io.kubevirtnet.spec.TolerationSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;

/** The object that lets the operator start nmstate on the nodes. A cluster has one. */
public final class OperatorObject {
  public static final String KIND = "NMState";

  /** What the operator's own manifests call it; of two it deletes the newer one. */
  public static final String NAME = "nmstate";

  private OperatorObject() {}

  public static void check(NMStateSpec spec, Report report) {
    report.require(
        spec.probeDnsHost(),
        KubernetesName::isSubdomain,
        HostCatalogue.PROBE_HOST,
        "\"" + spec.probeDnsHost().shown() + "\" is not a host name.");
    HostPolicyRules.labels(spec.nodeSelector(), report);
    HostPolicyRules.labels(spec.infraNodeSelector(), report);
  }

  public static Fields object(NMStateSpec spec) {
    var probes = spec.probeDnsHost().map(host -> Tree.of("dns", Tree.of("host", host)));
    return Tree.of("apiVersion", HostPolicy.API_VERSION)
        .with("kind", KIND)
        .with("metadata", Tree.of("name", NAME))
        .with(
            "spec",
            Tree.fields()
                .with("probeConfiguration", probes)
                .with("nodeSelector", spec.nodeSelector())
                .with("tolerations", tolerations(spec.tolerations()))
                .with("infraNodeSelector", spec.infraNodeSelector())
                .with("infraTolerations", tolerations(spec.infraTolerations()))
                .with("logLevel", spec.logLevel()));
  }

  private static Value<?> tolerations(Value<List<Value<TolerationSpec>>> tolerations) {
    return tolerations.map(all -> all.stream().map(t -> t.map(OperatorObject::tree)).toList());
  }

  private static Fields tree(TolerationSpec t) {
    return Tree.fields()
        .with("key", t.key())
        .with("operator", t.operation())
        .with("value", t.value())
        .with("effect", t.effect())
        .with("tolerationSeconds", t.tolerationSeconds());
  }
}
