package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.netris.RunningMachines;
import io.kubevirtnet.testing.ChangeExample;
import io.kubevirtnet.testing.DefinitionExample;
import io.kubevirtnet.testing.FactsChangeExample;
import io.kubevirtnet.testing.StateExample;
import io.kubevirtnet.testing.YamlStack;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

  static Stream<Rule> rules() {
    return Catalogue.ALL.stream();
  }

  /** Rules whose example is a Kubernetes object are tested with the command that reads objects. */
  static Stream<Rule> rulesWithResourceExample() {
    return rules().filter(r -> r.example().contains("type: kubevirtnet:"));
  }

  /** A desired state, with what the node has where that matters. */
  static Stream<Rule> rulesWithStateExample() {
    return rules().filter(r -> StateExample.is(r.example()));
  }

  @ParameterizedTest
  @MethodSource("rulesWithStateExample")
  void findsJustThisInTheStateOf(Rule rule) {
    var findings = StateExample.findings(rule.example());

    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(rule.code());
              assertThat(finding.severity()).isEqualTo(rule.severity());
              assertThat(finding.what()).endsWith(".");
            });
  }

  /** A definition, with what is known of the nodes. */
  static Stream<Rule> rulesWithDefinitionExample() {
    return rules().filter(r -> DefinitionExample.is(r.example()));
  }

  @ParameterizedTest
  @MethodSource("rulesWithDefinitionExample")
  void findsJustThisInTheDefinitionOf(Rule rule) {
    assertThat(DefinitionExample.check(rule.example()).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(rule.code(), rule.severity()));
  }

  /** A machine before and after a change. */
  static Stream<Rule> rulesWithChangeExample() {
    return rules().filter(r -> ChangeExample.is(r.example()));
  }

  @ParameterizedTest
  @MethodSource("rulesWithChangeExample")
  void findsJustThisInTheChangeOf(Rule rule) {
    assertThat(ChangeExample.of(rule.example()).check().findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(rule.code(), rule.severity()));
  }

  /** Facts of a server cluster before and after a change. */
  static Stream<Rule> rulesWithFactsChangeExample() {
    return rules().filter(r -> FactsChangeExample.is(r.example()));
  }

  @ParameterizedTest
  @MethodSource("rulesWithFactsChangeExample")
  void findsJustThisInTheChangeOfFactsOf(Rule rule) {
    assertThat(FactsChangeExample.of(rule.example()).findings(RunningMachines.UNKNOWN))
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple(rule.code(), rule.severity()));
  }

  @ParameterizedTest
  @MethodSource("rulesWithResourceExample")
  void findsJustThisInTheExampleOf(Rule rule) {
    var stack = YamlStack.expand(rule.example());

    assertThat(stack.codes()).containsOnly(rule.code());
    assertThat(stack.findings())
        .filteredOn(f -> f.code().equals(rule.code()))
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(rule.severity());
              assertThat(finding.what()).endsWith(".");
              assertThat(finding.fix()).matches("(?s).*[.?]");
            });
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhatWhyHowAndWhoFor(Rule rule) {
    assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
    assertThat(rule.why()).endsWith(".");
    assertThat(rule.fix()).endsWith(".");
    assertThat(rule.source()).isNotBlank();
    assertThat(rule.example()).isNotBlank();
  }

  @Test
  void givesEachCodeToOneRule() {
    assertThat(Catalogue.ALL).extracting(Rule::code).doesNotHaveDuplicates();
  }

  @Test
  void printsCodePathReasonAndFix() {
    var stack =
        YamlStack.expand(
            """
            type: kubevirtnet:NetworkAttachment
            name: vm-lan
            properties: {namespace: VMs, linuxBridge: {bridgeName: br1, vlan: 5000}}
            """);

    assertThat(stack.findings())
        .extracting(Finding::line)
        .containsExactly(
            "KVN-A002 namespace: \"VMs\" is not a namespace. A namespace has lower case letters,"
                + " digits and '-', at most 63. Write \"vms\".",
            "KVN-A051 linuxBridge.vlan: 5000 is not a VLAN id. 802.1Q has 1 to 4094; the plugins take"
                + " 0 for none. (cni:bridge says: invalid VLAN ID 5000 (must be between 0 and 4094))"
                + " Choose the id that the switch carries, or leave it out for the untagged network.");
  }
}
