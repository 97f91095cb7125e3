package io.kubevirtnet.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.node.Effect;
import io.kubevirtnet.provider.cluster.BridgeUser;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the little plays of the catalogue: what they are about is said, and by whom it has to be.
 */
class LifeExamplesTest {
  private static final String FIRST =
      "desiredState: {interfaces: [{name: br1, type: linux-bridge, state: up}]}\n";

  static List<Rule> rules() {
    return LifeCatalogue.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysJustThisInTheExampleOf(Rule rule) throws Exception {
    var play = Story.tree(rule.example());
    var said = play(play);

    assertThat(said).anyMatch(s -> s.contains(rule.code()));
    var others = LifeCatalogue.ALL.stream().filter(r -> !r.equals(rule)).map(Rule::code).toList();
    assertThat(said).allMatch(s -> others.stream().noneMatch(s::contains));
  }

  private static List<String> play(Fields play) throws Exception {
    var cluster = cluster(play);
    var story = new Story(cluster);
    var properties = json(play, "properties");
    var kind = States.text(play, "life").orElseThrow();
    if (!kind.equals("check") && !kind.equals("create")) {
      var leaving =
          States.texts(play, "leaving").isEmpty()
              ? ""
              : "nodeSelector: {rack: a}\nleftBehind: leave\n";
      var first = play.get("first").isPresent() ? json(play, "first") : FIRST + leaving;
      past(story, kind.equals("update") ? first : properties, texts(play, "waiting"));
    }
    happen(play, story, cluster);
    var said = new ArrayList<String>();
    try {
      act(kind, story, properties).forEach(said::add);
    } catch (StatusRuntimeException problem) {
      said.add(String.valueOf(problem.getStatus().getDescription()));
    } finally {
      boolean unused = Thread.interrupted();
    }
    said.addAll(story.said);
    return said;
  }

  private static String json(Fields play, String name) throws JsonProcessingException {
    return new JsonMapper().writeValueAsString(States.object(play, name).plain());
  }

  /** What was there before; it may still be going on. */
  private static void past(Story story, String properties, Map<String, String> waiting) {
    story.cluster.waiting.putAll(waiting);
    try {
      story.up(properties);
    } catch (StatusRuntimeException problem) {
      assertThat(waiting).isNotEmpty();
    }
    story.said.clear();
  }

  private static List<String> act(String kind, Story story, String properties) {
    switch (kind) {
      case "check" -> {
        return story.check(properties).getFailuresList().stream().map(f -> f.getReason()).toList();
      }
      case "delete" -> story.destroy();
      case "read" -> story.refresh();
      default -> story.up(properties);
    }
    return List.of();
  }

  private static FakeCluster cluster(Fields play) {
    var cluster = new FakeCluster();
    var nodes = States.objects(play, "nodes");
    if (nodes.isEmpty()) {
      cluster.node("w1", Map.of(), Hosts.plain()).node("w2", Map.of(), Hosts.plain());
    }
    nodes.forEach(n -> cluster.node(text(n, "name"), texts(n, "labels"), Hosts.plain()));
    texts(play, "has")
        .forEach(
            (node, bridge) ->
                cluster.states.put(
                    node,
                    Effect.apply(
                        cluster.state(node),
                        Story.tree(
                            "interfaces: [{name: %s, type: linux-bridge, state: up, bridge: {port: [{name: ens4}]}}]"
                                .formatted(bridge)))));
    return cluster;
  }

  /** What comes between the past and the act. */
  private static void happen(Fields play, Story story, FakeCluster cluster) {
    for (var policy : States.objects(play, "policies")) {
      var managers = States.texts(policy, "managers");
      cluster.foreign(
          text(policy, "name"),
          Fields.EMPTY.with("desiredState", States.object(policy, "desiredState")),
          managers.isEmpty() ? "kubectl" : managers.get(0));
    }
    for (var user : States.objects(play, "users")) {
      cluster.users.add(
          new BridgeUser(
              text(user, "kind"),
              text(user, "namespace"),
              text(user, "name"),
              text(user, "target"),
              false));
    }
    cluster.failing.putAll(texts(play, "failing"));
    cluster.waiting.putAll(texts(play, "waiting"));
    texts(play, "removed")
        .forEach(
            (node, bridge) ->
                cluster.states.put(
                    node,
                    new NetworkState(
                        Effect.apply(
                                cluster.state(node),
                                Story.tree(
                                    "interfaces: [{name: %s, type: linux-bridge, state: absent}]"
                                        .formatted(bridge)))
                            .fields())));
    States.texts(play, "leaving").forEach(n -> cluster.relabel(n, Map.of("gone", "")));
    States.text(play, "cluster").ifPresent(c -> be(cluster, c));
    if (States.text(play, "overtaken").isPresent()) {
      cluster.onAwait = () -> cluster.drop("br1");
    }
    if (States.text(play, "cancelled").isPresent()) {
      cluster.onAwait = () -> story.process().cancel();
    }
    if (States.object(play, "config").get("offline").isPresent()) {
      story.choice = new ClusterChoice(Optional.empty(), Optional.empty(), true, true);
    }
  }

  private static void be(FakeCluster cluster, String what) {
    switch (what) {
      case "unreachable" ->
          cluster.broken =
              Optional.of(new ClusterProblem(Kind.UNREACHABLE, "127.0.0.1:1 does not answer."));
      case "without nmstate" ->
          cluster.broken =
              Optional.of(
                  new ClusterProblem(
                      Kind.NO_SUCH_KIND, "There is no kind NodeNetworkConfigurationPolicy."));
      default -> cluster.uid = what;
    }
  }

  private static String text(Fields in, String name) {
    return States.text(in, name).orElse("");
  }

  private static Map<String, String> texts(Fields in, String name) {
    var all = new TreeMap<String, String>();
    var map = States.object(in, name);
    map.fields().keySet().forEach(k -> all.put(k, text(map, k)));
    return all;
  }
}
