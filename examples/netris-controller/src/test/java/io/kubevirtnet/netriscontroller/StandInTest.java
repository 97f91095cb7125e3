package io.kubevirtnet.netriscontroller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInTest {
  private static final String CLUSTERS = "/api/v2/server-cluster";

  @TempDir private Path folder;

  @Test
  void nobodyIsAnsweredWithoutALogin() throws IOException {
    try (StandIn controller = start()) {
      Client client = new Client(controller);

      assertThat(client.send("GET", CLUSTERS, "").statusCode()).isEqualTo(401);
      assertThat(client.send("GET", "/api/auth", "").statusCode()).isEqualTo(401);
      assertThat(client.loggedIn().send("GET", "/api/auth", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aLoginWithAWrongPasswordIsRefused() throws IOException {
    try (StandIn controller = start()) {
      String body = "{'user': 'svc', 'password': 'wrong', 'auth_scheme_id': 1}";

      HttpResponse<String> reply = new Client(controller).send("POST", "/api/auth", body);

      assertThat(reply.statusCode()).isEqualTo(401);
      assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(controller.counts().refusedLogins()).isEqualTo(1);
    }
  }

  @Test
  void aSessionIsACookieThatScriptsCanNotRead() throws IOException {
    try (StandIn controller = start()) {
      String body = "{'user': 'svc', 'password': 'stand-in', 'authSchemeID': 1}";

      HttpResponse<String> reply = new Client(controller).send("POST", "/api/auth", body);

      assertThat(reply.headers().firstValue("Set-Cookie").orElse(""))
          .startsWith("connect.sid=")
          .contains("HttpOnly");
      assertThat(Client.json(reply).at("/data/name").asText()).isEqualTo("svc");
    }
  }

  @Test
  void countsRequestsLoginsAndWrites() throws IOException {
    try (StandIn controller = start()) {
      Client client = new Client(controller).loggedIn();
      client.get(CLUSTERS + "?x=1");
      client.send("PUT", CLUSTERS + "/99", "{}");
      controller.hand().vlan("tenant-a-nodes", 5);

      Counts counts = controller.counts();

      assertThat(counts.requests())
          .containsEntry("GET " + CLUSTERS, 1)
          .containsEntry("PUT " + CLUSTERS + "/99", 1)
          .containsEntry("POST /api/auth", 1);
      assertThat(counts.logins()).isEqualTo(1);
      assertThat(counts.writes()).isEqualTo(1);
      assertThat(counts.total()).isEqualTo(3);
    }
  }

  @Test
  void countsAndModesCanBeHadWithoutALogin() throws IOException {
    try (StandIn controller = start()) {
      Client client = new Client(controller);

      client.send("PUT", "/stand-in/modes", "['html', 'slow=1']");
      JsonNode modes = Client.json(client.send("GET", "/stand-in/modes", ""));
      client.send("GET", CLUSTERS, "");
      JsonNode counts = Client.json(client.send("GET", "/stand-in/counts", ""));

      assertThat(modes).extracting(JsonNode::asText).containsExactly("html", "slow=1");
      assertThat(counts.path("requests").path("GET " + CLUSTERS).asInt()).isEqualTo(1);
      assertThat(counts.path("writes").asInt()).isZero();
      assertThat(client.send("PUT", "/stand-in/modes", "['nonsense']").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void whatChangedIsStillThereAfterARestart() throws IOException {
    try (StandIn controller = start()) {
      controller.hand().vxlan("tenant-a-nodes", 15);
    }

    try (StandIn controller = start()) {
      JsonNode vnet = new Client(controller).loggedIn().get("/api/v2/vnet?filterByVpc=2");
      assertThat(vnet.at("/0/vxlanID").asInt()).isEqualTo(15);
    }
  }

  @Test
  void whoTrustsItStillDoesAfterARestart() throws IOException {
    String certificate;
    try (StandIn controller = StandIn.start(state(), Modes.NONE)) {
      certificate = controller.certificate();
    }

    try (StandIn controller = StandIn.start(state(), Modes.NONE)) {
      assertThat(new Client(controller, certificate).loggedIn().get(CLUSTERS)).hasSize(1);
    }
  }

  @Test
  void nobodyElseHasSignedItsCertificate() {
    try (StandIn controller = StandIn.start(state(), Modes.NONE)) {
      Client client = new Client(controller, "");

      assertThatThrownBy(client::loggedIn).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void aCertificateCanBeThatOfAnotherHostOrHaveEnded() {
    for (Mode mode : List.of(Mode.WRONG_HOST, Mode.EXPIRED_CERTIFICATE)) {
      try (StandIn controller = StandIn.start(state(), Modes.of(mode))) {
        Client client = new Client(controller);

        assertThatThrownBy(client::loggedIn)
            .as(mode.text())
            .isInstanceOf(SSLHandshakeException.class);
      }
    }
  }

  @Test
  void nobodyListensAfterItIsClosed() {
    StandIn controller = start();
    Client client = new Client(controller);
    controller.close();

    assertThatThrownBy(client::loggedIn).isInstanceOf(ConnectException.class);
  }

  @Test
  void theBigOneHasAThousandServerClustersAndTenThousandSegments() throws IOException {
    Settings big = Settings.of(state()).modes(Modes.of(Mode.HTTP)).seed(Seed.BIG);
    try (StandIn controller = StandIn.start(big)) {
      Client client = new Client(controller).loggedIn();

      assertThat(client.get(CLUSTERS)).hasSize(1_000);
      assertThat(new StateFile(state()).read().vnets).hasSize(10_000);
      assertThat(new StateFile(state()).read().cluster("tenant-a")).isPresent();
    }
  }

  @Test
  void anotherGatewayMovesTheSubnet() throws IOException {
    try (StandIn controller = start()) {
      controller.hand().gateway("tenant-a-nodes", "10.1.0.1/24");
      controller.hand().used("tenant-a-nodes", "10.1.0.7");
      Client client = new Client(controller).loggedIn();

      JsonNode subnet = client.get("/api/v2/ipam/subnets?filterByVpc=2").path(0);
      JsonNode hosts = client.get("/api/v2/ipam/hosts/" + subnet.path("id"));

      assertThat(subnet.path("prefix").asText()).isEqualTo("10.1.0.0/24");
      assertThat(hosts)
          .extracting(h -> h.path("address").asText())
          .containsExactly("10.1.0.1", "10.1.0.7");
    }
  }

  @Test
  void membersComeGoAndChange() throws IOException {
    try (StandIn controller = start()) {
      controller.hand().noMember("tenant-a", "srv-3");
      controller.hand().member("tenant-a", "srv-4", true);
      controller.hand().member("tenant-a", "srv-1", false);

      JsonNode servers = new Client(controller).loggedIn().get(CLUSTERS + "/1").path("servers");

      assertThat(servers)
          .extracting(s -> s.path("name").asText() + " " + s.path("shared"))
          .containsExactly("srv-1 false", "srv-2 true", "srv-4 true");
      assertThatThrownBy(() -> controller.hand().vlan("nothing", 1))
          .hasMessage("there is no V-Net nothing");
    }
  }

  private StandIn start() {
    return StandIn.start(state(), Modes.of(Mode.HTTP));
  }

  private Path state() {
    return folder.resolve("state.json");
  }
}
