package io.kubevirtnet.provider.netris;

import static io.kubevirtnet.provider.netris.ScriptedController.CLUSTER;
import static io.kubevirtnet.provider.netris.ScriptedController.HOSTS;
import static io.kubevirtnet.provider.netris.ScriptedController.LIST;
import static io.kubevirtnet.provider.netris.ScriptedController.SUBNETS;
import static io.kubevirtnet.provider.netris.ScriptedController.VNET;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases say the same in different shapes; the facts are the same. */
@Timeout(120)
class DriftTest {
  private final ScriptedController controller = new ScriptedController();
  private final Asking asking = new Asking(controller.url());

  @AfterEach
  void stop() {
    controller.close();
  }

  @Test
  void asksSixTimesAndNothingButTheLoginIsSent() {
    assertThat(asking.ask().findings()).isEmpty();

    assertThat(controller.requests)
        .containsExactly(
            "POST /api/auth",
            "GET /api/v2/server-cluster",
            "GET /api/v2/server-cluster/1",
            "GET /api/v2/vnet/11",
            "GET /api/v2/ipam/subnets?filterByVpc=7",
            "GET /api/v2/ipam/hosts/31?filterByVpc=7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A V-Net as a list of one, with numbers as text.
        """
        [{"id": "11", "vlan": "3", "vxlanID": "14", "vpc": {"id": "7", "name": "tenant-a"},
          "gateways": [{"prefix": "192.168.55.254/21", "dhcpEnabled": "true",
                        "dhcp": {"start": "192.168.48.1/21", "end": "192.168.48.99/21"}}]}]
        """,
        // The VLAN at the gateway, and IPv6 before IPv4.
        """
        {"vxlanID": 14, "vlan": null, "vpc": {"id": 7, "name": "tenant-a"},
         "gateways": [{"prefix": "2001:db8::1/64"},
                      {"prefix": "192.168.55.254/21", "vlan": 3, "dhcpEnabled": 1,
                       "dhcp": {"start": "192.168.48.1", "end": "192.168.48.99"}}]}
        """,
        // A network before the gateway, and a gateway that is no list.
        """
        {"vxlanId": 14, "vlan": 3,
         "gateways": {"prefix": "192.168.55.254/21", "dhcp": {"start": "192.168.48.1", "end": "192.168.48.99"}}}
        """
      })
  void understandsEveryShapeOfAVnet(String vnet) {
    var usual = facts();

    controller.data(VNET, vnet);

    assertThat(facts()).isEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ipv4Gateways\": [\"192.168.55.254/21\"]",
        "\"ipv4Gateways\": [{\"prefix\": \"192.168.48.0/21\"}]",
        "\"ipv4Gateways\": \"192.168.55.254/21\"",
        "\"vlan\": \"3\""
      })
  void understandsEveryShapeOfAServerCluster(String gateways) {
    var usual = facts();
    var cluster =
        """
        {"id": "1", "name": "tenant-a", "status": "active", "site": "east", "vpc": {"id": "7", "name": "tenant-a"},
         "servers": [{"name": "srv-1", "shared": "true"}, {"name": "srv-2", "shared": 1}],
         "resources": {"vnets": {"id": "11", "name": "tenant-a-nodes", %s}}}
        """
            .formatted(gateways);

    controller.data(LIST, "[" + cluster + "]");
    controller.data(CLUSTER, "[" + cluster + "]");

    assertThat(facts()).isEqualTo(usual);
  }

  @Test
  void takesDataWithoutAnEnvelope() {
    var usual = facts();

    controller.answer(
        HOSTS, Reply.json(200, "[{\"address\": \"192.168.48.200\"}, \"192.168.50.2/32\"]"));
    controller.answer(
        SUBNETS,
        Reply.json(
            200,
            """
            [{"id": 30, "type": "allocation", "prefix": "192.168.48.0/21",
              "children": [{"id": 31, "type": "subnet", "prefix": "192.168.48.0/21"}]}]
            """));

    assertThat(facts()).isEqualTo(usual);
  }

  @Test
  void goesByTheListWhereAVnetSaysLess() {
    controller.data(
        CLUSTER,
        """
        {"name": "tenant-a", "vpc": {"id": 7}, "resources": {"vnets": [
          {"id": 11, "name": "tenant-a-nodes", "vlan": 4, "ipv4Gateways": ["192.168.55.254/21"]}]}}
        """);
    controller.data(VNET, "{}");

    assertThat(facts())
        .isEqualTo(
            Map.of(
                "vnet",
                "tenant-a-nodes",
                "gateway",
                "192.168.55.254/21",
                "vlan",
                4,
                "dhcpRanges",
                List.of(),
                "usedAddresses",
                List.of("192.168.48.200", "192.168.50.2"),
                "servers",
                List.of()));
  }

  @Test
  void leavesOutWhatIsNotTold() {
    controller.data(
        VNET,
        "{\"gateways\": [{\"prefix\": \"192.168.55.254/21\"}], \"vlan\": \"auto\", \"vxlanID\": 0}");

    assertThat(facts())
        .hasEntrySatisfying("gateway", g -> assertThat(g).isEqualTo("192.168.55.254/21"))
        .doesNotContainKeys("vlan", "vxlan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 10, \"name\": \"tenant-a-routed\", \"type\": \"l3vpn\", \"ipv4Gateways\": [\"10.0.0.1/24\"]}",
        "{\"id\": 10, \"name\": \"tenant-a-links\", \"ipv4Gateways\": [\"10.0.0.1/31\"]}",
        "{\"id\": 10, \"name\": \"tenant-a-l2\", \"ipv4Gateways\": []}",
        "{\"id\": 10, \"name\": \"tenant-a-six\", \"ipv4Gateways\": null, \"ipv6Gateways\": [\"2001:db8::1/64\"]}"
      })
  void passesOverWhatHasNoGatewayOfASegment(String first) {
    var usual = facts();
    controller.data("GET /api/v2/vnet/10", "{\"id\": 10, \"gateways\": []}");

    cluster(first);

    assertThat(facts()).isEqualTo(usual);
  }

  @Test
  void takesTheVnetThatIsNamed() {
    controller.data(
        "GET /api/v2/vnet/12",
        "{\"id\": 12, \"vlan\": 5, \"gateways\": [{\"prefix\": \"10.9.0.1/24\"}]}");
    cluster("{\"id\": 12, \"name\": \"tenant-a-storage\", \"ipv4Gateways\": [\"10.9.0.1/24\"]}");

    var byDefault = asking.ask();
    assertThat(fact(byDefault, "vlan")).isEqualTo(5);
    assertThat(Asking.said(byDefault))
        .contains("KVN-T076 vnet: \"tenant-a-storage\" is taken, and could be: tenant-a-nodes.");

    for (var name : List.of("nodes", "tenant-a-nodes")) {
      var named = asking.ask("{serverCluster: tenant-a, vnet: " + name + "}");
      assertThat(fact(named, "vlan")).isEqualTo(3);
      assertThat(named.findings()).isEmpty();
    }
  }

  @Test
  void neverAsksForAllVnets() {
    var silent =
        IntStream.range(100, 400)
            .mapToObj("{\"id\": %1$d, \"name\": \"tenant-a-%1$d\"}"::formatted)
            .collect(Collectors.joining(","));
    IntStream.range(100, 400)
        .forEach(i -> controller.data("GET /api/v2/vnet/" + i, "{\"gateways\": []}"));
    cluster(silent);

    assertThat(Asking.codes(asking.ask())).containsExactly("KVN-T075");
    assertThat(controller.requests.size()).isLessThanOrEqualTo(10);
  }

  @Test
  void tellsServerClustersOfOneNameApart() {
    controller.data(
        LIST,
        """
        [{"id": 9, "name": "tenant-a", "site": {"name": "west"}, "vpc": {"name": "other"}},
         {"id": 1, "name": "tenant-a", "site": {"name": "east"}, "vpc": {"name": "tenant-a"}}]
        """);

    assertThat(asking.ask("{serverCluster: tenant-a, site: east}").facts()).isPresent();
    assertThat(asking.ask("{serverCluster: tenant-a, vpc: tenant-a}").facts()).isPresent();
    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T072 serverCluster: There are 2 server clusters \"tenant-a\": site west, VPC other;"
                + " site east, VPC tenant-a.");
    assertThat(Asking.said(asking.ask("{serverCluster: tenant-a, site: north}")))
        .containsExactly(
            "KVN-T071 site: Server cluster \"tenant-a\" is not in \"north\", but in: site west, VPC"
                + " other; site east, VPC tenant-a.");
    assertThat(Asking.codes(asking.ask("{serverCluster: tenant-a, site: west, vpc: tenant-a}")))
        .containsExactly("KVN-T071");
  }

  @Test
  void proposesTheServerClusterThatIsMeant() {
    assertThat(asking.ask("serverCluster: Tenant-A").findings())
        .singleElement()
        .matches(f -> f.fix().equals("Did you mean \"tenant-a\"?"));
    assertThat(asking.ask("serverCluster: tenant-a-nodes").findings())
        .singleElement()
        .matches(
            f -> f.fix().equals("That is a V-Net of server cluster \"tenant-a\": write that."));
    assertThat(asking.ask("serverCluster: storage").findings())
        .singleElement()
        .matches(f -> f.fix().equals("There are: tenant-a."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"state\": \"disabled\"",
        "\"state\": \"active\", \"status\": {\"label\": \"Provisioning\", \"value\": \"provisioning\"}",
        "\"status\": \"provisioning\""
      })
  void saysThatAServerClusterIsNotActive(String state) {
    controller.data(
        CLUSTER,
        """
        {"id": 1, "name": "tenant-a", %s, "vpc": {"id": 7}, "resources": {"vnets": [{"id": 11, "name": "tenant-a-nodes"}]}}
        """
            .formatted(state));

    var answer = asking.ask();

    assertThat(Asking.codes(answer)).containsExactly("KVN-T073");
    assertThat(answer.facts()).isPresent();
  }

  @Test
  void saysWhatItDoesNotKnowOfAddresses() {
    controller.data(
        VNET,
        "{\"vlan\": 3, \"gateways\": [{\"prefix\": \"192.168.55.254/21\", \"dhcpEnabled\": true}]}");
    controller.data(SUBNETS, "[]");

    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T078 controller: V-Net \"tenant-a-nodes\" gives out addresses by DHCP, and does not"
                + " say which.",
            "KVN-T078 controller: IPAM has no subnet 192.168.48.0/21 in the VPC of the V-Net.");

    controller.data(
        CLUSTER,
        "{\"name\": \"tenant-a\", \"resources\": {\"vnets\": [{\"id\": 11, \"name\": \"tenant-a-nodes\"}]}}");
    controller.data(VNET, "{\"gateways\": [{\"prefix\": \"192.168.55.254/21\"}]}");
    assertThat(Asking.said(asking.ask()))
        .containsExactly(
            "KVN-T078 controller: The V-Net names no VPC, so IPAM was not asked for used addresses.");
  }

  /** Another V-Net before the usual one. */
  private void cluster(String first) {
    controller.data(
        CLUSTER,
        """
        {"id": 1, "name": "tenant-a", "site": {"name": "east"}, "vpc": {"id": 7, "name": "tenant-a"},
         "servers": [{"name": "srv-1", "shared": true}, {"name": "srv-2", "shared": true}],
         "resources": {"vnets": [%s, {"id": 11, "name": "tenant-a-nodes", "ipv4Gateways": ["192.168.55.254/21"]}]}}
        """
            .formatted(first));
  }

  private Map<String, Object> facts() {
    var answer = asking.ask();
    assertThat(answer.findings()).isEmpty();
    var facts = new TreeMap<String, Object>();
    answer.facts().orElseThrow().fields().forEach((name, fact) -> facts.put(name, fact.plain()));
    return facts;
  }

  private static Object fact(FactsAnswer answer, String name) {
    return answer.facts().flatMap((Fields f) -> f.get(name)).orElseThrow().plain();
  }
}
