package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report.NotChecked;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.testing.YamlStack.Source;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network of Netris asks the plugin, and what it makes of the answer. */
class NetrisQuestionTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final String CONTROLLER =
      "{url: 'https://netris.example.com', username: svc, password: " + PASSWORD + "}";
  private static final String REST =
      "serverCluster: tenant-a, hostModel: evpn-on-host, namespace: vms";
  private static final String FACTS =
      "{vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14}";

  @Test
  void asksForTheFactsOfTheServerCluster() {
    var call = call("{site: hall-1, vpc: blue, vnet: nodes, controller: " + CONTROLLER + "}");

    assertThat(call.token()).isEqualTo("kubevirtnet:index:getNetrisServerCluster");
    assertThat(call.args().plain())
        .isEqualTo(
            YamlStack.value(
                    "{controller: "
                        + CONTROLLER
                        + ", serverCluster: tenant-a, site: hall-1, vpc: blue, vnet: nodes,"
                        + " answerProblems: true}")
                .plain());
  }

  @Test
  void keepsThePasswordToItself() {
    var call = call("{controller: " + CONTROLLER + "}");

    var controller = (Fields) call.args().get("controller").orElseThrow();
    assertThat(controller.get("password").orElseThrow().marks().secret()).isTrue();
    assertThat(controller.get("username").orElseThrow().marks().secret()).isFalse();
    assertThat(call + " " + call.args()).doesNotContain(PASSWORD);
    assertThat(call.safe("no " + PASSWORD + "\n  for you")).isEqualTo("no [secret] for you");
  }

  @Test
  void asksNobodyWhereNoControllerIsNamed() {
    assertThat(Blueprints.NETRIS_NETWORK.call(inputs("{facts: " + FACTS + "}"))).isEmpty();
  }

  @Test
  void asksAlsoWhenFactsArePinned() {
    assertThat(call("{controller: " + CONTROLLER + ", facts: " + FACTS + "}").args().hasUnknown())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{username: svc, password: x}",
        "{url: 'https://netris.example.com', username: svc, password: 7}",
        "{url: 'https://netris.example.com', username: svc, password: x, whenUnreachable: never}",
        "{url: 'https://netris.example.com', username: svc, password: '${unknown}'}",
        "netris.example.com"
      })
  void canNotAskWhileAnInputOfTheQuestionIsMissingOrUnreadable(String controller) {
    assertThat(call("{controller: " + controller + "}").args().hasUnknown()).isTrue();
  }

  /** They have findings of their own. */
  @Test
  void doesNotAskWithInputsThatAreWrong() {
    var inputs = inputs("{controller: {url: netris.example.com, username: svc, password: x}}");

    assertThat(Blueprints.NETRIS_NETWORK.call(inputs)).isEmpty();
  }

  @Test
  void takesTheFactsOfTheAnswer() {
    var read = answered("{controller: " + CONTROLLER + "}", answer("{facts: " + FACTS + "}"));

    assertThat(read.facts().subnet().known()).contains("192.168.48.0/21");
    assertThat(read.facts().vlan().known()).contains(3);
  }

  @Test
  void prefersPinnedFactsAndKeepsBoth() {
    var pinned = "{vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 5}";
    var read =
        answered(
            "{controller: " + CONTROLLER + ", facts: " + pinned + "}",
            answer("{facts: " + FACTS + "}"));

    assertThat(read.facts().vlan().known()).contains(5);
    assertThat(read.answer().known().orElseThrow().facts().known().orElseThrow().vlan().known())
        .contains(3);
  }

  /** To the engine every answer to a question with a secret may be one. */
  @Test
  void makesNoSecretOfFactsButKeepsWhatTheyDependOn() {
    var inputs =
        (Fields)
            YamlStack.value(
                "{" + REST + ", controller: " + CONTROLLER.replace(PASSWORD, "x") + "}");
    var source = new Source("account");
    var account = Tree.of("vault").marked(new Marks(true, Set.of(source)));
    var controller = ((Fields) inputs.get("controller").orElseThrow()).with("username", account);
    var secret = answer("{facts: " + FACTS + "}").marked(new Marks(true, Set.of()));

    var read = answered(inputs.with("controller", controller), secret);

    assertThat(read.facts().gateway().marks()).isEqualTo(new Marks(false, Set.of(source)));
    assertThat(answered(inputs.with("controller", controller), unknown()).facts().vlan().marks())
        .isEqualTo(new Marks(false, Set.of(source)));
  }

  @Test
  void saysWhatThePluginFoundAtTheInputsItIsAbout() {
    var findings =
        expand(
                "{controller: " + CONTROLLER + "}",
                answer(
                    "{findings: [{code: KVN-T999, severity: error, input: controller.password,"
                        + " what: 'It is wrong.', fix: 'Mend it.'},"
                        + " {code: KVN-A009, severity: info, input: vnet, what: 'It is there.',"
                        + " fix: 'Nothing.'}]}"))
            .findings();

    assertThat(findings)
        .extracting(Finding::line)
        .containsExactly(
            "KVN-T999 controller.password: It is wrong. The plugin says so; this version of the"
                + " library does not know the rule. Mend it.",
            "KVN-A009 vnet: It is there. "
                + Catalogue.find("KVN-A009").orElseThrow().why()
                + " Nothing.");
    assertThat(findings)
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.INFO);
  }

  @Test
  void goesOnToNothingWhereTheReasonWasLowered() {
    var expansion =
        expand(
            "{controller: "
                + CONTROLLER
                + ", suppress: [{code: KVN-T080, reason: tonight without}]}",
            Blueprints.NETRIS_NETWORK.unanswered(
                call("{controller: " + CONTROLLER + "}"), "no plugin"));

    assertThat(expansion.errors())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.code()).isEqualTo("KVN-T080");
              assertThat(f.what()).startsWith("There are no facts");
            });
    assertThat(expansion.children()).isEmpty();
  }

  @Test
  void goesByPinnedFactsWhereTheReasonWasLowered() {
    var expansion =
        expand(
            "{controller: "
                + CONTROLLER
                + ", facts: "
                + FACTS
                + ", suppress: [{code: KVN-T080, reason: tonight without}]}",
            Blueprints.NETRIS_NETWORK.unanswered(
                call("{controller: " + CONTROLLER + "}"), "no plugin"));

    assertThat(expansion.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{facts: none}",
        "{findings: none}",
        "{findings: [{code: KVN-T060}]}",
        "{facts: {vnet: a, gateway: 10.0.0.1/8, vlan: three}, findings: []}",
        "just text"
      })
  void doesNotGuessAtAnAnswerItDoesNotUnderstand(String answer) {
    var expansion = expand("{controller: " + CONTROLLER + "}", YamlStack.value(answer));

    assertThat(expansion.errors())
        .extracting(Finding::code, Finding::what)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "KVN-T080", "The plugin gave an answer that this library does not understand."));
  }

  @Test
  void leavesOutWhatANewerPluginAdds() {
    var answer = "{facts: {vnet: a, gateway: 10.0.0.1/8, colour: red}, speed: 9}";

    assertThat(answered("{controller: " + CONTROLLER + "}", answer(answer)).facts().vnet().known())
        .contains("a");
  }

  /** Nothing at all is what an engine says for a provider that is not configured yet. */
  @ParameterizedTest
  @ValueSource(
      strings = {"${unknown}", "{facts: '${unknown}', findings: []}", "{}", "{findings: []}"})
  void saysThatNothingWasCheckedBeforeThereAreFacts(String answer) {
    var expansion = expand("{controller: " + CONTROLLER + "}", YamlStack.value(answer));

    assertThat(expansion.errors()).isEmpty();
    assertThat(expansion.notChecked())
        .extracting(NotChecked::toString)
        .contains("controller: it has given no facts yet, so what follows from them is not known");
  }

  @Test
  void saysWhatItWaitsFor() {
    var expansion =
        expand("{controller: " + CONTROLLER.replace(PASSWORD, "'${unknown}'") + "}", unknown());

    assertThat(expansion.notChecked())
        .extracting(NotChecked::toString)
        .contains("controller: known after apply");
  }

  @Test
  void showsNoValueBesideAFindingAboutTheController() {
    var inputs = inputs("{controller: {pasword: " + PASSWORD + "}}");

    assertThat(
            Blueprints.NETRIS_NETWORK.concealed(inputs).get("controller").orElseThrow().allMarks())
        .isEqualTo(new Marks(true, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: 'https://svc:hunter2@netris.example.com', username: svc, password: x}",
        "{url: 'https://netris.example.com', username: svc, password: [hunter2]}",
        "{url: 'https://netris.example.com', username: svc, password: {text: hunter2}}",
        "hunter2"
      })
  void namesNoPasswordWhereverItWasWritten(String controller) {
    var inputs = inputs("{controller: " + controller + "}");
    var expansion = expand("{controller: " + controller + "}", unknown());
    var call = Blueprints.NETRIS_NETWORK.call(inputs);

    assertThat(List.of(expansion.findings(), expansion.notChecked(), call).toString())
        .doesNotContain("hunter2");
  }

  private static Tree unknown() {
    return new Unknown(Marks.NONE);
  }

  private static Fields inputs(String yaml) {
    var inputs = (Fields) YamlStack.value("{" + REST + "}");
    for (var more : ((Fields) YamlStack.value(yaml)).fields().entrySet()) {
      inputs = inputs.with(more.getKey(), more.getValue());
    }
    return inputs;
  }

  private static Call call(String yaml) {
    return Blueprints.NETRIS_NETWORK.call(inputs(yaml)).orElseThrow();
  }

  /** An answer; without findings unless it says so. */
  private static Tree answer(String yaml) {
    var answer = (Fields) YamlStack.value(yaml);
    return answer.get("findings").isPresent() ? answer : answer.with("findings", List.of());
  }

  private static NetrisInputs answered(String yaml, Tree answer) {
    return answered(inputs(yaml), answer);
  }

  private static NetrisInputs answered(Fields inputs, Tree answer) {
    var question = Blueprints.NETRIS_NETWORK.question().orElseThrow();
    var spec =
        SpecReader.read(
            inputs,
            PropertyPath.ROOT,
            new io.kubevirtnet.finding.Report(),
            Blueprints.NETRIS_NETWORK.read());
    return question.answered(spec, answer);
  }

  private static Expansion expand(String yaml, Tree answer) {
    var blueprint = Blueprints.NETRIS_NETWORK;
    return blueprint.expand(
        inputs(yaml),
        answer,
        Surroundings.of(blueprint, "it", "cluster", new Run(), Settings.NONE));
  }
}
