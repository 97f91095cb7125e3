package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import org.junit.jupiter.api.Test;

class NodeNetworksTest {
  private static final String PROVIDER =
      """
      metadata: {name: kv}
      spec:
        properties: {kubevirt.vcluster.com/network-attachment-definition: shared}
        kubeVirt:
          clusterRef: {cluster: host, namespace: vms}
          virtualMachineTemplate:
            spec: {template: {spec: {networks: [{name: extra, multus: {networkName: storage/fast}}]}}}
          nodeTypes:
            - name: small
            - name: large
              properties: {kubevirt.vcluster.com/network-attachment-definition: net/lan}
      """;

  private final NodeNetworks nodes = new NodeNetworks();

  @Test
  void knowsWhatMachinesOfAProviderAttachTo() {
    assertThat(nodes.add(tree(PROVIDER))).isEqualTo("host");
    assertThat(nodes.ofProvider(tree(PROVIDER)))
        .containsExactly("net/lan", "storage/fast", "vms/shared");
  }

  @Test
  void looksForABareNameOfAClaimWhereItsProviderHasMachines() {
    nodes.add(tree(PROVIDER));
    var claim = claim("kv", "office");

    assertThat(nodes.cluster(claim)).isEqualTo("host");
    assertThat(nodes.ofNode(claim)).containsExactly("vms/office");
    assertThat(nodes.ofNode(claim("kv", "net/office"))).containsExactly("net/office");
    assertThat(nodes.ofNode(claim("kv", "\"\""))).isEmpty();
  }

  @Test
  void saysNothingOfAProviderThatItHasNotSeen() {
    assertThat(nodes.ofNode(claim("other", "net/office"))).isEmpty();
  }

  private static Fields claim(String provider, String attachment) {
    return tree(
        "spec: {providerRef: %s, properties: {kubevirt.vcluster.com/network-attachment-definition: %s}}"
            .formatted(provider, attachment));
  }

  private static Fields tree(String yaml) {
    try {
      return (Fields) Tree.of(new YAMLMapper().readValue(yaml, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
