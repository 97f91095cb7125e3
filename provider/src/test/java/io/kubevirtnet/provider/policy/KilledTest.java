package io.kubevirtnet.provider.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.policy.FakeCluster.Killed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process is killed after each of its calls had its effect, which is as good as before the next
 * one, and the handlers go on or do not. The engine knows nothing of what the process did. Whatever
 * comes next, nothing is lost.
 */
class KilledTest {
  private static final String ON_W1 =
      Hosts.BR1.replace("{rack: a}", "{kubernetes.io/hostname: w1}");
  private static final String RENAMED = Hosts.BR1.replace("policyName: br1", "policyName: other");
  private static final String RECAPTURED =
      Hosts.BR1 + "capture: {card: 'interfaces.name==\"ens4\"'}\n";

  /** What the handlers do between the kill and the next run. */
  private enum Handlers {
    STAND_STILL(Set.of()),
    ONE_GOES_ON(Set.of("w1")),
    ALL_GO_ON(Set.of("w1", "w2", "w3"));

    private final Set<String> nodes;

    Handlers(Set<String> nodes) {
      this.nodes = nodes;
    }
  }

  private record Play(String name, List<String> before, String then) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Arguments> plays() {
    var plays =
        List.of(
            new Play("create", List.of(), Hosts.BR1),
            new Play("grow", List.of(Hosts.BR1), Hosts.BR1_AND_BR2),
            new Play("shrink", List.of(Hosts.BR1_AND_BR2), Hosts.BR1),
            new Play("rename", List.of(Hosts.BR1), RENAMED),
            new Play("rename and shrink", List.of(Hosts.BR1_AND_BR2), RENAMED),
            new Play("narrow", List.of(Hosts.BR1), ON_W1),
            new Play("change the capture", List.of(Hosts.BR1), RECAPTURED));
    return plays.stream()
        .flatMap(
            p ->
                Stream.of(Handlers.values())
                    .flatMap(
                        h ->
                            Stream.of(
                                Arguments.of(p, h, "alike"), Arguments.of(p, h, "different"))));
  }

  private static FakeCluster cluster(String nodes) {
    return nodes.equals("alike") ? Hosts.rack() : Hosts.rackOfFixed();
  }

  @ParameterizedTest
  @MethodSource("plays")
  void goesOnAfterItWasKilledAnywhere(Play play, Handlers handlers, String nodes) {
    everywhere(
        () -> begun(play, nodes),
        story -> story.up(play.then()),
        handlers,
        story -> {
          story.up(play.then());
          isDone(story, play.then());
          story.destroy();
          isBack(story);
        });
  }

  @ParameterizedTest
  @MethodSource("plays")
  void goesBackAfterItWasKilledAnywhere(Play play, Handlers handlers, String nodes) {
    everywhere(
        () -> begun(play, nodes),
        story -> story.up(play.then()),
        handlers,
        story -> {
          if (story.state.isEmpty()) {
            // An engine that knows of nothing has nothing to destroy: it has to continue first.
            story.up(play.then());
          }
          story.destroy();
          isBack(story);
        });
  }

  @ParameterizedTest
  @MethodSource("plays")
  void takesAnotherTurnAfterItWasKilledAnywhere(Play play, Handlers handlers, String nodes) {
    var turn = play.then().equals(Hosts.BR1_AND_BR2) ? ON_W1 : Hosts.BR1_AND_BR2;
    everywhere(
        () -> begun(play, nodes),
        story -> story.up(play.then()),
        handlers,
        story -> {
          story.up(turn);
          isDone(story, turn);
          assertThat(story.cluster.names()).containsExactly("br1");
          story.destroy();
          isBack(story);
        });
  }

  @ParameterizedTest
  @MethodSource("plays")
  void finishesADeleteThatWasKilledAnywhere(Play play, Handlers handlers, String nodes) {
    everywhere(
        () -> {
          var story = begun(play, nodes);
          story.up(play.then());
          return story;
        },
        Story::destroy,
        handlers,
        story -> {
          if (story.state.isPresent()) {
            story.destroy();
          }
          isBack(story);
        });
  }

  private static Story begun(Play play, String nodes) {
    var story = new Story(cluster(nodes));
    play.before().forEach(story::up);
    return story;
  }

  /** Kills at the first call, at the second, and so on, until one run comes to its end. */
  private static void everywhere(
      Supplier<Story> begin, Consumer<Story> operation, Handlers handlers, Consumer<Story> then) {
    for (int call = 0; ; call++) {
      var story = begin.get();
      story.cluster.killAt(call);
      boolean killed = isKilled(() -> operation.accept(story));
      story.cluster.killAt(-1);
      if (killed) {
        story.cluster.runHandlers(handlers.nodes);
      }
      then.accept(story);
      if (!killed) {
        assertThat(call).as("calls until the end").isGreaterThan(3);
        return;
      }
    }
  }

  private static boolean isKilled(Runnable operation) {
    try {
      operation.run();
      return false;
    } catch (Killed killed) {
      return true;
    }
  }

  private static void isDone(Story story, String wanted) {
    var meant = wanted.contains("hostname: w1") ? List.of("w1") : List.of("w1", "w2");
    for (var node : List.of("w1", "w2", "w3")) {
      if (meant.contains(node)) {
        assertThat(story.missing(node, wanted)).isEmpty();
      } else {
        assertThat(story.differences(node)).isEmpty();
      }
    }
    if (!wanted.contains("br2")) {
      assertThat(story.cluster.state("w1").find("br2")).isEmpty();
    }
    assertThat(story.kept().nodes()).containsExactlyElementsOf(meant);
    assertThat(story.kept().pending()).isEmpty();
    assertThat(story.cluster.names()).hasSize(1);
    story.cluster.writes.clear();
    story.up(wanted);
    assertThat(story.cluster.writes).isEmpty();
  }

  private static void isBack(Story story) {
    Map<String, List<String>> left = new java.util.TreeMap<>();
    for (var node : List.of("w1", "w2", "w3")) {
      left.put(node, story.differences(node));
    }
    assertThat(left).isEqualTo(Map.of("w1", List.of(), "w2", List.of(), "w3", List.of()));
    assertThat(story.cluster.names()).isEmpty();
  }
}
