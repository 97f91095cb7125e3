package io.kubevirtnet.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionDiffTest {
  private static final PropertyPath CONFIG = new PropertyPath("spec.config");

  @Test
  void tellsFieldsByTheirPlaces() {
    var changes =
        diff(
            "{name: lan, type: bridge, bridge: br1, vlan: 100, macspoofchk: true}",
            "{name: lan, type: bridge, bridge: br2, vlan: 200, mtu: 1400}");

    assertThat(changes)
        .containsExactly(
            "spec.config.bridge: \"br1\" -> \"br2\"",
            "spec.config.macspoofchk: true -> (none)",
            "spec.config.mtu: (none) -> 1400",
            "spec.config.vlan: 100 -> 200");
  }

  @Test
  void findsNothingInAnotherOrderOfKeys() {
    assertThat(
            diff(
                "{name: lan, type: bridge, bridge: br1, ipam: {type: static, routes: []}}",
                "{ipam: {routes: [], type: static}, bridge: br1, type: bridge, name: lan}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: lan, type: bridge} | {name: lan, type: bridge, vlan: 0}",
        "{name: lan, type: bridge, isGateway: false} | {name: lan, type: bridge}",
        "{name: lan, type: bridge} | {name: lan, type: bridge, ipam: {}}",
        "{type: bridge} | {name: lan, type: bridge}",
        "{name: '', type: bridge} | {name: lan, type: bridge}"
      })
  void knowsWhatPluginsReadAlike(String before, String after) {
    assertThat(changes(before, after))
        .singleElement()
        .returns(Reach.NOBODY, DefinitionChange::reach);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bridge: br1 | bridge: br2 | on the other network",
        "mtu: 1500 | mtu: 1400 | new MTU",
        "hairpinMode: false | hairpinMode: true | when they start or migrate",
        "ipam: {type: dhcp} | ipam: {type: whereabouts} | another book",
        "ipam: {type: host-local, dataDir: /a} | ipam: {type: host-local, dataDir: /b} | empty book",
        "ipam: {type: host-local, subnet: 10.0.0.0/24} | ipam: {type: host-local, subnet: 10.0.0.0/25} | keep their addresses",
        "ipam: {type: host-local, routes: []} | ipam: {type: host-local, routes: [{dst: 10.0.0.0/8}]} | when they start or migrate"
      })
  void saysWhatComesOfIt(String before, String after, String consequence) {
    assertThat(
            changes(
                "{name: lan, type: bridge, " + before + "}",
                "{name: lan, type: bridge, " + after + "}"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.reach()).isEqualTo(Reach.NEXT_START);
              assertThat(c.consequence()).contains(consequence).endsWith(".");
            });
  }

  @Test
  void startsAnEmptyBookForANetworkOfAnotherName() {
    assertThat(
            changes(
                "{name: a, type: ptp, ipam: {type: host-local, subnet: 10.0.0.0/24}}",
                "{name: b, type: ptp, ipam: {type: host-local, subnet: 10.0.0.0/24}}"))
        .singleElement()
        .satisfies(c -> assertThat(c.consequence()).contains("empty book"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a | name: b | another network of OVN",
        "name: a, vlanID: 5 | name: a, vlanID: 6 | makes it anew",
        "name: a, subnets: 10.0.0.0/16 | name: a, subnets: 10.1.0.0/16 | makes it anew"
      })
  void reachesMachinesThatRunOnNetworksOfOvn(String before, String after, String consequence) {
    assertThat(
            changes(
                "{type: ovn-k8s-cni-overlay, topology: localnet, " + before + "}",
                "{type: ovn-k8s-cni-overlay, topology: localnet, " + after + "}"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.reach()).isEqualTo(Reach.AT_ONCE);
              assertThat(c.consequence()).contains(consequence);
            });
  }

  @Test
  void comparesThePluginOfAListWithTheOneOfItsType() {
    assertThat(
            diff(
                "{name: lan, plugins: [{type: bridge, bridge: br1}, {type: tuning, mtu: 1400}]}",
                "{name: lan, plugins: [{type: bridge, bridge: br1}, {type: bandwidth}, {type: tuning, mtu: 1500}]}"))
        .containsExactly(
            "spec.config.plugins[1]: (none) -> bandwidth",
            "spec.config.plugins[2].mtu: 1400 -> 1500");
  }

  @Test
  void comparesAConfigOfOnePluginWithAList() {
    assertThat(
            diff(
                "{name: lan, type: bridge, bridge: br1}",
                "{name: lan, plugins: [{type: bridge, bridge: br2}, {type: tuning}]}"))
        .containsExactly(
            "spec.config: one plugin -> a list of plugins",
            "spec.config.plugins[0].bridge: \"br1\" -> \"br2\"",
            "spec.config.plugins[1]: (none) -> tuning");
  }

  @Test
  void matchesElementsOfListsByWhatTheyAre() {
    assertThat(
            diff(
                "{name: lan, type: bridge, vlanTrunk: [{id: 1}, {id: 2}, {id: 3}]}",
                "{name: lan, type: bridge, vlanTrunk: [{id: 3}, {id: 1}, {id: 4}]}"))
        .containsExactly("spec.config.vlanTrunk[2].id: 2 -> 4");
    assertThat(
            diff(
                "{name: lan, type: bridge, vlanTrunk: [{id: 1}, {id: 2}]}",
                "{name: lan, type: bridge, vlanTrunk: [{id: 2}]}"))
        .containsExactly("spec.config.vlanTrunk: {id: 1} -> (none)");
  }

  @Test
  void printsNothingSecretAndKnowsWhatIsOpen() {
    var changes =
        diff(
            "{name: lan, type: x, key: '${secret:hidden7}', other: 1}",
            "{name: lan, type: x, key: '${secret:hidden8}', other: '${unknown}'}");

    assertThat(changes)
        .containsExactly(
            "spec.config.key: [secret] -> [secret]", "spec.config.other: 1 -> (known after apply)");
  }

  @Test
  void tellsWhatMachinesAskTheSchedulerFor() {
    var before = definition("{name: lan, type: bridge}", Map.of("a", "1"));
    var after =
        definition(
            "{name: lan, type: bridge}",
            Map.of("a", "2", "k8s.v1.cni.cncf.io/resourceName", "bridge.network.kubevirt.io/br1"));

    assertThat(DefinitionDiff.between(before, after))
        .extracting(DefinitionChange::reach)
        .containsExactly(Reach.NOBODY, Reach.NEXT_START);
  }

  /** A seeded config against itself, and against itself with one key changed. */
  @RepeatedTest(200)
  void findsJustTheKeyThatChanged(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var keys = new ArrayList<>(List.of("bridge", "vlan", "mtu", "x", "y", "z", "promiscMode"));
    var config = new LinkedHashMap<String, Object>(Map.of("name", "lan", "type", "bridge"));
    for (var key : keys) {
      config.put(key, random.nextInt(1, 1000));
    }
    var changed = new LinkedHashMap<>(config);
    var key = keys.get(random.nextInt(keys.size()));
    changed.put(key, 5000);

    assertThat(between(config, config)).isEmpty();
    assertThat(between(config, changed))
        .singleElement()
        .returns("spec.config." + key, DefinitionChange::path);
  }

  private static List<DefinitionChange> between(Map<String, ?> before, Map<String, ?> after) {
    return DefinitionDiff.between(
        definition(Tree.of(before), Map.of()), definition(Tree.of(after), Map.of()));
  }

  private static List<String> diff(String before, String after) {
    return changes(before, after).stream().map(DefinitionChange::toString).toList();
  }

  private static List<DefinitionChange> changes(String before, String after) {
    return DefinitionDiff.between(definition(before, Map.of()), definition(after, Map.of()));
  }

  private static Definition definition(String config, Map<String, String> annotations) {
    return definition(YamlStack.value(config), annotations);
  }

  private static Definition definition(Tree config, Map<String, String> annotations) {
    return new Definition(
        Value.known(PropertyPath.ROOT, "lan"),
        Value.known(PropertyPath.ROOT, "vms"),
        (Fields) Tree.of(annotations),
        config,
        CONFIG);
  }
}
