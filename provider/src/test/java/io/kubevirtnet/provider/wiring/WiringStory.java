package io.kubevirtnet.provider.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Struct;
import io.kubevirtnet.provider.resource.TestDesk;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** One wiring, and what the engine would do with it. */
final class WiringStory {
  static final String URN = "urn:pulumi:test::project::kubevirtnet:index:VirtualMachineWiring::web";
  static final String ID = "vms/web";

  /** A pod network and a bridge on vms/lan. */
  static final String LAN =
      """
      virtualMachine: web
      namespace: vms
      interfaces: [{name: default, masquerade: {}}, {name: lan, bridge: {}, macAddress: '02:00:00:00:00:07'}]
      networks: [{name: default, pod: {}}, {name: lan, multus: {networkName: vms/lan}}]
      """;

  final FakeMachines cluster = new FakeMachines();
  final TestDesk desk = new TestDesk();
  final List<String> said = desk.said();
  private Optional<WiringResource> started = Optional.empty();

  WiringResource resource() {
    if (started.isEmpty()) {
      var resource = new WiringResource(c -> cluster);
      resource.configure(desk);
      started = Optional.of(resource);
    }
    return started.get();
  }

  CheckResponse check(String inputs) {
    return check(struct(inputs));
  }

  CheckResponse check(Struct inputs) {
    return resource().check(CheckRequest.newBuilder().setUrn(URN).setNews(inputs).build()).join();
  }

  DiffResponse diff(String before, String after) {
    return diff(struct(before), struct(after));
  }

  DiffResponse diff(Struct before, Struct after) {
    return resource()
        .diff(
            DiffRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setOldInputs(before)
                .setNews(after)
                .build())
        .join();
  }

  CreateResponse create(String inputs, boolean preview) {
    return resource()
        .create(
            CreateRequest.newBuilder()
                .setUrn(URN)
                .setProperties(struct(inputs))
                .setPreview(preview)
                .build())
        .join();
  }

  UpdateResponse update(String before, String after) {
    return resource()
        .update(
            UpdateRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setOldInputs(struct(before))
                .setNews(struct(after))
                .build())
        .join();
  }

  ReadResponse read(String inputs) {
    return resource()
        .read(
            ReadRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setInputs(struct(inputs))
                .setProperties(struct("guestInterfaces: []"))
                .build())
        .join();
  }

  ReadResponse importing(String id) {
    return resource().read(ReadRequest.newBuilder().setUrn(URN).setId(id).build()).join();
  }

  /** The cluster has this machine, and it runs. */
  void runs(String wiring) {
    stands(wiring);
    cluster.instance =
        Optional.of(
            tree(
                """
                status:
                  phase: Running
                  conditions: [{type: LiveMigratable, status: 'True'}]
                  interfaces:
                    - {name: lan, mac: '02:00:00:00:00:07', ipAddress: 10.1.0.7, ipAddresses: [10.1.0.7], podInterfaceName: pod094a367b026, interfaceName: enp2s0, linkState: up, queueCount: 1}
                    - {interfaceName: docker0, mac: '02:42:00:00:00:01'}
                """));
  }

  /** The cluster has this machine. */
  void stands(String wiring) {
    var inputs = tree(wiring);
    var devices = Tree.of("interfaces", inputs.get("interfaces").orElseThrow());
    cluster.machine =
        Optional.of(
            Tree.of(
                "spec",
                Tree.of(
                    "template",
                    Tree.of(
                        "spec",
                        Tree.of("domain", Tree.of("devices", devices))
                            .with("networks", inputs.get("networks").orElseThrow())
                            .with("hostname", "web")))));
  }

  static Struct secretData(String inputs, String networkData) {
    var secret = new Tree.Scalar(networkData, new Marks(true, Set.of()));
    return TreeWriter.VALUES_ONLY.write(tree(inputs).with("networkData", secret));
  }

  static Struct struct(String yaml) {
    return TreeWriter.VALUES_ONLY.write(tree(yaml));
  }

  static Object plain(Struct struct) {
    return InputReader.read(struct).tree().plain();
  }

  static Fields tree(String yaml) {
    try {
      return (Fields) Tree.of(new YAMLMapper().readValue(yaml, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
