package io.kubevirtnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.testing.DefinitionExample;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DefinitionRulesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/cni");

  /** The examples of src/test/resources/cni, by file. */
  @TestFactory
  Stream<DynamicTest> judges() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.sorted().toList().stream()
          .flatMap(
              file ->
                  documents(file)
                      .map(
                          d ->
                              DynamicTest.dynamicTest(
                                  file.getFileName() + ": " + nameOf(d), () -> judge(d))));
    }
  }

  private static void judge(String document) throws IOException {
    var expected = YamlStack.YAML.readValue(document, Map.class);
    var report = DefinitionExample.check(document);

    assertThat(report.findings())
        .extracting(DefinitionRulesTest::line)
        .containsExactlyElementsOf(texts(expected.get("finds")));
    if (expected.containsKey("notChecked")) {
      assertThat(report.notChecked())
          .extracting(Report.NotChecked::toString)
          .containsExactlyElementsOf(texts(expected.get("notChecked")));
    }
  }

  @Test
  void leavesOpenWhatAPreviewCanNotTell() {
    var unknown = new Unknown(Marks.NONE);
    var report =
        check(
            Tree.of("cniVersion", unknown)
                .with("name", unknown)
                .with("type", "bridge")
                .with("bridge", unknown)
                .with("vlan", unknown)
                .with(
                    "ipam",
                    Tree.of("type", "host-local")
                        .with("ranges", Tree.items(Tree.items(Tree.of("subnet", unknown))))));

    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked())
        .extracting(Report.NotChecked::toString)
        .containsExactlyInAnyOrder(
            "config.cniVersion: known after apply",
            "config.name: known after apply",
            "config.bridge: known after apply",
            "config.vlan: known after apply",
            "config.ipam.ranges[0][0].subnet: known after apply",
            "config.ipam.type: each node counts by itself: pods of two nodes get one address");
  }

  @Test
  void leavesOpenAConfigOrATypeThatIsNotKnownYet() {
    var unknown = new Unknown(Marks.NONE);

    assertThat(check(unknown).notChecked()).hasSize(1);
    assertThat(check(Tree.of("name", "lan").with("type", unknown).with("vlan", 5000)).findings())
        .isEmpty();
    assertThat(
            check(
                    Tree.of("cniVersion", "1.0.0")
                        .with("name", "lan")
                        .with("plugins", Tree.items(unknown, Tree.of("type", "sbr"))))
                .findings())
        .isEmpty();
  }

  @Test
  void namesTheInputThatAnAuthorWrote() {
    var vlan = Tree.of((Object) 5000).writtenAt(PropertyPath.ROOT.child("linuxBridge"));
    var report =
        check(
            Tree.of("cniVersion", "1.0.0")
                .with("name", "lan")
                .with("type", "bridge")
                .with("bridge", "br1")
                .with("vlan", vlan)
                .with("vlanTrunk", Tree.items(Tree.of("minID", vlan))));

    assertThat(report.findings())
        .extracting(f -> f.path().text())
        .containsExactly("linuxBridge", "linuxBridge");
  }

  /** The examples once more, with a text or number in each place that is to stay secret. */
  @TestFactory
  Stream<DynamicTest> printsNothingSecret() throws IOException {
    return Stream.of("bridge", "main-plugins", "chained-plugins", "host-local", "static-and-dhcp")
        .flatMap(name -> documents(EXAMPLES.resolve(name + ".yaml")))
        .map(d -> DynamicTest.dynamicTest(nameOf(d), () -> findsNoSecret(d)));
  }

  /** Tools name them in their messages. */
  private static final Set<String> BOUNDS = Set.of("255", "4095");

  private static void findsNoSecret(String document) {
    var secrets = new HashSet<String>();
    var report = DefinitionExample.check(document, tree -> secret("", tree, secrets));

    secrets.removeAll(BOUNDS);
    for (var finding : report.findings()) {
      var said = finding.what() + finding.upstream().map(Upstream::message).orElse("");
      assertThat(secrets).noneMatch(said::contains);
      assertThat(said).doesNotContain("2001:db8:", "10.0");
    }
  }

  private static Tree secret(String key, Tree tree, Set<String> secrets) {
    if (tree instanceof Scalar s) {
      var open = Set.of("type", "cniVersion", "name", "cniVersions").contains(key);
      var text = String.valueOf(s.value());
      boolean telling = text.chars().anyMatch(Character::isDigit) && text.length() > 2;
      if (!open && telling) {
        secrets.add(text);
        return new Scalar(s.value(), new Marks(true, Set.of()));
      }
      return tree;
    }
    if (tree instanceof Items items) {
      return new Items(
          items.items().stream().map(i -> secret(key, i, secrets)).toList(), tree.marks());
    }
    var fields = new LinkedHashMap<String, Tree>();
    ((Fields) tree).fields().forEach((k, v) -> fields.put(k, secret(k, v, secrets)));
    return new Fields(fields, tree.marks());
  }

  private static Report check(Tree config) {
    var report = new Report();
    DefinitionRules.check(
        new Definition(
            Value.known(PropertyPath.ROOT, "lan"),
            Value.known(PropertyPath.ROOT, "vms"),
            Fields.EMPTY,
            config,
            PropertyPath.ROOT.child("config")),
        Circumstances.UNSTATED,
        report);
    return report;
  }

  /** Code and path, then the tool with its words, or our own. */
  private static String line(Finding finding) {
    return finding.code().substring("KVN-".length())
        + " "
        + finding.path()
        + ": "
        + finding.upstream().map(u -> u.tool() + ": " + u.message()).orElse(finding.what());
  }

  private static String nameOf(String document) {
    return document.lines().findFirst().orElseThrow().substring("name: ".length());
  }

  private static Stream<String> documents(Path file) {
    try {
      return Stream.of(Files.readString(file).split("(?m)^---\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(String::valueOf).toList();
  }
}
