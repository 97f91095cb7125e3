package io.kubevirtnet.provider.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTreesTest {
  private static final int NODES = 2_000;
  private static final String ONE =
      "{\"name\": \"w%d\", \"mtu\": 1500, \"ipv4\": {\"enabled\": false, \"dhcp\": 0.0}, \"port\": [1, true]}";

  @Test
  void whatALargeTextRepeatsIsOneTreeAndMeansTheSame() {
    var text = IntStream.range(0, NODES).mapToObj(ONE::formatted).collect(Collectors.joining(","));

    var json = items(KubernetesDocuments.documents("test", "[" + text + "]"));
    var yaml =
        items(
            KubernetesDocuments.documents(
                "test",
                IntStream.range(0, NODES)
                    .mapToObj(i -> "- " + ONE.formatted(i) + "\n")
                    .collect(Collectors.joining())));

    for (int i = 0; i < NODES; i++) {
      var alone = KubernetesDocuments.documents("test", ONE.formatted(i)).get(0);
      assertThat(json.get(i)).isEqualTo(alone);
      assertThat(yaml.get(i)).isEqualTo(alone);
    }
    for (var part : List.of("mtu", "ipv4", "port")) {
      assertThat(part(json.get(9), part)).isSameAs(part(json.get(7), part));
      assertThat(part(yaml.get(9), part)).isSameAs(part(yaml.get(7), part));
    }
  }

  private static List<Tree> items(List<Tree> documents) {
    return ((Items) documents.get(0)).items();
  }

  private static Tree part(Tree tree, String name) {
    return ((Fields) tree).get(name).orElseThrow();
  }
}
