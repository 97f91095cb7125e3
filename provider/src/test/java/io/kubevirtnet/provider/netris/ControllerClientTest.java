package io.kubevirtnet.provider.netris;

import static io.kubevirtnet.provider.netris.ScriptedController.CLUSTER;
import static io.kubevirtnet.provider.netris.ScriptedController.LIST;
import static io.kubevirtnet.provider.netris.ScriptedController.LOGIN;
import static io.kubevirtnet.provider.netris.ScriptedController.PASSWORD;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.netris.Reply.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a controller, and what can be wrong on it. */
@Timeout(180)
class ControllerClientTest {
  private static final Certificate CERTIFICATE = new Certificate("ip:127.0.0.1");

  private final ScriptedController controller = new ScriptedController();
  private final Asking asking = new Asking(controller.url());

  @AfterEach
  void stop() {
    controller.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/api", "/api/", "//api//"})
  void takesTheAddressAsPeopleWriteIt(String end) {
    assertThat(new Asking(controller.url() + end).ask().findings()).isEmpty();
  }

  @Test
  void logsInWithBothSpellings() throws JsonProcessingException {
    assertThat(asking.ask().findings()).isEmpty();

    assertThat(new JsonMapper().readValue(controller.logins.element(), Map.class))
        .isEqualTo(
            Map.of("user", "svc", "password", PASSWORD, "auth_scheme_id", 1, "authSchemeID", 1));
  }

  @Test
  void logsInOnceForAllQuestions() {
    IntStream.range(0, 5).forEach(i -> assertThat(asking.ask().findings()).isEmpty());

    assertThat(controller.logins).hasSize(1);
  }

  @Test
  void logsInAgainWhenASessionIsOver() {
    assertThat(asking.ask().findings()).isEmpty();
    controller.expire();
    assertThat(asking.ask().findings()).isEmpty();

    assertThat(controller.logins).hasSize(2);
  }

  @Test
  void goesOnWhereASessionEndsInTheMiddle() {
    controller.answer(
        CLUSTER, Reply.refused(401, "Unauthorized"), Reply.data("{\"name\": \"tenant-a\"}"));

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T075");
    assertThat(controller.logins).hasSize(2);
  }

  @Test
  void takesAnEnvelopeOf401ForOne() {
    controller.answer(
        CLUSTER,
        Reply.json(200, "{\"isSuccess\": \"false\", \"meta\": {\"statusCode\": \"401\"}}"));

    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T070 controller.url: " + host() + " knows the session of a new login no more.");
    assertThat(controller.logins).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void asksAgainWhatIsOnlyPassing(int status) {
    var passing = Reply.text(status, "<html>Bad gateway</html>");
    controller.answer(CLUSTER, passing, passing, passing, Reply.data("{\"name\": \"tenant-a\"}"));

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T075");
    assertThat(controller.requests).filteredOn(r -> r.endsWith("server-cluster/1")).hasSize(4);
  }

  @Test
  void asksAgainWhereTheConnectionWasLost() {
    var whole = Reply.data("{\"name\": \"tenant-a\"}");
    controller.answer(CLUSTER, whole.ending(Ending.CLOSED), whole.ending(Ending.CUT), whole);

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T075");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
  void givesUpInTheEnd(Ending ending) {
    controller.answer(LIST, Reply.data("[]").ending(ending));

    var said = Asking.said(asking.with("timeoutSeconds: 1").ask());

    assertThat(said)
        .containsExactly(
            switch (ending) {
              case CUT -> "KVN-T067 controller.url: " + host() + " ends its answer in the middle.";
              case CLOSED -> "KVN-T065 controller.url: " + host() + " cannot be reached.";
              case SILENT ->
                  "KVN-T065 controller.url: " + host() + " did not answer within 1 seconds.";
              case WHOLE -> "";
            });
  }

  @Test
  void repeatsNoLoginThatSomebodyMayHaveSeen() {
    for (var answer :
        List.of(
            Reply.refused(502, "Bad gateway"),
            Reply.data("{}").ending(Ending.CLOSED),
            Reply.data("{}").ending(Ending.CUT))) {
      controller.logins.clear();
      controller.answer(LOGIN, answer);

      assertThat(Asking.codes(asking.ask())).containsAnyOf("KVN-T065", "KVN-T067");
      assertThat(controller.logins).hasSize(1);
    }
  }

  @Test
  void repeatsALoginThatNobodyHasLookedAt() {
    var busy = Reply.refused(503, "Starting");
    controller.answer(LOGIN, busy, busy, Reply.refused(401, "Unauthorized"));

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T064");
    assertThat(controller.logins).hasSize(3);
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }

    assertThat(Asking.said(new Asking("http://127.0.0.1:" + port).ask()))
        .containsExactly("KVN-T065 controller.url: 127.0.0.1:" + port + " cannot be reached.");
    assertThat(Asking.said(new Asking("https://netris.invalid").ask()))
        .containsExactly("KVN-T065 controller.url: netris.invalid is the name of no host.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><title>Sign in</title>",
        "Welcome",
        "\"text\"",
        "",
        "{\"data\": [",
        "{\"a\": 1}"
      })
  void recognisesWhatNoControllerSays(String body) {
    controller.answer(LIST, Reply.text(200, body));

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T067");
  }

  @Test
  void recognisesThatThereIsNoSuchPath() {
    controller.answer(LOGIN, Reply.text(404, "<html>nginx</html>"));

    assertThat(Asking.said(asking.ask()))
        .containsExactly("KVN-T067 controller.url: " + host() + " has no /api/auth.");
  }

  @Test
  void wantsACookie() {
    controller.answer(LOGIN, Reply.data("{}"));

    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T067 controller.url: " + host() + " answers a login without a cookie.");
  }

  @Test
  void readsNoAnswerWithoutAnEnd() {
    controller.answer(LIST, Reply.text(200, "[" + "1,".repeat(33 << 20) + "1]"));

    assertThat(Asking.said(asking.ask()))
        .containsExactly("KVN-T067 controller.url: " + host() + " answers with more than 64 MiB.");
  }

  @Test
  void repeatsTheWordsOfTheControllerButNotThePassword() {
    controller.answer(
        LIST,
        Reply.json(
            400,
            "{\"isSuccess\": false, \"message\": \"Bad\\n request\", \"errors\": {\"user\": \"with canary-7c1e\\\"\\\\\"}}"));

    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T077 controller: "
                + host()
                + " refuses a question with status 400 (Bad  request; user: with [secret]).");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308, 307})
  void followsToATrailingSlashEvenWithALogin(int status) {
    controller.answer(LOGIN, Reply.redirect(status, "/api/auth/"));
    controller.answer("POST /api/auth/", Reply.refused(401, "Unauthorized"));

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T064");
    assertThat(controller.logins).hasSize(2);
    assertThat(controller.logins.stream().distinct()).hasSize(1);
  }

