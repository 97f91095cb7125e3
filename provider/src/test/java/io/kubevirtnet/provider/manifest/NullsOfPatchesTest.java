package io.kubevirtnet.provider.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Null;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullsOfPatchesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        apiVersion: management.loft.sh/v1
        kind: NodeProvider
        status: null
        spec: {types: [{mergeVirtualMachineTemplate: {spec: null}, cost: null}], deploy: null}
        """,
        """
        {"apiVersion": "management.loft.sh/v1", "kind": "NodeProvider", "status": null, "spec": {
          "types": [{"mergeVirtualMachineTemplate": {"spec": null}, "cost": null}], "deploy": null}}
        """
      })
  void keepsWhatIsNullInAPatchAndNowhereElse(String text) {
    var object = KubernetesDocuments.read("provider.yaml", text).get(0).fields();

    var patch = Tree.of("spec", new Null(Marks.NONE));
    assertThat(object)
        .isEqualTo(
            Tree.of("apiVersion", "management.loft.sh/v1")
                .with("kind", "NodeProvider")
                .with(
                    "spec",
                    Tree.of("types", Tree.items(Tree.of("mergeVirtualMachineTemplate", patch)))));
  }
}
