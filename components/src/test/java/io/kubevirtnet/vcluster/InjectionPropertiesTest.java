package io.kubevirtnet.vcluster;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every node type. */
class InjectionPropertiesTest {
  private static final long SEED = 20_260_107;
  private static final int RUNS = 300;
  private static final ClusterConfiguration CLUSTER =
      ClusterConfiguration.of(KubeVirtRelease.newest());

  private static Stream<AnyNode> nodes(int runs) {
    return IntStream.range(0, runs).mapToObj(i -> new AnyNode(new Random(SEED + i)));
  }

  @Test
  void changesNothingInItsOwnResult() {
    nodes(RUNS)
        .forEach(
            any -> {
              var sources = any.sources();
              var node = Injection.of(sources, new Report());
              var again = Injection.of(withTemplate(sources, node), new Report());

              assertThat(again.machine().networks().stream().map(Part::tree))
                  .as(sources::toString)
                  .containsExactlyElementsOf(
                      node.machine().networks().stream().map(Part::tree).toList());
              assertThat(again.machine().interfaces().stream().map(Part::tree))
                  .containsExactlyElementsOf(
                      node.machine().interfaces().stream().map(Part::tree).toList());
            });
  }

  private static NodeSources withTemplate(NodeSources sources, EffectiveNode node) {
    var provider = sources.provider();
    return AnyNode.of(
        AnyNode.provider(
            node.virtualMachine(),
            (Fields) provider.get("spec", "properties").tree().orElseThrow(),
            (Fields) sources.type().tree().orElseThrow()));
  }

  @Test
  void leavesNetworksOfOtherNamesAlone() {
    nodes(RUNS)
        .forEach(
            any -> {
              var sources = any.sources();
              var node = Injection.of(sources, new Report());
              var template = sources.provider().get("spec", "kubeVirt", "virtualMachineTemplate");
              var spec = template.get("spec", "template", "spec");
              var before = spec.get("networks").items();
              boolean isDefault =
                  node.machine().networks().stream()
                      .anyMatch(n -> n.get("multus", "default").isTrue());

              assertThat(others(node.machine().networks()))
                  .as(sources::toString)
                  .isEqualTo(
                      others(
                          before.stream()
                              .filter(n -> !(isDefault && n.get("pod").isSet()))
                              .toList()));
              assertThat(others(node.machine().interfaces()))
                  .isEqualTo(
                      others(
                          spec.get("domain", "devices", "interfaces").items().stream()
                              .filter(n -> !(isDefault && n.get("name").is("default")))
                              .toList()));
            });
  }

  private static List<Tree> others(List<Part> items) {
    return items.stream()
        .filter(i -> !i.get("name").is("multus"))
        .map(i -> i.tree().orElseThrow())
        .toList();
  }

  @Test
  void hasTheSameNameForBothParts() {
    nodes(RUNS)
        .forEach(
            any -> {
              var machine = Injection.of(any.sources(), new Report()).machine();

              assertThat(names(machine.interfaces()))
                  .doesNotHaveDuplicates()
                  .containsExactlyInAnyOrderElementsOf(names(machine.networks()));
            });
  }

  private static List<String> names(List<Part> items) {
    return items.stream().map(i -> i.get("name").text().orElseThrow()).toList();
  }

  /** Templates are fine by themselves, so that what KubeVirt refuses comes of properties. */
  @Test
  void makesMachinesThatKubeVirtTakesOrTellsWhyNot() {
    nodes(RUNS)
        .forEach(
            any -> {
              var sources = any.sources();
              var report = new Report();
              var node = Injection.of(sources, report);
              NodeRules.check(sources, node, CLUSTER, report);
              var refusals = new Report();
              MachineRules.refusals(node.machine(), CLUSTER, refusals);

              if (!refusals.findings().isEmpty()) {
                assertThat(report.findings())
                    .as(() -> refusals.findings() + " of " + sources)
                    .anyMatch(Finding::isError);
              }
              assertThat(report.findings())
                  .as(sources::toString)
                  .allMatch(f -> f.path().text().startsWith("NodeProvider"));
            });
  }

