package io.kubevirtnet.provider.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the examples of the catalogue do not show. */
class DoctorTest {
  private static final String LAN =
      """
      apiVersion: k8s.cni.cncf.io/v1
      kind: NetworkAttachmentDefinition
      metadata: {name: lan, namespace: default}
      spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br1","disableContainerInterface":true}'}
      ---
      """;

  @Test
  void findsNothingInAHealthyCluster() {
    var checkups = WrittenCluster.healthy().examine();

    assertThat(symptoms(checkups)).isEmpty();
    assertThat(notes(checkups)).isEmpty();
    assertThat(checkups.stream().flatMap(c -> c.fine().stream()))
        .contains(
            "KubeVirt v1.9.0 is deployed, and its components run.",
            "Multus runs on 1 node.",
            "A handler runs on each of 1 ready node.");
  }

  @Test
  void findsNothingInAMachineThatRunsAsItShould() {
    var checkups =
        examine(
            LAN
                + """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: web, namespace: default}
                spec: {runStrategy: Always, template: {spec: {domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: web, namespace: default}
                spec:
                  domain: {devices: {interfaces: [{name: lan, bridge: {}}]}}
                  networks: [{name: lan, multus: {networkName: lan}}]
                  volumes: [{name: init, cloudInitNoCloud: {networkData: '{network: {version: 2, ethernets: {enp1s0: {addresses: [10.0.0.5/24], routes: [{to: default, via: 10.0.0.1}], nameservers: {addresses: [10.0.0.2]}}}}}'}}]
                status:
                  phase: Running
                  conditions: [{type: AgentConnected, status: "True"}]
                  interfaces: [{name: lan, infoSource: "domain, guest-agent, multus-status", interfaceName: enp1s0, ipAddress: 10.0.0.5, ipAddresses: [10.0.0.5, "fe80::1"]}]
                """);

    assertThat(symptoms(checkups)).isEmpty();
    assertThat(notes(checkups)).isEmpty();
  }

  @Test
  void saysOfAClusterWithoutAnythingWhatIsMissing() {
    var checkups = examine("cluster: {without: ['*']}");

    assertThat(codes(checkups)).containsExactly("KVN-D010", "KVN-D015", "KVN-D017");
  }

  @Test
  void saysOfAClusterThatMayNotBeReadWhichPermissionsAreMissing() {
    var checkups = examine("cluster: {refused: ['*'], userRefused: ['*'], silent: true}");

    assertThat(codes(checkups)).containsOnly("KVN-D001", "KVN-D003");
    var required =
        Reads.ALL.stream().filter(r -> !r.optional()).map(Reads.Read::resource).distinct().toList();
    assertThat(symptoms(checkups)).hasSize(required.size() + 1);
    assertThat(notes(checkups)).contains("not allowed to list nodes");
  }

  @Test
  void readsOneNamespaceWhereAllAreRefused() {
    var cluster =
        WrittenCluster.with(
            """
            cluster: {refusedInAll: [network-attachment-definitions.k8s.cni.cncf.io]}
            ---
            """
                + LAN
                + """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: web, namespace: default}
                spec: {template: {spec: {domain: {devices: {}}, networks: [{name: a, multus: {networkName: lan}}, {name: b, multus: {networkName: net/other}}, {name: c, multus: {networkName: gone}}]}}}
                """);

    var checkups = Doctor.examine(cluster.picture(Optional.of("default")));

    assertThat(codes(checkups)).containsExactly("KVN-D043");
    assertThat(symptoms(checkups).get(0).finding().what())
        .isEqualTo("Its network c names default/gone, which is not there.");
    assertThat(notes(checkups))
        .contains("net/other: not allowed to list network attachments there");
  }

  @Test
  void looksAtMachinesOfOneNamespace() {
    var machine =
        """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachine
        metadata: {name: web, namespace: other}
        spec: {template: {spec: {domain: {devices: {}}, networks: [{name: c, multus: {networkName: gone}}]}}}
        """;

    var cluster = WrittenCluster.with(machine);

    assertThat(codes(Doctor.examine(cluster.picture(Optional.of("default"))))).isEmpty();
    assertThat(codes(Doctor.examine(cluster.picture(Optional.of("other")))))
        .containsExactly("KVN-D043");
  }

