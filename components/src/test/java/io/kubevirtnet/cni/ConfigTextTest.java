package io.kubevirtnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTextTest {
  private static final PropertyPath PATH = new PropertyPath("spec.config");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Report report = new Report();

  @Test
  void readsWhatIsThere() {
    var read =
        read(
            """
            {"name": "lan", "type": "bridge", "vlan": 100, "isGateway": false, "ipam": {},
             "vlanTrunk": [{"id": 5}, {"minID": 10, "maxID": 20}]}
            """);

    assertThat(report.findings()).isEmpty();
    assertThat(read)
        .contains(
            Tree.of("name", "lan")
                .with("type", "bridge")
                .with("vlan", 100)
                .with("isGateway", false)
                .with("ipam", Fields.EMPTY)
                .with(
                    "vlanTrunk",
                    Tree.items(Tree.of("id", 5), Tree.of("minID", 10).with("maxID", 20))));
  }

  @Test
  void keepsNumbersApart() {
    var read = read("{\"whole\": 100, \"fraction\": 100.0, \"long\": 5000000000, \"minus\": -1}");

    assertThat(read)
        .contains(
            Tree.of("whole", 100)
                .with("fraction", 100.0)
                .with("long", 5_000_000_000.0)
                .with("minus", -1));
  }

  @Test
  void keepsAPairOfSurrogates() {
    assertThat(read("{\"a\": \"\\ud83d\\ude00\", \"\uD83D\uDE00\": \"\uE000\"}")).isPresent();

    assertThat(report.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: bridge}|The config is no JSON from line 1, column 2 on.",
        "}{|The config is no JSON from line 1, column 1 on.",
        "{\"vlan\": NaN}|The config is no JSON from line 1, column 13 on.",
        "{\"vlan\": -Infinity}|The config is no JSON from line 1, column 19 on.",
        "{\"vlan\": 0100}|The config is no JSON from line 1, column 11 on.",
        "{\"vlan\": 1,}|The config is no JSON from line 1, column 12 on.",
        "{\"bridge\": \"br1\", (1)}|The config is no JSON from line 1, column 19 on.",
        "{'type': 'bridge'}|The config is no JSON from line 1, column 2 on.",
        "{\"a\": \"\\x\"}|The config is no JSON from line 1, column 9 on.",
        "{\"plugins\": [{\"type\": \"bridge\"}|The config ends in the middle of the JSON, at line 1, column 32.",
        "{\"type\": \"bri|The config ends in the middle of the JSON, at line 1, column 14.",
        "{} x|After the JSON object there is more text, up to line 1, column 5 at least.",
        "{} {}|After the JSON object there is more text, up to line 1, column 5 at least.",
        "[{}]|The config is JSON, but no object.",
        "\"bridge\"|The config is JSON, but no object.",
        "` `|The config holds nothing but white space.",
      })
  void refusesWhatIsNoJsonObject(String text, String what) {
    assertThat(read(text)).isEmpty();

    assertThat(report.findings())
        .extracting(Finding::what, f -> f.upstream().map(Upstream::message))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                what, Optional.of("configuration string is not in JSON format")));
    assertThat(report.findings()).extracting(Finding::path).containsExactly(PATH);
  }

  @Test
  void saysNullItselfWithoutTheWordsOfTheAdmissionController() {
    assertThat(read("null")).isEmpty();

    assertThat(report.findings()).extracting(Finding::upstream).containsExactly(Optional.empty());
  }

  @Test
  void findsAKeyThatIsWrittenTwiceWhereItStands() {
    var read = read("{\"ipam\": [{\"type\": \"a\", \"typ\\u0065\": \"b\"}], \"ipam\": {}}");

    assertThat(lines())
        .containsExactly(
            "KVN-A021 spec.config.ipam[0].type: The key is written more than once in one object.",
            "KVN-A021 spec.config.ipam: The key is written more than once in one object.");
    assertThat(read).contains(Tree.of("ipam", Fields.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dns\": {\"domain\": \"\\ud800\"}}",
        "{\"dns\": {\"domain\": \"\\udc00\\ud800\"}}",
        "{\"dns\": {\"domain\": \"\uD800x\"}}",
        "{\"dns\": {\"domain\": \"\uFFFD\"}}"
      })
  void findsABrokenCharacter(String text) {
    read(text);

    assertThat(lines())
        .containsExactly(
            "KVN-A023 spec.config.dns.domain: The text holds a character that is none.");
  }

  @Test
  void leavesNullOutAndSaysSo() {
    var read = read("{\"name\": null, \"type\": \"bridge\", \"ipam\": {\"type\": null}}");

    assertThat(read).contains(Tree.of("type", "bridge").with("ipam", Fields.EMPTY));
    assertThat(lines())
        .containsExactly(
            "KVN-A025 spec.config.name: The value is null.",
            "KVN-A025 spec.config.ipam.type: The value is null.");
  }

  @Test
  void refusesNullInAList() {
    assertThat(read("{\"plugins\": [{\"type\": \"bridge\"}, null]}")).isEmpty();

    assertThat(lines()).containsExactly("KVN-A024 spec.config.plugins[1]: The list holds null.");
  }

  @Test
  void refusesANumberWithoutEnd() {
    assertThat(read("{\"mtu\": 1e999}")).isEmpty();
    assertThat(read("{\"mtu\": " + "9".repeat(900) + "}")).isEmpty();
    assertThat(read("{\"mtu\": " + "9".repeat(100_000) + "}")).isEmpty();

    assertThat(report.findings()).extracting(Finding::code).containsOnly("KVN-A020").hasSize(3);
  }

  @Test
  @Timeout(60)
  void refusesWhatIsTooLargeOrTooDeepAtOnce() {
    var hostile =
        List.of(
            "{\"a\": \"" + "x".repeat(10_000_000) + "\"}",
            "{\"a\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "[".repeat(1_000_000));

    var start = System.nanoTime();
    for (var text : hostile) {
      assertThat(read(text)).isEmpty();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    assertThat(report.findings()).hasSize(hostile.size());
    assertThat(lines())
        .contains(
            "KVN-A022 spec.config: The config has 10000009 characters, which is more than 1048576,"
                + " and was not read.",
            "KVN-A022 spec.config: The config is nested more than 64 levels deep.");
  }

  @Test
  void saysTheSameOnlySoOften() {
    read("{" + "\"a\": 1, ".repeat(10_000) + "\"b\": 1}");

    assertThat(report.findings()).hasSize(20);
  }

  @Test
  void endsWithATreeOrAFindingWhateverIsChangedInAText() {
    var whole =
        "{\"cniVersion\":\"0.3.1\",\"name\":\"l\\u00e4n\",\"plugins\":[{\"type\":\"bridge\",\"mtu\":1.5e3,"
            + "\"ipam\":{\"ranges\":[[{\"subnet\":\"10.0.0.0/24\"}]]}},{\"type\":\"tuning\",\"promisc\":true,\"mac\":null}]}";
    var random = new Random(5);

    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(whole);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(Math.max(1, text.length() - 1));
        switch (random.nextInt(4)) {
          case 0 -> text.replace(at, at + 1, "");
          case 1 -> text.insert(at, "{}[],:\"\\0".charAt(random.nextInt(9)));
          case 2 -> text.setLength(at + 1);
          default -> text.replace(at, at + 1, Character.toString(random.nextInt(0x10000)));
        }
      }
      var once = new Report();

      var read = ConfigText.read(text.toString(), PATH, once);

      assertThat(read.isPresent() || !once.findings().isEmpty()).as(text.toString()).isTrue();
    }
  }

  private Optional<Fields> read(String text) {
    return ConfigText.read(text, PATH, report);
  }

  private List<String> lines() {
    return report.findings().stream()
        .map(f -> f.code() + " " + f.path() + ": " + f.what())
        .toList();
  }
}