  @Test
  void followsQuestions() {
    controller.answer(CLUSTER, Reply.redirect(302, controller.url() + "/api/v2/server-cluster/1/"));
    controller.data(CLUSTER + "/", "{\"name\": \"tenant-a\"}");

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T075");
  }

  @Test
  void sendsALoginToNoPage() {
    controller.answer(LOGIN, Reply.redirect(302, "/login?next=" + PASSWORD.substring(0, 6)));

    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T068 controller.url: " + host() + " sends a login to the page /login.");
    assertThat(controller.requests).containsExactly("POST /api/auth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/api/v2/server-cluster",
        "http://localhost/api/v2/server-cluster",
        "//netris.example.org/",
        "http://[",
        "mailto:somebody"
      })
  void followsToNobodyElse(String location) {
    controller.answer(LIST, Reply.redirect(301, location));

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T068");
    assertThat(controller.requests).hasSize(2);
  }

  @Test
  void goesRoundInNoCircle() {
    controller.answer(LIST, Reply.redirect(301, LIST.substring(4) + "/"));
    controller.answer(LIST + "/", Reply.redirect(301, LIST.substring(4)));

    assertThat(Asking.said(asking.ask()))
        .containsExactly("KVN-T068 controller.url: " + host() + " sends round in a circle.");
    assertThat(controller.requests).hasSize(3);
  }

  @Test
  void followsTenTimesAndNoMore() {
    controller.answer(LIST, Reply.redirect(301, "/1"));
    IntStream.range(1, 100)
        .forEach(i -> controller.answer("GET /" + i, Reply.redirect(301, "/" + (i + 1))));

    assertThat(Asking.said(asking.ask()))
        .containsExactly("KVN-T068 controller.url: " + host() + " sends on more than 10 times.");
    assertThat(controller.requests).hasSize(12);
  }

  @Test
  void verifiesWhoAnswers() {
    try (var encrypted = new ScriptedController(CERTIFICATE);
        var otherName = new ScriptedController(new Certificate("dns:netris.example.com"))) {
      var strange = Asking.codes(new Asking(encrypted.url()).ask());
      var known = new Asking(encrypted.url()).with(bundle(CERTIFICATE)).ask();
      var another =
          Asking.codes(
              new Asking(encrypted.url()).with(bundle(new Certificate("ip:127.0.0.1"))).ask());

      assertThat(strange).containsExactly("KVN-T066");
      assertThat(another).containsExactly("KVN-T066");
      assertThat(known.findings()).isEmpty();
      assertThat(encrypted.logins).hasSize(1);

      assertThat(Asking.codes(new Asking(otherName.url()).with("skipTlsVerify: true").ask()))
          .containsExactly("KVN-T062");
      assertThat(otherName.logins).hasSize(1);
    }
  }

  @Test
  void wantsTheNameInTheCertificate() {
    var elsewhere = new Certificate("dns:netris.example.com");
    try (var otherName = new ScriptedController(elsewhere)) {
      assertThat(Asking.said(new Asking(otherName.url()).with(bundle(elsewhere)).ask()))
          .singleElement()
          .asString()
          .startsWith("KVN-T066 controller.caBundle: ");
      assertThat(otherName.requests).isEmpty();
    }
  }

  @Test
  void recognisesThatThereIsNoTls() throws IOException {
    try (var plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var unused =
          CompletableFuture.runAsync(
              () -> {
                try (var connection = plain.accept()) {
                  connection
                      .getOutputStream()
                      .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                  connection.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      var host = "127.0.0.1:" + plain.getLocalPort();

      assertThat(Asking.said(new Asking("https://" + host).ask()))
          .containsExactly(
              "KVN-T067 controller.url: " + host + " speaks no TLS that we understand.");
    }
  }

  @Test
  void hidesThePasswordFromWhoeverPrintsIt() {
    var spec = asking.spec(Map.of("serverCluster", "tenant-a"));
    var access = spec.controller().known().flatMap(ControllerAccess::of).orElseThrow();

    assertThat(access.toString() + access.account()).doesNotContain("canary").doesNotContain("svc");
  }

  private static String bundle(Certificate certificate) {
    return "caBundle: |\n  # the lab\n" + certificate.pem().indent(2);
  }

  private String host() {
    return controller.url().substring("http://".length());
  }
}
