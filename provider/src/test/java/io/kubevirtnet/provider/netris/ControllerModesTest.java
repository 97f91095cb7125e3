package io.kubevirtnet.provider.netris;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.netriscontroller.Mode;
import io.kubevirtnet.netriscontroller.Modes;
import io.kubevirtnet.netriscontroller.Seed;
import io.kubevirtnet.netriscontroller.Settings;
import io.kubevirtnet.netriscontroller.StandIn;
import io.kubevirtnet.value.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of each way in which controllers differ or fail. */
@Timeout(120)
class ControllerModesTest {
  /** The facts are the same, and nothing is said. */
  private static final EnumSet<Mode> HARMLESS =
      EnumSet.of(
          Mode.GATEWAYS_AS_STRINGS,
          Mode.GATEWAY_AS_NETWORK,
          Mode.STATUS_AS_STRING,
          Mode.VNET_AS_ARRAY,
          Mode.NUMBERS_AS_STRINGS,
          Mode.BARE_RESOURCES,
          Mode.L3VPN_FIRST,
          Mode.PURE_L2_FIRST,
          Mode.LOGIN_SNAKE_CASE,
          Mode.LOGIN_CAMEL_CASE,
          Mode.SESSION_EXPIRES,
          Mode.REDIRECT_TO_SLASH,
          Mode.REDIRECT_LOGIN_TO_SLASH,
          Mode.UNAVAILABLE,
          Mode.HTTP);

  /** The facts are the same but for what the controller does not say. */
  private static final Map<Mode, String> OTHER_FACTS =
      Map.of(
          Mode.NO_VXLAN, "vxlan",
          Mode.NO_VLAN, "vlan",
          Mode.DHCP_EVERYWHERE, "dhcpRanges");

  /** The facts are the same, and something is said. */
  private static final Map<Mode, String> SAID =
      Map.of(
          Mode.TWO_L2VPN, "KVN-T076 vnet",
          Mode.PROVISIONING, "KVN-T073 serverCluster",
          Mode.DISABLED, "KVN-T073 serverCluster");

  /** There are no facts. */
  private static final Map<Mode, String> REFUSED =
      Map.ofEntries(
          Map.entry(Mode.NO_GATEWAY, "KVN-T075 serverCluster"),
          Map.entry(Mode.NO_RESOURCES, "KVN-T075 serverCluster"),
          Map.entry(Mode.SESSIONS_EXPIRE, "KVN-T070 controller.url"),
          Map.entry(Mode.FORBIDDEN, "KVN-T069 controller.username"),
          Map.entry(Mode.NOT_SUCCESSFUL, "KVN-T077 controller"),
          Map.entry(Mode.REDIRECT_LOOP, "KVN-T068 controller.url"),
          Map.entry(Mode.REDIRECT_ELSEWHERE, "KVN-T068 controller.url"),
          Map.entry(Mode.REDIRECT_TO_HTTP, "KVN-T068 controller.url"),
          Map.entry(Mode.HTML, "KVN-T067 controller.url"),
          Map.entry(Mode.HTML_LOGIN, "KVN-T067 controller.url"),
          Map.entry(Mode.TRUNCATED, "KVN-T067 controller.url"),
          Map.entry(Mode.SLOW, "KVN-T065 controller.url"),
          Map.entry(Mode.BROKEN, "KVN-T077 controller"),
          Map.entry(Mode.DOWN, "KVN-T065 controller.url"),
          Map.entry(Mode.WRONG_HOST, "KVN-T066 controller.caBundle"),
          Map.entry(Mode.EXPIRED_CERTIFICATE, "KVN-T066 controller.caBundle"));

  @TempDir private static Path folder;
  private static StandIn shared;

