package io.kubevirtnet.provider.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.across.UseCatalogue;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a wiring only names is looked for where a cluster can be asked. */
class MissingNetworksTest {
  private static final String NAMED = WiringStory.LAN + "namedDefinitions: [lan]\n";
  private static final String ON_BRIDGE = WiringStory.LAN + "namedBridges: {lan: br1}\n";
  private static final String NODE_TYPE =
      NAMED.replace("virtualMachine: web", "nodeType: kv.small");

  private final WiringStory story = new WiringStory();

  static List<Rule> rules() {
    return List.of(UseCatalogue.NOT_IN_CLUSTER, UseCatalogue.BRIDGE_ON_NO_NODE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysJustThisInTheExampleOf(Rule rule) {
    var example = Part.of(PropertyPath.ROOT, (Tree) WiringStory.tree(rule.example()));
    example
        .get("has", "definitions")
        .items()
        .forEach(d -> story.cluster.definitions.add(d.text().orElseThrow()));
    ((Fields) example.get("has", "bridges").tree().orElseThrow())
        .fields()
        .forEach(
            (node, bridges) ->
                Part.of(PropertyPath.ROOT, bridges)
                    .items()
                    .forEach(b -> has(node, b.text().orElseThrow())));

    var answer =
        story.check(
            TreeWriter.VALUES_ONLY.write((Fields) example.get("properties").tree().orElseThrow()));

    assertThat(answer.getFailuresList()).isEmpty();
    assertThat(story.said).singleElement().asString().startsWith("warning: " + rule.code());
  }

  @Test
  void findsAMissingDefinitionOfAMachineAndOfANodeType() {
    story.cluster.definitions.add("vms/other");
    var origin = "origins: {'networks[1]': 'networks[1]'}\n";

    assertThat(story.check(NAMED + origin).getFailuresList()).isEmpty();
    assertThat(story.said)
        .containsExactly(
            "warning: KVN-X061 networks[1].multus.networkName: https://cluster has no"
                + " NetworkAttachmentDefinition vms/lan. Multus finds no definition for the machine,"
                + " which does not start. Correct the name, or see that somebody makes it before a"
                + " machine starts. Join one that this program makes by its output attachment: then"
                + " it is not looked for. It comes from networks[1].");

    story.said.clear();
    story.check(NODE_TYPE);
    assertThat(story.said).singleElement().asString().startsWith("warning: KVN-X061 ");
  }

  @Test
  void looksABareNameUpInTheNamespaceOfTheMachine() {
    story.cluster.definitions.add("vms/lan");

    story.check(NAMED.replace("networkName: vms/lan", "networkName: lan"));
    assertThat(story.said).isEmpty();

    story.check(NAMED.replace("networkName: vms/lan", "networkName: san"));
    assertThat(story.said).singleElement().asString().contains("Definition vms/san. ");
  }

  @Test
  void findsTheMissingBridgeOfADefinitionThatIsThere() {
    story.cluster.definitions.add("vms/lan");
    story.cluster.bridgeOf.put("vms/lan", "br-vm");
    has("w1", "br-vms");
    has("w2", "cni0");

    story.check(NAMED);

    assertThat(story.said)
        .singleElement()
        .asString()
        .startsWith(
            "warning: KVN-X062 networks[1].multus.networkName: No node has a Linux bridge br-vm for"
                + " vms/lan (there is br-vms, cni0). ")
        .contains(" Did you mean br-vms? ");
  }

  @Test
  void findsAMissingBridgeThatIsOnlyNamed() {
    has("w1", "br0");

    story.check(ON_BRIDGE);

    assertThat(story.said).singleElement().asString().startsWith("warning: KVN-X062 ");
  }

  @Test
  void isContentWithABridgeOnOneNode() {
    has("w1", "br0");
    has("w2", "br1");

    story.check(ON_BRIDGE);

    assertThat(story.said).isEmpty();
  }

  @Test
  void asksNobodyAboutWhatTheProgramMakes() {
    story.check(WiringStory.LAN);

    assertThat(story.said).isEmpty();
    assertThat(story.cluster.asked).isZero();
  }

  @Test
  void readsTheNodesOnceForAllWirings() {
    has("w1", "br1");

    story.check(ON_BRIDGE);
    story.check(ON_BRIDGE);

    assertThat(story.cluster.asked).isOne();
  }

  @Test
  void saysWhatItDidNotCheckAndWhy() {
    story.desk.choice = new ClusterChoice(Optional.empty(), Optional.empty(), true, true);
    story.check(NAMED);
    assertThat(story.said).singleElement().asString().endsWith("kubevirtnet:offline is set.");

    assertThat(notChecked(Kind.UNREACHABLE, "nobody answers")).endsWith("nobody answers.");
    assertThat(notChecked(Kind.FORBIDDEN, "not allowed")).endsWith("not allowed.");
    assertThat(notChecked(Kind.NO_SUCH_KIND, "404"))
        .endsWith("Multus is not installed in the cluster.");
  }

  private static String notChecked(Kind kind, String message) {
    var story = new WiringStory();
    story.cluster.problem = Optional.of(new ClusterProblem(kind, message));
    assertThat(story.check(NAMED).getFailuresList()).isEmpty();
    assertThat(story.said).hasSize(1);
    assertThat(story.said.get(0))
        .startsWith(
            "debug: not checked: networks[1].multus.networkName: whether the cluster has vms/lan: ");
    return story.said.get(0);
  }

  @Test
  void saysThatNoNodeTellsItsBridges() {
    story.check(ON_BRIDGE);
    assertThat(story.said)
        .singleElement()
        .asString()
        .endsWith("whether the cluster has bridge br1: No node has reported its network.");

    story.said.clear();
    story.cluster.around = Optional.of(new ClusterProblem(Kind.NO_SUCH_KIND, "404"));
    story.check(ON_BRIDGE);
    assertThat(story.said)
        .singleElement()
        .asString()
        .startsWith("debug: ")
        .endsWith("kubernetes-nmstate is not installed in the cluster.");
  }

  @Test
  void waitsForAReferenceThatIsNotKnownYet() {
    var open =
        Tree.of("name", "lan").with("multus", Tree.of("networkName", new Unknown(Marks.NONE)));
    var inputs = WiringStory.tree(NAMED).with("networks", Tree.items(open));

    story.check(TreeWriter.VALUES_ONLY.write(inputs));

    assertThat(story.said).noneMatch(s -> s.contains("KVN-X061"));
    assertThat(story.cluster.asked).isZero();
  }

  @Test
  void tellsNoSecretName() {
    var secret = new Tree.Scalar("hush", new Marks(true, Set.of()));
    var network = Tree.of("name", "lan").with("multus", Tree.of("networkName", secret));
    var inputs = WiringStory.tree(NAMED).with("networks", Tree.items(network));

    story.check(TreeWriter.VALUES_ONLY.write(inputs));

    assertThat(story.said).anyMatch(s -> s.contains("KVN-X061")).noneMatch(s -> s.contains("hush"));
  }

  @Test
  void keepsToWhatTheStackAndTheResourceSay() {
    var suppressed = NAMED + "suppress: [{code: KVN-X061, reason: made by hand}]\n";
    story.check(suppressed);
    assertThat(story.said).singleElement().asString().startsWith("info: KVN-X061 ");

    var strict = new WiringStory();
    strict.desk.settings =
        new Settings(
            Map.of("KVN-X061", Severity.ERROR),
            Settings.NONE.isolation(),
            Settings.NONE.kubeVirt(),
            Settings.NONE.platform(),
            List.of(),
            List.of());
    assertThat(strict.check(NAMED).getFailuresList()).hasSize(1);
  }

  private void has(String node, String bridge) {
    story.cluster.bridges.computeIfAbsent(node, n -> new TreeSet<>()).add(bridge);
  }
}
