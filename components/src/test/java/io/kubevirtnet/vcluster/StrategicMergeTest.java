package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.Sets;
import io.kubevirtnet.testing.Golden;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategicMergeTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/vcluster");
  private static final PropertyPath TEMPLATE = new PropertyPath("template");
  private static final PropertyPath MERGE = new PropertyPath("merge");
  private static final YAMLMapper PRINTER =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  /** Each document is a template and what is merged into it; the text says what comes of both. */
  @Test
  void mergesAsKubernetesDoes() throws IOException {
    var text = new StringBuilder();
    for (var example : examples().toList()) {
      text.append("# ").append(example.get("name").shown()).append('\n');
      text.append(rendered(merged(example))).append('\n');
    }

    Golden.compare(EXAMPLES.resolve("merge.txt"), text.toString());
  }

  static Stream<Part> examples() throws IOException {
    return Arrays.stream(Files.readString(EXAMPLES.resolve("merge.yaml")).split("(?m)^---\n"))
        .map(document -> NotPlain.of(YamlText.readPatch(document).tree().orElseThrow()))
        .map(tree -> Part.of(PropertyPath.ROOT, tree));
  }

  private static MergedTemplate merged(Part example) {
    return merged(
        example.get("template").tree().orElseThrow(), example.get("merge").tree().orElseThrow());
  }

  private static MergedTemplate merged(Tree template, Tree patch) {
    return StrategicMerge.of(
        StrategicMerge.of(Part.of(TEMPLATE, template)), Part.of(MERGE, patch), true);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void changesNothingByAnEmptyPatch(Part example) {
    var template = example.get("template").tree().orElseThrow();

    assertThat(merged(template, Fields.EMPTY).tree()).isEqualTo(template);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void saysOfWhatIsKnownNothingElseWhileALeafIsNot(Part example) {
    var template = example.get("template").tree().orElseThrow();
    var patch = example.get("merge").tree().orElseThrow();
    var known = merged(template, patch);
    if (!known.faults().isEmpty()) {
      return;
    }
    for (var open : opened(template)) {
      assertCompatible(merged(open, patch), known);
    }
    for (var open : opened(patch)) {
      assertCompatible(merged(template, open), known);
    }
  }

  private static void assertCompatible(MergedTemplate open, MergedTemplate known) {
    assertThat(open.faults()).isEmpty();
    assertThat(isCompatible(open.tree(), known.tree()))
        .as("%s%n%s", open.tree(), known.tree())
        .isTrue();
  }

  private static boolean isCompatible(Tree open, Tree known) {
    if (open instanceof Fields f && known instanceof Fields g) {
      return Sets.union(f.fields().keySet(), g.fields().keySet()).stream()
          .allMatch(
              name ->
                  f.get(name)
                      .map(
                          t ->
                              t instanceof Unknown
                                  || g.get(name).filter(u -> isCompatible(t, u)).isPresent())
                      .orElse(false));
    }
    if (open instanceof Items l && known instanceof Items m) {
      return l.items().size() == m.items().size()
          && IntStream.range(0, l.items().size())
              .allMatch(i -> isCompatible(l.items().get(i), m.items().get(i)));
    }
    return open instanceof Unknown || open.equals(known);
  }

  /** The tree with each of its leaves, one after the other, not known. */
  private static List<Tree> opened(Tree tree) {
    if (tree instanceof Fields f) {
      return f.fields().entrySet().stream()
          .flatMap(e -> opened(e.getValue()).stream().map(t -> (Tree) f.with(e.getKey(), t)))
          .toList();
    }
    if (tree instanceof Items l) {
      return IntStream.range(0, l.items().size())
          .boxed()
          .flatMap(i -> opened(l.items().get(i)).stream().map(t -> replaced(l, i, t)))
          .toList();
    }
    return List.of(new Unknown(tree.marks()));
  }

  private static Tree replaced(Items list, int at, Tree item) {
    var items = new ArrayList<>(list.items());
    items.set(at, item);
    return new Items(items, list.marks());
  }

  private static String rendered(MergedTemplate merged) {
    var text = new StringBuilder(yaml(merged.tree()));
    merged.faults().forEach(f -> text.append(f.path()).append(": ").append(f.kind()).append('\n'));
    merged
        .places()
        .inputs()
        .forEach(
            (place, input) -> text.append(place).append(" <- ").append(input.path()).append('\n'));
    return text.toString();
  }

  private static String yaml(Tree tree) {
    try {
      return PRINTER.writeValueAsString(NotPlain.shown(tree).plain());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsOfATextOnlyWhichOneItIs() {
    var template = StrategicMerge.of(part("template", "spec: {template: {spec: {hostname: a}}}"));
    var text = part("merge", "spec: {template: {spec: {hostname: b, taints: {$patch: x}}}}");

    var merged = StrategicMerge.of(template, text, false);

    assertThat(merged.places().input(new PropertyPath("spec.template.spec.hostname")))
        .isEqualTo(MERGE);
    assertThat(merged.places().input(new PropertyPath("spec.template")))
        .isEqualTo(new PropertyPath("template.spec.template"));
  }

  private static Part part(String path, String yaml) {
    return Part.of(new PropertyPath(path), YamlText.readPatch(yaml).tree().orElseThrow());
  }
}
