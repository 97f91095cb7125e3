package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.Plans.BR1;
import static io.kubevirtnet.provider.plan.Plans.WEB;
import static io.kubevirtnet.provider.plan.Plans.lines;
import static io.kubevirtnet.provider.plan.Plans.only;
import static io.kubevirtnet.provider.plan.Plans.plan;
import static io.kubevirtnet.provider.plan.Plans.scene;
import static io.kubevirtnet.provider.plan.Plans.side;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveSideTest {
  private static final String LIVE_WEB =
      WEB.replace(
                  "metadata: {name: web, namespace: vms}",
                  """
              metadata:
                name: web
                namespace: vms
                uid: 0b9d
                generation: 3
                resourceVersion: "77"
                creationTimestamp: "2026-01-01T00:00:00Z"
                managedFields: [{manager: kubectl}]
                finalizers: [kubevirt.io/virtualMachineControllerFinalize]
                annotations: {kubevirt.io/latest-observed-api-version: v1}"""
                      .indent(0)
                      .strip())
              .replace(
                  "      domain:\n",
                  "      architecture: amd64\n      domain:\n"
                      + "        machine: {type: q35}\n        firmware: {uuid: 5d30}\n")
          + "status: {ready: true}\n";

  @Test
  void whatTheServerFilledInIsNoChange() {
    assertThat(plan(side(LIVE_WEB).fromCluster(), side(WEB), scene()).isEmpty()).isTrue();
  }

  @Test
  void itIsOneBetweenManifestsButForWhatOnlyAServerWrites() {
    var change = only(plan(side(LIVE_WEB), side(WEB), scene()));

    assertThat(lines(change))
        .allMatch(
            l ->
                l.startsWith("metadata.finalizers")
                    || l.contains("architecture")
                    || l.contains("machine")
                    || l.contains("firmware"))
        .hasSize(4);
  }

  @Test
  void whatTheNewSideStatesIsComparedAllTheSame() {
    var after = WEB.replace("      domain:\n", "      architecture: arm64\n      domain:\n");

    assertThat(lines(only(plan(side(LIVE_WEB).fromCluster(), side(after), scene()))))
        .containsExactly("spec.template.spec.architecture: amd64 -> arm64");
  }

  @Test
  void whatWasDeclaredBeforeAndIsNotNowIsAChange() {
    var declared =
        BR1.replace(
                "metadata: {name: br1}",
                "metadata:\n  name: br1\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{\"spec\":{\"maxUnavailable\":2}}'\n")
            .replace("spec:\n", "spec:\n  maxUnavailable: 2\n");

    assertThat(lines(only(plan(side(declared).fromCluster(), side(BR1), scene()))))
        .containsExactly("spec.maxUnavailable: 2 -> (none)");
    assertThat(
            plan(
                    side(BR1.replace("spec:\n", "spec:\n  maxUnavailable: 2\n")).fromCluster(),
                    side(BR1),
                    scene())
                .isEmpty())
        .isTrue();
  }

  @Test
  void itemsOfListsGoWithTheirLists() {
    var more = WEB.replace("model: virtio", "model: virtio, tag: x");

    assertThat(lines(only(plan(side(more).fromCluster(), side(WEB), scene()))))
        .containsExactly("spec.template.spec.domain.devices.interfaces[lan].tag: x -> (none)");
  }

  @Test
  void ourStampOnAPolicyDoesNotCount() {
    var stamped =
        BR1.replace(
            "metadata: {name: br1}",
            "metadata: {name: br1, annotations: {kubevirtnet.io/owner: urn, kubevirtnet.io/hash: x}}");

    assertThat(plan(side(stamped), side(BR1), scene()).isEmpty()).isTrue();
  }

  @Test
  void anOpenSecretIsTheOneThatTheServerMakesOfIt() {
    var open =
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n";
    var live =
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: Opaque\ndata: {password: aHVudGVyMg==}\n";

    assertThat(plan(side(live).fromCluster(), side(open), scene()).isEmpty()).isTrue();
  }
}