  @BeforeAll
  static void start() {
    shared = StandIn.start(folder.resolve("state.json"), Modes.NONE);
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  @AfterEach
  void readsOnly() {
    assertThat(shared.counts().writes()).isZero();
    shared.modes(Modes.NONE);
    shared.resetCounts();
  }

  @Test
  void everyModeIsExpectedToDoSomething() {
    var expected = EnumSet.copyOf(HARMLESS);
    expected.addAll(OTHER_FACTS.keySet());
    expected.addAll(SAID.keySet());
    expected.addAll(REFUSED.keySet());

    assertThat(expected).containsExactlyInAnyOrder(Mode.values());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aModeGivesTheFactsOrSaysWhatIsWrong(Mode mode) {
    FactsAnswer answer = answer(Modes.of(mode), mode == Mode.SLOW ? "timeoutSeconds: 1" : "");

    if (REFUSED.containsKey(mode)) {
      assertThat(answer.facts()).isEmpty();
      assertThat(said(answer)).containsExactly(REFUSED.get(mode));
    } else {
      assertThat(said(answer)).isEqualTo(Stream.ofNullable(SAID.get(mode)).toList());
      assertThat(without(answer, mode)).isEqualTo(without(straight(), mode));
    }
  }

  static Stream<Modes> combined() {
    return Stream.of(
        Modes.of(
            Mode.GATEWAYS_AS_STRINGS,
            Mode.GATEWAY_AS_NETWORK,
            Mode.STATUS_AS_STRING,
            Mode.VNET_AS_ARRAY,
            Mode.NUMBERS_AS_STRINGS,
            Mode.BARE_RESOURCES,
            Mode.L3VPN_FIRST,
            Mode.PURE_L2_FIRST),
        Modes.of(
            Mode.SESSION_EXPIRES,
            Mode.REDIRECT_TO_SLASH,
            Mode.REDIRECT_LOGIN_TO_SLASH,
            Mode.UNAVAILABLE,
            Mode.LOGIN_CAMEL_CASE),
        Modes.of(Mode.SESSION_EXPIRES).and(Mode.SLOW, 50));
  }

  @ParameterizedTest
  @MethodSource("combined")
  void modesThatChangeNothingChangeNothingTogether(Modes modes) {
    FactsAnswer answer = answer(modes, "");

    assertThat(said(answer)).isEmpty();
    assertThat(answer.facts()).isEqualTo(straight().facts());
  }

  @Test
  void logsInOnceForManyQuestions() {
    Asking asking = asking(shared, "");

    for (int i = 0; i < 20; i++) {
      assertThat(asking.ask().facts()).isPresent();
    }

    assertThat(shared.counts().logins()).isEqualTo(1);
  }

  @Test
  void logsInASecondTimeWhenASessionIsOver() {
    answer(Modes.NONE.and(Mode.SESSION_EXPIRES, 1), "");

    assertThat(shared.counts().logins()).isEqualTo(2);
  }

  @Test
  void aSecondOneOfTheSameNameIsRefused(@TempDir Path own) {
    try (StandIn controller = StandIn.start(own.resolve("state.json"), Modes.NONE)) {
      controller.hand().serverCluster("tenant-a");

      FactsAnswer answer = asking(controller, "").ask();

      assertThat(said(answer)).containsExactly("KVN-T072 serverCluster");
    }
  }

  @Test
  void nobodyListens(@TempDir Path own) {
    StandIn controller = StandIn.start(own.resolve("state.json"), Modes.NONE);
    Asking asking = asking(controller, "");
    controller.close();

    assertThat(said(asking.ask())).containsExactly("KVN-T065 controller.url");
  }

  @Test
  void aRestartEndsASessionAndNothingElse(@TempDir Path own) {
    Path state = own.resolve("state.json");
    StandIn first = StandIn.start(state, Modes.NONE);
    Asking asking = asking(first, "");
    var before = asking.ask().facts();
    int port = first.port();
    first.close();

    try (StandIn second = StandIn.start(Settings.of(state).port(port))) {
      assertThat(asking.ask().facts()).isEqualTo(before);
      assertThat(second.counts().logins()).isEqualTo(1);
    }
  }

  /** It takes less than two seconds on an idle machine; a busy one gets more. */
  @Test
  void findsOneOfAThousandInTenRequests(@TempDir Path own) {
    var big = Settings.of(own.resolve("state.json")).seed(Seed.BIG);
    try (StandIn controller = StandIn.start(big)) {
      long start = System.nanoTime();
      FactsAnswer answer = asking(controller, "").ask();
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      assertThat(answer.facts()).isEqualTo(straight().facts());
      assertThat(controller.counts().total()).isLessThanOrEqualTo(10);
      assertThat(took).isLessThan(Duration.ofSeconds(30));
    }
  }

  /** What a preview waits for, once the JVM is warm and while it is not. */
  @Test
  @Tag("bench")
  void measuresHowLongOneOfAThousandTakes(@TempDir Path own) {
    var big = Settings.of(own.resolve("state.json")).seed(Seed.BIG);
    try (StandIn controller = StandIn.start(big)) {
      for (int i = 0; i < 20; i++) {
        controller.resetCounts();
        long start = System.nanoTime();
        asking(controller, "").ask();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("%d requests, %d ms%n", controller.counts().total(), millis);
      }
    }
  }

  private static FactsAnswer straight() {
    shared.modes(Modes.NONE);
    return asking(shared, "").ask();
  }

  /** From the one that is there already, unless its certificate has to be another. */
  private static FactsAnswer answer(Modes modes, String inputs) {
    if (Stream.of(Mode.HTTP, Mode.WRONG_HOST, Mode.EXPIRED_CERTIFICATE)
        .noneMatch(modes.numbers()::containsKey)) {
      shared.modes(modes);
      return asking(shared, inputs).ask();
    }
    var settings = Settings.of(folder.resolve("own.json")).modes(modes);
    try (StandIn own = StandIn.start(settings)) {
      FactsAnswer answer = asking(own, inputs).ask();
      assertThat(own.counts().writes()).isZero();
      return answer;
    }
  }

  private static Asking asking(StandIn controller, String inputs) {
    String trust = "caBundle: \"" + controller.certificate().replace("\n", "\\n") + '"';
    return new Asking(controller.url())
        .with(
            Stream.of(inputs, controller.certificate().isEmpty() ? "" : trust)
                .filter(text -> !text.isEmpty())
                .collect(joining(", ", "{password: stand-in, ", "}")));
  }

  private static List<String> said(FactsAnswer answer) {
    return answer.findings().stream().map(f -> f.code() + " " + f.path()).toList();
  }

  private static Map<String, Tree> without(FactsAnswer answer, Mode mode) {
    var facts = new LinkedHashMap<>(answer.facts().orElseThrow().fields());
    facts.remove(OTHER_FACTS.getOrDefault(mode, ""));
    return facts;
  }
}