  @Test
  void proposesTheAttachmentOfThatNameInAnotherNamespace() {
    var checkups =
        examine(
            LAN
                + """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: web, namespace: vms}
                spec: {template: {spec: {domain: {devices: {}}, networks: [{name: c, multus: {networkName: lan}}]}}}
                """);

    assertThat(symptoms(checkups))
        .filteredOn(s -> s.finding().code().equals("KVN-D043"))
        .singleElement()
        .satisfies(
            s -> assertThat(s.finding().fix()).isEqualTo("Write default/lan if that is meant."));
  }

  @Test
  void namesFiveOfManyNodes() {
    var nodes =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    "apiVersion: v1\nkind: Node\nmetadata: {name: n%03d}\nstatus: {conditions: [{type: Ready, status: \"True\"}]}\n"
                        .formatted(i))
            .collect(Collectors.joining("---\n"));

    var symptoms = symptoms(examine(nodes));

    assertThat(symptoms)
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.finding().what())
                    .isEqualTo(
                        "No handler runs on 1000 of 1001 ready nodes: n000, n001, n002, n003, n004 and"
                            + " 995 more."));
  }

  @Test
  void putsNodesThatFailForOneReasonTogether() {
    var enactment =
        """
        ---
        apiVersion: nmstate.io/v1beta1
        kind: NodeNetworkConfigurationEnactment
        metadata: {name: %1$s.br2, labels: {nmstate.io/policy: br2, nmstate.io/node: %1$s}}
        status: {policyGeneration: 2, conditions: [{type: %2$s, status: "True", reason: FailedToConfigure, message: "2026-01-01T00:00:00 log line\\nNmstateError: InvalidArgument: no port ens9, failed to execute nmstatectl apply"}]}
        """;

    var symptoms =
        symptoms(
            examine(
                """
                apiVersion: nmstate.io/v1
                kind: NodeNetworkConfigurationPolicy
                metadata: {name: br2, generation: 2}
                spec: {}
                status: {conditions: [{type: Degraded, status: "True"}]}
                """
                    + enactment.formatted("w1", "Failing")
                    + enactment.formatted("w2", "Failing")
                    + enactment.formatted("w3", "Aborted")));

    assertThat(symptoms)
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.finding().what())
                  .isEqualTo(
                      "It failed on w1, w2, and was not tried on 1 other: NmstateError:"
                          + " InvalidArgument: no port ens9.");
              assertThat(s.command()).contains("-l nmstate.io/policy=br2");
            });
  }

  @Test
  void leavesEnactmentsOfAnOlderGenerationAlone() {
    var checkups =
        examine(
            """
            apiVersion: nmstate.io/v1
            kind: NodeNetworkConfigurationPolicy
            metadata: {name: br2, generation: 3, creationTimestamp: "2026-06-01T11:59:00Z"}
            spec: {}
            status: {conditions: [{type: Progressing, status: "True", lastTransitionTime: "2026-06-01T11:59:00Z"}]}
            ---
            apiVersion: nmstate.io/v1beta1
            kind: NodeNetworkConfigurationEnactment
            metadata: {name: w1.br2, labels: {nmstate.io/policy: br2, nmstate.io/node: w1}}
            status: {policyGeneration: 2, conditions: [{type: Failing, status: "True", message: old}]}
            """);

    assertThat(codes(checkups)).isEmpty();
  }

  @Test
  void doesNotJudgeNetworkDataThatItDoesNotRead() {
    var machine =
        LAN
            + """
            apiVersion: kubevirt.io/v1
            kind: VirtualMachineInstance
            metadata: {name: web, namespace: default}
            spec:
              networks: [{name: lan, multus: {networkName: lan}}]
              volumes: [{name: init, cloudInitNoCloud: %s}]
            status: {phase: Running, interfaces: [{name: lan, infoSource: "domain, multus-status"}]}
            """;

    assertThat(notes(examine(machine.formatted("{networkDataSecretRef: {name: web}}"))))
        .contains("network data of default/web: secrets are not read")
        .contains("the guests of default/web: no guest agent is connected");
    for (var data :
        List.of("'{'", "'- a'", "''", "'version: 1'", "'version: {}'", "'version: 2'")) {
      var checkups = examine(machine.formatted("{networkData: " + data + "}"));
      assertThat(codes(checkups)).as(data).isEmpty();
    }
    assertThat(codes(examine(machine.formatted("{networkDataBase64: '***'}")))).isEmpty();
  }

  @Test
  void saysWhatNoEventTells() {
    var instance =
        """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachineInstance
        metadata: {name: web, namespace: default, creationTimestamp: "2026-06-01T11:%s:00Z"}
        spec: {}
        status: {phase: Pending, conditions: [{type: Synchronized, status: "False", reason: FailedCreate, message: "failed to locate network attachment definition default/lan."}]}
        """;

    assertThat(symptoms(examine(instance.formatted("50"))))
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.finding().what())
                    .isEqualTo(
                        "It has been in phase Pending for 10 minutes: failed to locate network"
                            + " attachment definition default/lan."));
    assertThat(codes(examine(instance.formatted("58")))).isEmpty();
  }

  @Test
  void looksAtTheSidecarsOfARunningMachineAndNotAtWhatItsPodWentThrough() {
    var running =
        """
        apiVersion: kubevirt.io/v1
        kind: VirtualMachineInstance
        metadata: {name: web, namespace: default}
        spec: {}
        status: {phase: Running, conditions: [{type: AgentConnected, status: "True"}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: virt-launcher-web-x, namespace: default, labels: {kubevirt.io: virt-launcher}, ownerReferences: [{kind: VirtualMachineInstance, name: web}]}
        spec: {nodeName: w1}
        status: {phase: Running, containerStatuses: [{name: hook-sidecar-0, state: {%s}}]}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: e, namespace: default}
        type: Warning
        reason: FailedCreatePodSandBox
        involvedObject: {kind: Pod, namespace: default, name: virt-launcher-web-x}
        message: it failed once
        """;

    assertThat(codes(examine(running.formatted("running: {}")))).isEmpty();
    assertThat(symptoms(examine(running.formatted("waiting: {reason: CrashLoopBackOff}"))))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.finding().code()).isEqualTo("KVN-D052");
              assertThat(s.command())
                  .isEqualTo(
                      "kubectl logs -n default virt-launcher-web-x -c hook-sidecar-0 --previous");
            });
  }

  @Test
  void countsAMachineThatWasUnpluggedOnPurposeAsRight() {
    var checkups =
        examine(
            LAN
                + """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: web, namespace: default}
                spec:
                  domain: {devices: {interfaces: [{name: lan, bridge: {}, state: absent}]}}
                  networks: [{name: lan, multus: {networkName: lan}}]
                status: {phase: Running, interfaces: []}
                """);

    assertThat(codes(checkups)).isEmpty();
  }

  @Test
  void doesNotAskWhoseDevicesAnAttachmentNeedsForABridge() {
    var checkups =
        examine(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: w1, labels: {kubernetes.io/os: linux}}
            status: {conditions: [{type: Ready, status: "True"}], allocatable: {bridge.network.kubevirt.io/br7: "1000"}}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: lan, namespace: default, annotations: {k8s.v1.cni.cncf.io/resourceName: bridge.network.kubevirt.io/br7}}
            spec: {config: '{"cniVersion":"0.3.1","name":"lan","type":"bridge","bridge":"br7","disableContainerInterface":true}'}
            ---
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata: {name: web, namespace: default}
            spec: {template: {spec: {domain: {devices: {}}, networks: [{name: lan, multus: {networkName: lan}}]}}}
            """);

    assertThat(codes(checkups)).isEmpty();
  }

  @Test
  void callsAClusterWithHintsHealthy() {
    var examination = new Examination("c", "a", examine(LAN));

    assertThat(examination.symptoms())
        .singleElement()
        .satisfies(s -> assertThat(s.finding().severity()).isEqualTo(Severity.INFO));
    assertThat(examination.isHealthy()).isTrue();
  }

  @Test
  void asksForNothingThatItDoesNotSay() {
    assertThat(Reads.ALL).allSatisfy(r -> assertThat(r.why()).isNotBlank());
    assertThat(Reads.ALL.stream().map(r -> r.group() + "/" + r.resource() + " " + r.verb()))
        .doesNotHaveDuplicates();
  }

  private static List<Checkup> examine(String yaml) {
    return WrittenCluster.with(yaml).examine();
  }

  private static List<Symptom> symptoms(List<Checkup> checkups) {
    return checkups.stream().flatMap(c -> c.symptoms().stream()).toList();
  }

  private static List<String> codes(List<Checkup> checkups) {
    return symptoms(checkups).stream().map(s -> s.finding().code()).toList();
  }

  private static List<String> notes(List<Checkup> checkups) {
    return checkups.stream().flatMap(c -> c.notChecked().stream()).toList();
  }
}
