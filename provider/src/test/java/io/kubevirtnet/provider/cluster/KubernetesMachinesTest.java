package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.netris.RunningMachines.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesMachinesTest {
  private final FakeApiServer server = new FakeApiServer();
  private final MachineSource machines =
      ClusterAccess.machines(
          Optional.of(server.kubeconfig()), Optional.empty(), Duration.ofSeconds(20));

  @AfterEach
  void close() {
    machines.close();
    server.close();
  }

  private void instance(String name, String phase, String node, String network) {
    server.put(
        ApiKind.MACHINES,
        """
        {"metadata": {"namespace": "vms", "name": "%s"},
         "spec": {"networks": [{"name": "default", "pod": {}},
                               {"name": "lan", "multus": {"networkName": "%s"}}]},
         "status": {"phase": "%s", "nodeName": "%s"}}
        """
            .formatted(name, network, phase, node));
  }

  @Test
  void tellsWhichMachinesRunOnAnAttachmentAndWhere() {
    instance("web", "Running", "srv-1", "lan");
    instance("db", "Running", "srv-2", "vms/lan");
    instance("done", "Succeeded", "srv-1", "lan");
    instance("other", "Running", "srv-1", "vms/office");
    instance("young", "Scheduling", "", "lan");

    assertThat(machines.running(List.of("vms/lan", "vms/dmz")))
        .isEqualTo(
            RunningMachines.of(
                List.of(
                    new Machine("vms/db", "srv-2"),
                    new Machine("vms/web", "srv-1"),
                    new Machine("vms/young", ""))));
  }

  @Test
  void readsThemInPages() {
    IntStream.range(0, 1_100).forEach(i -> instance("m" + i, "Running", "srv-1", "lan"));

    assertThat(machines.running(List.of("vms/lan")).machines().orElseThrow()).hasSize(1_100);
  }
}
