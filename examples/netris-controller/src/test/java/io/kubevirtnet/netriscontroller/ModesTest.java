package io.kubevirtnet.netriscontroller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModesTest {
  private static final String CLUSTER = "/api/v2/server-cluster/1";
  private static final String VNET = "/api/v2/vnet/1";

  @TempDir private Path folder;
  private StandIn controller;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    controller = StandIn.start(folder.resolve("state.json"), Modes.of(Mode.HTTP));
    client = new Client(controller).loggedIn();
  }

  @AfterEach
  void stop() {
    controller.close();
  }

  @Test
  void modesAreReadAsTheyAreWritten() {
    Modes modes = Modes.of(Mode.HTML, Mode.SESSION_EXPIRES).and(Mode.SLOW, 500);

    assertThat(modes.texts()).containsExactly("session-expires=2", "html", "slow=500");
    assertThat(Modes.parse(modes.texts())).isEqualTo(modes);
  }

  @Test
  void aModeThatIsNoneIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> Modes.parse(List.of("nothing")))
        .hasMessageContaining("no mode is called nothing")
        .hasMessageContaining("gateway-as-network");
    assertThatThrownBy(() -> Modes.parse(List.of("html=1"))).hasMessage("html takes no number");
    assertThatThrownBy(() -> Modes.parse(List.of("slow=x")))
        .hasMessage("slow=x does not end in a number");
  }

  @Test
  void aCertificateDoesNotChangeWhileItRuns() {
    assertThatThrownBy(() -> controller.modes(Modes.of(Mode.WRONG_HOST)))
        .hasMessage("wrong-host can only be set at the start");
  }

  @Test
  void gatewaysAreStringsOrNetworks() throws IOException {
    String gateway = "/resources/vnets/0/ipv4Gateways/0";

    on(Mode.GATEWAYS_AS_STRINGS);
    assertThat(client.get(CLUSTER).at(gateway).asText()).isEqualTo("192.168.55.254/21");

    on(Mode.GATEWAY_AS_NETWORK);
    assertThat(client.get(CLUSTER).at(gateway + "/prefix").asText()).isEqualTo("192.168.48.0/21");
    assertThat(client.get(VNET).at("/gateways/0/prefix").asText()).isEqualTo("192.168.55.254/21");

    on(Mode.GATEWAY_AS_NETWORK, Mode.GATEWAYS_AS_STRINGS);
    assertThat(client.get(CLUSTER).at(gateway).asText()).isEqualTo("192.168.48.0/21");
  }

  @Test
  void oldShapesAreShown() throws IOException {
    on(Mode.STATUS_AS_STRING, Mode.BARE_RESOURCES, Mode.VNET_AS_ARRAY, Mode.NUMBERS_AS_STRINGS);

    JsonNode cluster = client.get(CLUSTER);
    JsonNode vnet = client.get(VNET);

    assertThat(cluster.path("status").asText()).isEqualTo("active");
    assertThat(cluster.at("/resources/vnets/0").has("vlan")).isFalse();
    assertThat(cluster.path("id").isTextual()).isTrue();
    assertThat(vnet.isArray()).isTrue();
    assertThat(vnet.at("/0/vxlanID").isTextual()).isTrue();
  }

  @Test
  void whatIsMissingIsNotThere() throws IOException {
    on(Mode.NO_VXLAN, Mode.NO_VLAN, Mode.NO_GATEWAY);

    assertThat(client.get(VNET).has("vxlanID")).isFalse();
    assertThat(client.get(VNET).has("vlan")).isFalse();
    assertThat(client.get(VNET).path("gateways")).isEmpty();
    assertThat(client.get(CLUSTER).at("/resources/vnets/0/ipv4Gateways")).isEmpty();

    on(Mode.NO_RESOURCES);
    assertThat(client.get(CLUSTER).has("resources")).isFalse();
  }

  @Test
  void moreSegmentsStandBeforeAndAfter() throws IOException {
    on(Mode.L3VPN_FIRST, Mode.PURE_L2_FIRST, Mode.TWO_L2VPN);

    JsonNode vnets = client.get(CLUSTER).at("/resources/vnets");

    assertThat(vnets)
        .extracting(v -> v.path("name").asText())
        .containsExactly(
            "tenant-a-fabric", "tenant-a-heartbeat", "tenant-a-nodes", "tenant-a-storage");
    JsonNode storage = client.get("/api/v2/vnet/" + vnets.at("/3/id"));
    assertThat(storage.at("/gateways/0/prefix").asText()).isEqualTo("10.55.0.254/24");
    assertThat(client.get("/api/v2/ipam/subnets?filterByVpc=2")).hasSize(2);
    assertThat(client.get("/api/v2/ipam/hosts/1000001").at("/0/address").asText())
        .isEqualTo("10.55.0.254");
  }

  @Test
  void aServerClusterCanBeUnfinishedOrDisabled() throws IOException {
    on(Mode.PROVISIONING);
    assertThat(client.get(CLUSTER).at("/status/value").asText()).isEqualTo("provisioning");

    on(Mode.DISABLED);
    assertThat(client.get(CLUSTER).path("state").asText()).isEqualTo("disabled");
  }

  @Test
  void dhcpCanGiveOutEverything() throws IOException {
    on(Mode.DHCP_EVERYWHERE);

    assertThat(client.get(VNET).at("/gateways/0/dhcp/start").asText()).isEqualTo("192.168.48.1");
  }

  @Test
  void oneSpellingOfALoginIsEnoughUnlessToldOtherwise() throws IOException {
    String snake = "{'user': 'svc', 'password': 'stand-in', 'auth_scheme_id': 1}";
    String camel = "{'user': 'svc', 'password': 'stand-in', 'authSchemeID': 1}";

    on(Mode.LOGIN_SNAKE_CASE);
    assertThat(client.send("POST", "/api/auth", snake).statusCode()).isEqualTo(200);
    assertThat(client.send("POST", "/api/auth", camel).statusCode()).isEqualTo(401);

    on(Mode.LOGIN_CAMEL_CASE);
    assertThat(client.send("POST", "/api/auth", snake).statusCode()).isEqualTo(401);
    assertThat(client.send("POST", "/api/auth", camel).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionExpiresOnce() throws IOException {
    on(Mode.SESSION_EXPIRES);

    assertThat(status(CLUSTER)).isEqualTo(200);
    assertThat(status(CLUSTER)).isEqualTo(200);
    assertThat(status(CLUSTER)).isEqualTo(401);
    client.loggedIn();
    for (int i = 0; i < 5; i++) {
      assertThat(status(CLUSTER)).isEqualTo(200);
    }
  }

  @Test
  void noSessionMayEverBeGood() throws IOException {
    on(Mode.SESSIONS_EXPIRE);

    assertThat(status(CLUSTER)).isEqualTo(401);
    client.loggedIn();
    assertThat(status(CLUSTER)).isEqualTo(401);
  }

  @Test
  void failuresHaveTheirStatus() throws IOException {
    on(Mode.FORBIDDEN);
    assertThat(status(CLUSTER)).isEqualTo(403);

    on(Mode.BROKEN);
    assertThat(status(CLUSTER)).isEqualTo(500);

    on(Mode.UNAVAILABLE);
    assertThat(status(CLUSTER)).isEqualTo(503);
    assertThat(status(CLUSTER)).isEqualTo(503);
    assertThat(status(CLUSTER)).isEqualTo(200);
  }

  @Test
  void anAnswerCanBeNone() throws IOException {
    on(Mode.NOT_SUCCESSFUL);
    HttpResponse<String> reply = client.send("GET", CLUSTER, "");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(Client.json(reply).path("isSuccess").asBoolean(true)).isFalse();

    on(Mode.HTML);
    assertThat(client.send("GET", CLUSTER, "").body()).startsWith("<!doctype html>");

    on(Mode.HTML_LOGIN);
    assertThat(client.send("POST", "/api/auth", "{}").body()).startsWith("<!doctype html>");

    on(Mode.TRUNCATED);
    assertThatThrownBy(() -> client.send("GET", CLUSTER, "")).isInstanceOf(IOException.class);

    on(Mode.DOWN);
    assertThatThrownBy(() -> client.send("GET", CLUSTER, "")).isInstanceOf(IOException.class);
  }

  @Test
  void redirectsLeadToASlashRoundOrAway() throws IOException {
    on(Mode.REDIRECT_TO_SLASH);
    assertThat(location(CLUSTER + "?a=b")).isEqualTo(CLUSTER + "/?a=b");
    assertThat(status(CLUSTER + "/")).isEqualTo(200);

    on(Mode.REDIRECT_LOGIN_TO_SLASH);
    assertThat(client.send("POST", "/api/auth", "{}").statusCode()).isEqualTo(301);
    assertThat(client.send("POST", "/api/auth/", "{}").statusCode()).isEqualTo(401);

    on(Mode.REDIRECT_LOOP);
    assertThat(location(CLUSTER)).isEqualTo(CLUSTER + "/");
    assertThat(location(CLUSTER + "/")).isEqualTo(CLUSTER);

    on(Mode.REDIRECT_ELSEWHERE);
    assertThat(location(CLUSTER)).startsWith("https://netris.invalid/");

    on(Mode.REDIRECT_TO_HTTP);
    assertThat(location(CLUSTER)).startsWith("http://127.0.0.1:");
  }

  @Test
  void aSlowOneAnswersInTheEnd() throws IOException {
    controller.modes(Modes.NONE.and(Mode.SLOW, 200));
    long start = System.nanoTime();

    assertThat(status(CLUSTER)).isEqualTo(200);

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
  }

  private void on(Mode... modes) {
    controller.modes(Modes.of(modes));
  }

  private int status(String path) throws IOException {
    return client.send("GET", path, "").statusCode();
  }

  private String location(String path) throws IOException {
    HttpResponse<String> reply = client.send("GET", path, "");
    assertThat(reply.statusCode()).isEqualTo(301);
    return reply.headers().firstValue("Location").orElseThrow();
  }
}
