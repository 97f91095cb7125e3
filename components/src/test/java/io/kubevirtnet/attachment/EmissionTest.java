package io.kubevirtnet.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.cni.ConfigText;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.testing.MarkedInputs;
import io.kubevirtnet.testing.MarkedInputs.Position;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What comes out is one text for one meaning, and can be read again. */
class EmissionTest {
  private static final Set<String> TYPES =
      Stream.of(
              Blueprints.NETWORK_ATTACHMENT,
              Blueprints.SRIOV_NETWORK,
              Blueprints.MACVTAP_DEVICES,
              Blueprints.NETRIS_NETWORK)
          .map(Blueprint::type)
          .collect(Collectors.toSet());

  @TestFactory
  Stream<DynamicTest> givesTheSameBytesForInputsInAnyOrder() {
    return inputs(
        (type, inputs) -> {
          var expected = bytes(expand(type, inputs));
          var random = new Random(20260131);

          for (int i = 0; i < 20; i++) {
            assertThat(bytes(expand(type, (Fields) shuffled(inputs, random)))).isEqualTo(expected);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> readsItsOwnConfigsAsTheyWereMeant() {
    return inputs(
        (type, inputs) -> {
          for (var config : configs(expand(type, inputs))) {
            var read = read(config);
            var again = configs(expand(Blueprints.NETWORK_ATTACHMENT.type(), raw(config)));

            assertThat(Json.text(read)).isEqualTo(Tree.of(config));
            assertThat(again).hasSize(1);
            assertThat(read(again.get(0)).plain()).isEqualTo(read.plain());
            assertThat(configs(expand(Blueprints.NETWORK_ATTACHMENT.type(), raw(again.get(0)))))
                .isEqualTo(again);
          }
        });
  }

  private interface Check {
    void run(String type, Fields inputs);
  }

  private static Stream<DynamicTest> inputs(Check check) {
    Map<Fields, String> all = new LinkedHashMap<>();
    for (Position p : MarkedInputs.positions()) {
      if (TYPES.contains(p.type())) {
        all.put(p.inputs(), p.type());
      }
    }
    assertThat(all).hasSizeGreaterThan(TYPES.size());
    return all.entrySet().stream()
        .map(
            e ->
                dynamicTest(
                    e.getValue() + " " + e.getKey().fields().keySet(),
                    () -> check.run(e.getValue(), e.getKey())));
  }

  private static Expansion expand(String type, Fields inputs) {
    var blueprint = Blueprints.find(type).orElseThrow();
    var expansion =
        blueprint.expand(
            inputs, Surroundings.of(blueprint, "it", "cluster", new Run(), Settings.NONE));
    assertThat(expansion.errors()).isEmpty();
    return expansion;
  }

  private static List<String> bytes(Expansion expansion) {
    return Stream.concat(
            expansion.children().stream().map(Child::inputs), Stream.of(expansion.outputs()))
        .map(tree -> Json.text(tree).plain().toString())
        .toList();
  }

  private static List<String> configs(Expansion expansion) {
    return expansion.children().stream()
        .filter(child -> child.token().endsWith(NadExpander.KIND))
        .map(child -> (Fields) child.inputs().get("spec").orElseThrow())
        .map(spec -> spec.get("config").orElseThrow().plain().toString())
        .toList();
  }

  private static Fields read(String config) {
    var report = new Report();
    var read = ConfigText.read(config, PropertyPath.ROOT, report);
    assertThat(report.findings()).isEmpty();
    return read.orElseThrow();
  }

  /** In another namespace nothing is filled in anew, since nothing is missing. */
  private static Fields raw(String config) {
    return Tree.of("namespace", namespace(config))
        .with("purpose", "pods")
        .with("resourceName", "example.com/device")
        .with("rawConfig", config);
  }

  private static String namespace(String config) {
    return read(config)
        .get("netAttachDefName")
        .map(name -> name.plain().toString().split("/", 2)[0])
        .orElse("vms");
  }

  /** The order of lists means something; that of fields does not. */
  private static Tree shuffled(Tree tree, Random random) {
    if (tree instanceof Items list) {
      return new Items(list.items().stream().map(t -> shuffled(t, random)).toList(), list.marks());
    }
    if (tree instanceof Fields fields) {
      var entries = new ArrayList<>(fields.fields().entrySet());
      Collections.shuffle(entries, random);
      var shuffled = new LinkedHashMap<String, Tree>();
      entries.forEach(e -> shuffled.put(e.getKey(), shuffled(e.getValue(), random)));
      return new Fields(shuffled, fields.marks());
    }
    return tree;
  }
}
