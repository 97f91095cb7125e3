package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.CommaList;
import io.kubevirtnet.spec.KubeVipSpec;
import io.kubevirtnet.spec.NetrisKubeVipSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;

/**
 * The address of a virtual cluster's control plane, in the words of its vcluster.yaml.
 *
 * @param bridge that its pod is attached to
 */
public record KubeVipValues(
    NetrisInputs inputs,
    NetrisKubeVipSpec spec,
    NetrisDefinitions definitions,
    Value<String> bridge) {
  private static final int USUAL_PORT = 8443;

  /** Whether the platform is asked to do it all. */
  public boolean isByPlatform() {
    return spec.connector().isGiven();
  }

  /** With a fixed address: as it is for any control plane with one. */
  public KubeVipSpec fixed() {
    var port = spec.port().orDefault(USUAL_PORT);
    return SpecReader.read(
        Tree.of("endpoint", spec.address().with(port, (address, p) -> address + ":" + p))
            .with("attachmentName", definitions.kubeVipName())
            .with("interfaceName", spec.interfaceName())
            .with("gateway", NodeTypeProperties.network(inputs)),
        PropertyPath.ROOT,
        new Report(),
        KubeVipSpec::read);
  }

  /** The part {@code integrations}. */
  public Fields integrations() {
    return Tree.of(
        "netris",
        Tree.of("enabled", true)
            .with("connector", spec.connector())
            .with(
                "kubeVip",
                Tree.of("serverCluster", inputs.spec().serverCluster())
                    .with("bridge", bridge)
                    .with("ipRange", CommaList.of(spec.ranges()))));
  }
}
