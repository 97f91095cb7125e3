package io.kubevirtnet.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the built command says to people who have nothing but YAML. */
class ManifestsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPES = "spec.kubeVirt.nodeTypes[";
  private static final String REFERENCE =
      "properties[\"kubevirt.vcluster.com/network-attachment-definition\"]";
  private static final String CIDR = "properties[\"kubevirt.vcluster.com/network-cidr\"]";

  /** What the command printed and how it ended. */
  private record Said(int code, String text) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError(text, e);
      }
    }
  }

  @Test
  void showsTheMachineThatAnInjectionMakesAndWhereEachPropertyComesFrom() {
    var said = kubevirtnet("inject", "--provider", file("bridged.yaml"), "-o", "json");

    assertThat(said.code()).isZero();
    assertThat(said.json().fieldNames())
        .toIterable()
        .containsExactly("virtualMachine", "properties", "networkData", "findings", "assumptions");
    var machine = said.json().at("/virtualMachine/spec/template/spec");
    assertThat(machine.at("/domain/devices/interfaces"))
        .hasToString("[{\"name\":\"multus\",\"bridge\":{}}]");
    assertThat(machine.at("/networks"))
        .hasToString("[{\"name\":\"multus\",\"multus\":{\"networkName\":\"bridge-network\"}}]");
    var from = new ArrayList<String>();
    said.json()
        .get("properties")
        .properties()
        .forEach(
            p -> from.add(p.getKey().replaceFirst(".*/", "") + " " + p.getValue().get("from")));
    assertThat(from)
        .contains(
            "image-url \"provider\"",
            "network-attachment-definition \"type\"",
            "multus-default \"default\"");
    assertThat(codes(said)).containsExactly("KVN-P059");
    assertThat(said.json().get("assumptions")).isNotEmpty();
  }

  /** With definitions at hand, the one that is named has to be among them. */
  @Test
  void missesADefinitionWhenSomeAreGiven() {
    var said =
        kubevirtnet(
            "inject",
            "--provider",
            file("bridged.yaml"),
            "--nad",
            file("troubles.yaml"),
            "-o",
            "json");
    var other =
        kubevirtnet(
            "inject", "--provider", file("troubles.yaml"), "--type", "no-definition", "-o", "json");

    assertThat(codes(said)).contains("KVN-P059").doesNotContain("KVN-X042");
    assertThat(codes(other)).contains("KVN-X042");
  }

  @Test
  void tellsBeforehandWhatTheDocumentsExplainAfterwards() {
    var said = kubevirtnet("check", file("troubles.yaml"), "-o", "json");

    assertThat(said.code()).isOne();
    assertThat(said.json().get("findings"))
        .extracting(f -> f.at("/resource/name").asText(), f -> code(f), f -> f.get("path").asText())
        .contains(
            tuple("troubles", "KVN-X042", TYPES + "0]." + REFERENCE),
            tuple("broken", "KVN-A020", "spec.config"),
            tuple("elsewhere", "KVN-X030", "spec.config.bridge"),
            tuple("troubles", "KVN-P027", binding(1)),
            tuple("troubles", "KVN-P027", binding(2)),
            tuple(
                "troubles",
                "KVN-V004",
                TYPES + "3].virtualMachineTemplate.spec.template.spec.networks"),
            tuple("troubles", "KVN-X046", TYPES + "4]." + REFERENCE),
            tuple("troubles", "KVN-P060", TYPES + "5]." + CIDR),
            tuple("troubles", "KVN-P011", TYPES + "6]." + CIDR),
            tuple("troubles", "KVN-P010", TYPES + "7]." + CIDR));
  }

  private static String binding(int type) {
    return TYPES + type + "].properties[\"kubevirt.vcluster.com/interface-binding\"]";
  }

  private static List<String> codes(Said said) {
    return said.json().get("findings").valueStream().map(ManifestsIT::code).toList();
  }

  private static String code(JsonNode finding) {
    return finding.get("code").asText();
  }

  private static String file(String name) {
    return E2eFolder.path("src/test/resources/platform/" + name).toString();
  }

  private static Said kubevirtnet(String... arguments) {
    var command = E2eFolder.path("../provider/target/kubevirtnet/bin/kubevirtnet").toString();
    try {
      var process =
          new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(arguments)).toList())
              .redirectError(Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