  @Test
  void knowsWhereEachPartOfTheMachineIsWritten() {
    nodes(RUNS)
        .forEach(
            any -> {
              var sources = any.sources();
              var node = Injection.of(sources, new Report());
              var spec = Part.of(PropertyPath.ROOT, (Tree) node.virtualMachine());
              var written = AnyNode.walk(sources.provider()).map(Part::path).collect(toSet());

              for (var list : List.of("networks", "volumes")) {
                spec.get("spec", "template", "spec").get(list).items().stream()
                    .flatMap(AnyNode::walk)
                    .forEach(
                        part ->
                            assertThat(written)
                                .as(() -> part + " of " + sources)
                                .contains(source(part, node)));
              }
            });
  }

  private static PropertyPath source(Part part, EffectiveNode node) {
    return part.written().equals(part.path()) ? node.source(part.path()) : part.written();
  }

  /** What is not known yet may turn out to be anything, and never makes a finding. */
  @Test
  void saysNothingMoreOfAPropertyThatIsNotKnownYet() {
    nodes(RUNS)
        .forEach(
            any -> {
              var type = Tree.of("name", "small").with("properties", any.properties(2));
              var template = any.template();
              var known = AnyNode.of(AnyNode.provider(template, Fields.EMPTY, type));
              var before = codes(known);

              for (var key : PropertyMerge.keys(known.type().get("properties"))) {
                var properties = (Fields) type.get("properties").orElseThrow();
                var open = type.with("properties", properties.with(key, new Unknown(Marks.NONE)));
                assertThat(before)
                    .as(() -> key + " of " + known)
                    .containsAll(codes(AnyNode.of(AnyNode.provider(template, Fields.EMPTY, open))));
              }
            });
  }

  private static List<String> codes(NodeSources sources) {
    var report = new Report();
    Injection.of(sources, report);
    return report.findings().stream().map(Finding::code).distinct().toList();
  }

  @Test
  void printsNothingSecret() {
    var secret = new Scalar("hunter2 [", new Marks(true, Set.of()));
    nodes(RUNS)
        .forEach(
            any -> {
              var sources = any.sources();
              var provider = (Fields) sources.provider().tree().orElseThrow();
              var report = new Report();
              var told = AnyNode.of(keepingTypes(any, provider, secret));
              NodeRules.check(told, Injection.of(told, report), CLUSTER, report);

              assertThat(report.findings())
                  .extracting(Finding::toString)
                  .noneMatch(f -> f.contains("hunter2"));
              assertThat(report.notChecked())
                  .extracting(Report.NotChecked::toString)
                  .noneMatch(f -> f.contains("hunter2"));
            });
  }

  /** A node type has to be there. */
  private static Fields keepingTypes(AnyNode any, Fields provider, Tree with) {
    while (true) {
      var changed = any.changed(provider, with);
      var types = Part.of(PropertyPath.ROOT, (Tree) changed);
      if (!types.get("spec", "kubeVirt", "nodeTypes").items().isEmpty()) {
        return changed;
      }
    }
  }

  @Test
  void takesAnythingAnywhere() {
    nodes(2 * RUNS)
        .forEach(
            any -> {
              var provider = (Fields) any.sources().provider().tree().orElseThrow();
              for (int i = any.random().nextInt(4); i >= 0; i--) {
                provider = keepingTypes(any, provider, any.anything());
              }
              var sources = AnyNode.of(provider);
              var report = new Report();
              var node = Injection.of(sources, report);
              NodeRules.check(sources, node, CLUSTER, report);

              assertThat(report.findings())
                  .as(sources::toString)
                  .allMatch(f -> f.what().endsWith("."));
              assertThat(Injection.of(sources, new Report())).isEqualTo(node);
            });
  }
}
