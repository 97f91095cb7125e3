package io.kubevirtnet.netriscontroller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControllerTest {
  private static final String CLUSTER =
      "{'name': 'tenant-b', 'admin': {'id': 1}, 'site': {'id': 1}, 'vpc': {'id': 0},"
          + " 'srvClusterTemplate': {'id': 1}, 'tags': ['b'], 'servers': [%s]}";

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
  void showsTheNumbersOfTheDocuments() throws IOException {
    JsonNode cluster = client.get("/api/v2/server-cluster").path(0);
    JsonNode vnet = client.get("/api/v2/vnet/" + cluster.at("/resources/vnets/0/id"));

    assertThat(cluster.path("name").asText()).isEqualTo("tenant-a");
    assertThat(cluster.path("servers")).hasSize(3).allMatch(s -> s.path("shared").asBoolean());
    assertThat(cluster.at("/status/value").asText()).isEqualTo("active");
    assertThat(cluster.at("/resources/vnets/0/ipv4Gateways/0/prefix").asText())
        .isEqualTo("192.168.55.254/21");
    assertThat(vnet.path("name").asText()).isEqualTo("tenant-a-nodes");
    assertThat(vnet.path("vlan").asInt()).isEqualTo(3);
    assertThat(vnet.path("vxlanID").asInt()).isEqualTo(14);
    assertThat(vnet.at("/gateways/0/dhcp/start").asText()).isEqualTo("192.168.50.1");
    assertThat(vnet.at("/gateways/0/dhcp/end").asText()).isEqualTo("192.168.51.254");
  }

  @Test
  void aNewServerClusterExpandsItsTemplate() throws IOException {
    int id = created(CLUSTER.formatted("{'id': 4, 'shared': false}"));

    JsonNode cluster = client.get("/api/v2/server-cluster/" + id);
    JsonNode vnet = client.get("/api/v2/vnet/" + cluster.at("/resources/vnets/0/id"));
    JsonNode subnets = client.get("/api/v2/ipam/subnets?filterByVpc=" + cluster.at("/vpc/id"));
    JsonNode hosts = client.get("/api/v2/ipam/hosts/" + subnets.at("/0/id"));

    assertThat(cluster.at("/vpc/name").asText()).isEqualTo("tenant-b");
    assertThat(vnet.path("name").asText()).isEqualTo("tenant-b-nodes");
    assertThat(vnet.path("vlan").asInt()).isEqualTo(2);
    assertThat(vnet.path("vxlanID").asInt()).isPositive().isNotEqualTo(14);
    assertThat(vnet.at("/gateways/0/dhcp/start").asText()).isEqualTo("192.168.48.1");
    assertThat(vnet.at("/gateways/0/dhcp/end").asText()).isEqualTo("192.168.55.253");
    assertThat(subnets.at("/0/prefix").asText()).isEqualTo("192.168.48.0/21");
    assertThat(subnets.at("/0/purpose").asText()).isEqualTo("common");
    assertThat(hosts.at("/0/address").asText()).isEqualTo("192.168.55.254");
    assertThat(hosts.at("/0/meta/anycast").asBoolean()).isTrue();
  }

  @Test
  void aNewServerClusterIsProvisionedForAWhile() throws IOException {
    String path = "/api/v2/server-cluster/" + created(CLUSTER.formatted(""));

    assertThat(client.get(path).at("/status/value").asText()).isEqualTo("provisioning");
    assertThat(client.get(path).at("/status/value").asText()).isEqualTo("provisioning");
    assertThat(client.get(path).at("/status/value").asText()).isEqualTo("active");
  }

  @Test
  void aServerOfOneServerClusterIsNotThatOfAnother() throws IOException {
    created(CLUSTER.formatted("{'id': 4, 'shared': false}"));
    String other = CLUSTER.replace("tenant-b", "tenant-c");

    HttpResponse<String> refused =
        client.send("POST", "/api/v2/server-cluster", other.formatted("{'id': 4}"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Client.json(refused).path("isSuccess").asBoolean()).isFalse();
    assertThat(Client.json(refused).at("/errors/servers").asText())
        .isEqualTo("srv-4 belongs to tenant-b alone.");
    assertThat(client.get("/api/v2/vpc"))
        .extracting(v -> v.path("name").asText())
        .doesNotContain("tenant-c");
  }

  @Test
  void onlyServersOfTheirOwnHaveAServerCluster() throws IOException {
    int id = created(CLUSTER.formatted("{'id': 4, 'shared': false}"));

    JsonNode servers = client.get("/api/v2/server-cluster/servers");

    assertThat(servers.at("/3/serverClusterID").asInt()).isEqualTo(id);
    assertThat(servers.at("/0/serverClusterID").isNull()).isTrue();
    assertThat(servers.at("/0/shared").asBoolean()).isTrue();
  }

  @Test
  void refusesWhatDoesNotExistOrIsThereTwice() throws IOException {
    String path = "/api/v2/server-cluster";
    String twice = "{'id': 4, 'shared': true}, {'id': 4, 'shared': false}";

    assertThat(client.send("POST", path, CLUSTER.formatted("{'id': 99}")).body())
        .contains("There is no server 99.");
    assertThat(client.send("POST", path, CLUSTER.formatted(twice)).body())
        .contains("srv-4 is listed twice.");
    assertThat(
            client
                .send(
                    "POST",
                    path,
                    CLUSTER.formatted("").replace("'site': {'id': 1}", "'site': {'id': 7}"))
                .body())
        .contains("There is no site 7.");
    assertThat(client.send("GET", path + "/99", "").statusCode()).isEqualTo(404);
    assertThat(client.send("GET", "/api/v2/nothing", "").body()).contains("Not found.");
  }

  @Test
  void whatIsRefusedHalfwayLeavesNothing() throws IOException {
    String sameVpc = CLUSTER.replace("'vpc': {'id': 0}", "'vpc': {'id': 2}").formatted("");

    HttpResponse<String> refused = client.send("POST", "/api/v2/server-cluster", sameVpc);

    assertThat(refused.body()).contains("is in use in this VPC");
    assertThat(client.get("/api/v2/vnet?filterByVpc=2")).hasSize(1);
  }

  @Test
  void anUpdateReplacesAllMembersAndNoName() throws IOException {
    String path = "/api/v2/server-cluster/1";

    client.send("PUT", path, "{'tags': [], 'servers': [{'id': 2, 'shared': true}]}");

    assertThat(client.get(path).path("servers")).hasSize(1);
    assertThat(client.send("PUT", path, "{'name': 'x', 'servers': []}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aDeletedServerClusterTakesWhatWasMadeForIt() throws IOException {
    int id = created(CLUSTER.formatted("{'id': 4}"));
    int vpc = client.get("/api/v2/server-cluster/" + id).at("/vpc/id").asInt();

    assertThat(client.send("DELETE", "/api/v2/vpc/" + vpc, "").statusCode()).isEqualTo(400);
    client.send("DELETE", "/api/v2/server-cluster/" + id, "");

    assertThat(client.send("GET", "/api/v2/vpc/" + vpc, "").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/v2/server-cluster/servers").at("/3/serverClusterID").isNull())
        .isTrue();
    assertThat(client.get("/api/v2/vnet?filterByVpc=" + vpc)).isEmpty();
    assertThat(client.get("/api/v2/vnet?filterByVpc=2")).hasSize(1);
  }

  @Test
  void listsAreThoseOfTheDefaultVpcUnlessAskedFor() throws IOException {
    assertThat(client.get("/api/v2/vnet")).isEmpty();
    assertThat(client.get("/api/v2/ipam/subnets")).isEmpty();

    client.send("PUT", "/api/v2/vpc/2/make-default", "");

    assertThat(client.get("/api/v2/vnet")).hasSize(1);
    assertThat(client.get("/api/v2/ipam")).hasSize(1);
  }

  @Test
  void aTemplateInUseStays() throws IOException {
    HttpResponse<String> refused = client.send("DELETE", "/api/v2/server-cluster-template/1", "");

    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void aTemplateCanLeaveNumbersToTheServerCluster() throws IOException {
    String template =
        "{'name': 't', 'vnets': [{'postfix': 'n', 'type': 'l2vpn', 'vlan': 'untagged',"
            + " 'vlanID': 'specify', 'serverNics': ['eth1'], 'ipv4Gateway': 'specify'},"
            + " {'postfix': 'm', 'type': 'l2vpn', 'vlanID': 'auto', 'serverNics': ['eth2'],"
            + " 'ipv4Gateway': {'assignType': 'auto', 'allocation': '10.0.0.0/8',"
            + " 'childSubnetPrefixLength': 24, 'hostnum': 1}}]}";
    int id = id(client.send("POST", "/api/v2/server-cluster-template", template));
    String said =
        "{'id': %d, 'vlans': [{'postfix': 'n', 'vlan': 700}],"
            + " 'ipv4Gateways': [{'postfix': 'n', 'address': '10.0.0.1/24'}]}";

    int cluster =
        created(
            CLUSTER.formatted("").replace("{'id': 1}, 'tags'", said.formatted(id) + ", 'tags'"));

    JsonNode vnets = client.get("/api/v2/server-cluster/" + cluster).at("/resources/vnets");
    assertThat(vnets.at("/0/vlan").asInt()).isEqualTo(700);
    assertThat(vnets.at("/0/ipv4Gateways/0/prefix").asText()).isEqualTo("10.0.0.1/24");
    assertThat(vnets.at("/1/ipv4Gateways/0/prefix").asText()).isEqualTo("10.0.1.1/24");
  }

  @Test
  void reservedNumbersAreNotGivenOut() throws IOException {
    client.send("POST", "/api/v2/reservation/vlan", "{'vlan': 2, 'consumer': {'type': 'sys'}}");

    int id = created(CLUSTER.formatted(""));

    JsonNode cluster = client.get("/api/v2/server-cluster/" + id);
    assertThat(cluster.at("/resources/vnets/0/vlan").asInt()).isEqualTo(4);
  }

  @Test
  void tellsOfSitesTenantsServersAndItsVersion() throws IOException {
    assertThat(client.get("/api/v2/sites").at("/0/name").asText()).isEqualTo("site-1");
    assertThat(client.get("/api/tenants").at("/0/name").asText()).isEqualTo("Admin");
    assertThat(client.get("/api/v2/hw?type=server")).hasSize(4);
    assertThat(client.get("/api/users/permissions").path("buildVersion").asText()).isNotEmpty();
  }

  private int created(String body) throws IOException {
    return id(client.send("POST", "/api/v2/server-cluster", body));
  }

  private static int id(HttpResponse<String> reply) throws IOException {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    return Client.json(reply).at("/data/id").asInt();
  }
}
