package io.kubevirtnet.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.component.Versions;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import org.junit.jupiter.api.Test;

/** The archive as a user installs it. */
class PluginInstallIT {

  @Test
  void servesComponentsFromTheInstalledArchive() {
    var archive =
        E2eFolder.path(
            "../provider/target/pulumi-resource-kubevirtnet-v" + Versions.OWN + ".tar.gz");
    try (Stack stack = Stack.inProject("install").cluster(LocalCluster.shared()).open()) {
      stack.setConfig("install:plain", "true", false);
      Run before = stack.preview(RemoteSite::stack);
      assertThat(before.succeeded()).isFalse();

      stack.pulumi(
          "plugin",
          "install",
          "resource",
          "kubevirtnet",
          Versions.OWN,
          "--file",
          archive.toString());

      assertThat(stack.pulumi("plugin", "ls")).contains("kubevirtnet", Versions.OWN);
      assertThat(stack.preview(RemoteSite::stack).orThrow().changes())
          .containsOnlyKeys(
              "br1", "vm-lan", "web", "web-cloud-init", "bridge-vm", "kv", "tenant-a");
    }
  }
}
