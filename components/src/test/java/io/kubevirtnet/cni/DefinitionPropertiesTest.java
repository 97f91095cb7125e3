package io.kubevirtnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every config of the examples, whichever of its leaves is another one. */
class DefinitionPropertiesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/cni");

  @ParameterizedTest
  @ValueSource(
      strings = {"ovs", "sriov", "bond", "kube-ovn", "flannel", "calico", "ovn", "whereabouts"})
  void saysNothingMoreOfALeafThatIsNotKnownYet(String subject) {
    configs(subject)
        .forEach(
            config -> {
              var before = codes(config);
              leaves(config)
                  .forEach(
                      leaf -> {
                        var open = replaced(config, leaf, t -> new Unknown(Marks.NONE));
                        assertThat(before).as(open.toString()).containsAll(codes(open));
                      });
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ovs", "sriov", "bond", "kube-ovn", "flannel", "calico", "ovn", "whereabouts"})
  void printsNothingSecret(String subject) {
    var secret = new Scalar("hunter2", new Marks(true, Set.of()));

    configs(subject)
        .forEach(
            config ->
                leaves(config)
                    .forEach(
                        leaf ->
                            assertThat(report(replaced(config, leaf, t -> secret)).findings())
                                .extracting(Finding::toString)
                                .noneMatch(f -> f.contains("hunter2"))));
  }

  private static List<String> codes(Fields config) {
    return report(config).findings().stream().map(Finding::code).distinct().toList();
  }

  private static Report report(Fields config) {
    var report = new Report();
    DefinitionRules.check(
        new Definition(
            Value.known(new PropertyPath("metadata.name"), "lan"),
            Value.known(new PropertyPath("metadata.namespace"), "vms"),
            Fields.EMPTY,
            config,
            new PropertyPath("config")),
        Circumstances.of(Purpose.VIRTUAL_MACHINES),
        report);
    return report;
  }

  private static IntStream leaves(Tree tree) {
    return IntStream.range(0, count(tree));
  }

  private static int count(Tree tree) {
    return tree instanceof Scalar ? 1 : tree.parts().mapToInt(t -> count(t)).sum();
  }

  private static Fields replaced(Fields config, int leaf, UnaryOperator<Tree> change) {
    return (Fields) replaced(config, new int[] {leaf}, change);
  }

  private static Tree replaced(Tree tree, int[] left, UnaryOperator<Tree> change) {
    if (tree instanceof Fields f) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      f.fields().forEach((k, v) -> fields.put(k, replaced(v, left, change)));
      return new Fields(fields, f.marks());
    }
    if (tree instanceof Items l) {
      var items = new ArrayList<Tree>();
      l.items().forEach(t -> items.add(replaced(t, left, change)));
      return new Items(items, l.marks());
    }
    return left[0]-- == 0 ? change.apply(tree) : tree;
  }

  private static Stream<Fields> configs(String subject) {
    return documents(subject)
        .map(
            document -> {
              var config = document.get("config");
              return config == null
                  ? plugin((Fields) Tree.of(Objects.requireNonNull(document.get("plugin"))))
                  : (Fields) Tree.of(config);
            });
  }

  private static Fields plugin(Fields plugin) {
    var all = Tree.of("cniVersion", "1.0.0").with("name", "lan");
    for (var field : plugin.fields().entrySet()) {
      all = all.with(field.getKey(), field.getValue());
    }
    return all;
  }

  private static Stream<Map<?, ?>> documents(String subject) {
    try {
      var text = Files.readString(EXAMPLES.resolve(subject + ".yaml"));
      return Stream.of(text.split("(?m)^---\n")).map(DefinitionPropertiesTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> read(String yaml) {
    try {
      return YamlStack.YAML.readValue(yaml, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
