package io.kubevirtnet.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node and a policy, and everything that is said about the two. */
class NodeGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/node");
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(Feature.WRITE_DOC_START_MARKER)
              .disable(Feature.SPLIT_LINES)
              .enable(Feature.MINIMIZE_QUOTES)
              .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  static Stream<String> cases() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yaml") && !f.endsWith(".out.yaml"))
          .map(f -> f.substring(0, f.length() - 5))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatBecomesOfTheNode(String name) throws IOException {
    var input = (Fields) YamlStack.value(Files.readString(FOLDER.resolve(name + ".yaml")));
    var desired = Parts.object(input, "desired");
    var current = new NetworkState(Parts.object(input, "current"));

    var said = new LinkedHashMap<String, Object>();
    said.put("change", HostDiff.between(current, desired).lines());
    said.put("management", management(input, current, desired));
    var revert = Revert.of(desired, current);
    said.put(
        "revert", desired.hasUnknown() ? "(not asked for before apply)" : revert.state().plain());
    said.put("leftBehind", revert.leftBehind());

    Golden.compare(FOLDER.resolve(name + ".out.yaml"), print(said));
  }

  private static List<String> management(Fields input, NetworkState current, Fields desired) {
    var ips = Parts.list(Parts.object(input, "node"), "internalIps");
    var path =
        ManagementPath.of(current, ips.stream().map(Tree::plain).map(String::valueOf).toList());
    var verdict = path.touchedBy(desired, current);
    var lines = new ArrayList<String>();
    path.reasons().forEach((k, v) -> lines.add(k + ": " + v));
    lines.add("verdict: " + verdict.kind() + (verdict.underBrEx() ? " under br-ex" : ""));
    lines.addAll(verdict.touches());
    verdict.risk().ifPresent(lines::add);
    return lines;
  }

  private static String print(Object plain) throws JsonProcessingException {
    return YAML.writeValueAsString(plain);
  }
}
