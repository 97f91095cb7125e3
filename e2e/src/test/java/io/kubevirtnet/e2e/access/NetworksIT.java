package io.kubevirtnet.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import io.kubevirtnet.KubevirtnetFunctions;
import io.kubevirtnet.e2e.cluster.Kubeconfig;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.inputs.ListNetworkAttachmentsArgs;
import io.kubevirtnet.outputs.ListedAttachment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Network attachments of real API servers: one that has KubeVirt, one without. */
class NetworksIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LIMIT_SECONDS = 120;
  private static final Path BINARIES = E2eFolder.path("../provider/target/kubevirtnet/bin");
  private static final String GROUP = "kubevirt.io";

  private LocalCluster with;
  private Scratch scratch;

  @BeforeEach
  void start() throws JsonProcessingException {
    with = LocalCluster.start();
    scratch = Scratch.create("networks");
    create(GROUP + "/v1", "KubeVirt", "kubevirt", "{}");
    create(
        "k8s.cni.cncf.io/v1",
        "NetworkAttachmentDefinition",
        "lan",
        "{\"config\": \"{\\\"cniVersion\\\":\\\"0.3.1\\\",\\\"name\\\":\\\"lan\\\","
            + "\\\"type\\\":\\\"bridge\\\",\\\"bridge\\\":\\\"br1\\\",\\\"vlan\\\":100}\"}");
    create(
        GROUP + "/v1",
        "VirtualMachine",
        "web",
        """
        {"runStrategy": "Halted", "template": {"spec": {"domain": {"devices": {}},
          "networks": [{"name": "n", "multus": {"networkName": "lan"}}]}}}""");
  }

  @AfterEach
  void close() {
    with.close();
    scratch.close();
  }

  @Test
  void areListedBesideAClusterWithoutKubeVirt() throws Exception {
    try (var without = LocalCluster.startWithoutKubeVirt()) {
      var contexts = Map.of("with", with.kubeconfig(), "without", without.kubeconfig());
      var listed = command(contexts, "list", "--all-contexts");

      assertThat(listed.exitCode()).isZero();
      assertThat(listed.output())
          .containsPattern("with +default +lan +bridge +br1 +100 +- +VirtualMachine default/web")
          .contains("  without: KubeVirt is not installed.")
          .contains("1 network attachment in 1 cluster (1 skipped)");

      var shown = command(contexts, "show", "default/lan", "--context", "with");

      assertThat(shown.exitCode()).isZero();
      assertThat(shown.output()).contains("vlan: 100", "used by     VirtualMachine default/web");
    }
  }

  @Test
  void reachAProgramThroughTheEngine() {
    try (var stack = Stack.inProject("networks").cluster(with).plugins(BINARIES).open()) {
      stack.preview(NetworksIT::program).orThrow();
      stack.up(NetworksIT::program).orThrow();

      assertThat(stack.outputs())
          .containsEntry("references", "[\"default/lan\"]")
          .containsEntry("bridges", "[\"br1\"]")
          .containsEntry("users", "[\"web\"]")
          .containsEntry("elsewhere", "[]");
    }
  }

  private static void program(Context ctx) {
    var all = KubevirtnetFunctions.listNetworkAttachments();
    ctx.export(
        "references",
        all.applyValue(a -> a.attachments().stream().map(ListedAttachment::reference).toList()));
    ctx.export(
        "bridges",
        all.applyValue(a -> a.attachments().stream().flatMap(l -> l.bridge().stream()).toList()));
    ctx.export(
        "users",
        all.applyValue(a -> a.attachments().get(0).usedBy().stream().map(u -> u.name()).toList()));
    ctx.export(
        "elsewhere",
        KubevirtnetFunctions.listNetworkAttachments(
                ListNetworkAttachmentsArgs.builder().namespace("elsewhere").build())
            .applyValue(a -> a.attachments().stream().map(ListedAttachment::name).toList()));
  }

  private record Done(int exitCode, String output) {}

  private Done command(Map<String, Kubeconfig> contexts, String... arguments)
      throws IOException, InterruptedException {
    var file = Files.writeString(scratch.path().resolve("kubeconfig"), kubeconfig(contexts));
    var command = BINARIES.resolve("kubevirtnet").toString();
    var output = scratch.path().resolve("output").toFile();
    var all =
        Stream.concat(
                Stream.of(command, arguments[0], "--kubeconfig", file.toString()),
                Stream.of(arguments).skip(1))
            .toList();
    var process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output).start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("%s ends", all).isTrue();
    return new Done(process.exitValue(), Files.readString(output.toPath()));
  }

  private static String kubeconfig(Map<String, Kubeconfig> contexts) {
    ObjectNode all = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Config");
    contexts.forEach(
        (name, one) -> {
          var authority =
              Base64.getEncoder().encodeToString(one.caPem().getBytes(StandardCharsets.UTF_8));
          named(all, "clusters", name)
              .putObject("cluster")
              .put("server", one.server().toString())
              .put("certificate-authority-data", authority);
          named(all, "users", name).putObject("user").put("token", one.token());
          named(all, "contexts", name).putObject("context").put("cluster", name).put("user", name);
        });
    return all.toString();
  }

  private static ObjectNode named(ObjectNode all, String list, String name) {
    return all.withArray(list).addObject().put("name", name);
  }

  private void create(String apiVersion, String kind, String name, String spec)
      throws JsonProcessingException {
    var object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("namespace", "default").put("name", name);
    object.set("spec", JSON.readTree(spec));
    var unused = with.api().create(object);
  }
}
