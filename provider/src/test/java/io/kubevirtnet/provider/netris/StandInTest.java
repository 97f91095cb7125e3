package io.kubevirtnet.provider.netris;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.netriscontroller.Account;
import io.kubevirtnet.netriscontroller.Mode;
import io.kubevirtnet.netriscontroller.Modes;
import io.kubevirtnet.netriscontroller.Seed;
import io.kubevirtnet.netriscontroller.Settings;
import io.kubevirtnet.netriscontroller.StandIn;
import io.kubevirtnet.value.Tree.Fields;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in for a controller in every mode: the same facts, or the finding that fits. */
@Timeout(180)
class StandInTest {
  private static final Set<Mode> WITHOUT_CONSEQUENCE =
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

  /** What is said of the others; nothing where a fact is another, or left out. */
  private static final Map<Mode, List<String>> SAID =
      Map.ofEntries(
          Map.entry(Mode.NO_RESOURCES, List.of("KVN-T075")),
          Map.entry(Mode.NO_VXLAN, List.of()),
          Map.entry(Mode.NO_VLAN, List.of()),
          Map.entry(Mode.DHCP_EVERYWHERE, List.of()),
          Map.entry(Mode.NO_GATEWAY, List.of("KVN-T075")),
          Map.entry(Mode.TWO_L2VPN, List.of("KVN-T076")),
          Map.entry(Mode.PROVISIONING, List.of("KVN-T073")),
          Map.entry(Mode.DISABLED, List.of("KVN-T073")),
          Map.entry(Mode.SESSIONS_EXPIRE, List.of("KVN-T070")),
          Map.entry(Mode.FORBIDDEN, List.of("KVN-T069")),
          Map.entry(Mode.NOT_SUCCESSFUL, List.of("KVN-T077")),
          Map.entry(Mode.REDIRECT_LOOP, List.of("KVN-T068")),
          Map.entry(Mode.REDIRECT_ELSEWHERE, List.of("KVN-T068")),
          Map.entry(Mode.REDIRECT_TO_HTTP, List.of("KVN-T068")),
          Map.entry(Mode.HTML, List.of("KVN-T067")),
          Map.entry(Mode.HTML_LOGIN, List.of("KVN-T067")),
          Map.entry(Mode.TRUNCATED, List.of("KVN-T067")),
          Map.entry(Mode.SLOW, List.of("KVN-T065")),
          Map.entry(Mode.BROKEN, List.of("KVN-T077")),
          Map.entry(Mode.DOWN, List.of("KVN-T065")),
          Map.entry(Mode.WRONG_HOST, List.of("KVN-T066")),
          Map.entry(Mode.EXPIRED_CERTIFICATE, List.of("KVN-T066")));

  @TempDir private Path folder;

  @Test
  void readsTheFactsOfTheDocuments() {
    try (var controller = start(Modes.NONE)) {
      var answer = ask(controller, "");

      assertThat(answer.findings()).isEmpty();
      assertThat(answer.facts().map(Fields::plain))
          .contains(
              Map.of(
                  "vnet",
                  "tenant-a-nodes",
                  "gateway",
                  "192.168.55.254/21",
                  "vlan",
                  3,
                  "vxlan",
                  14,
                  "vpc",
                  "tenant-a",
                  "site",
                  "site-1",
                  "dhcpRanges",
                  List.of("192.168.50.1-192.168.51.254"),
                  "usedAddresses",
                  List.of(),
                  "servers",
                  List.of(server("srv-1"), server("srv-2"), server("srv-3"))));
      assertThat(controller.counts().logins()).isEqualTo(1);
      assertThat(controller.counts().total()).isEqualTo(6);
    }
  }

  static Stream<Mode> withoutConsequence() {
    return WITHOUT_CONSEQUENCE.stream();
  }

  @ParameterizedTest
  @MethodSource("withoutConsequence")
  void readsTheSameFactsInMode(Mode mode) {
    FactsAnswer usual;
    try (var controller = start(Modes.NONE)) {
      usual = ask(controller, "");
    }

    try (var controller = start(Modes.of(mode))) {
      assertThat(ask(controller, "")).isEqualTo(usual);
      assertThat(controller.counts().writes()).isZero();
      assertThat(controller.counts().refusedLogins()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void saysWhatIsWrongInMode(Mode mode) {
    if (WITHOUT_CONSEQUENCE.contains(mode)) {
      return;
    }
    try (var controller = start(Modes.of(mode))) {
      var answer = ask(controller, "timeoutSeconds: " + (mode == Mode.SLOW ? 1 : 30));

      assertThat(Asking.codes(answer)).isEqualTo(SAID.get(mode));
      assertThat(controller.counts().writes()).isZero();
    }
  }

  @Test
  void logsInOnceForEachRunOfQuestions() {
    try (var controller = start(Modes.NONE)) {
      var asking = asking(controller, "");

      assertThat(Stream.generate(asking::ask).parallel().limit(50))
          .allSatisfy(a -> assertThat(a.findings()).isEmpty());
      assertThat(controller.counts().logins()).isEqualTo(1);
    }
  }

  @Test
  void findsOneOfAThousandServerClusters() {
    try (var controller = StandIn.start(settings(Modes.NONE).seed(Seed.BIG))) {
      var answer = ask(controller, "");

      assertThat(answer.findings()).isEmpty();
      assertThat(controller.counts().total()).isLessThanOrEqualTo(10);
    }
  }

  private StandIn start(Modes modes) {
    return StandIn.start(settings(modes));
  }

  private Settings settings(Modes modes) {
    return Settings.of(folder.resolve("state.json"))
        .modes(modes)
        .account(new Account("svc", ScriptedController.PASSWORD));
  }

  private static FactsAnswer ask(StandIn controller, String more) {
    return asking(controller, more).ask();
  }

  private static Asking asking(StandIn controller, String more) {
    var certificate = controller.certificate();
    return new Asking(controller.url())
        .with(certificate.isEmpty() ? more : "caBundle: |\n" + certificate.indent(2) + more);
  }

  private static Map<String, Object> server(String name) {
    return Map.of("name", name, "shared", true);
  }
}
