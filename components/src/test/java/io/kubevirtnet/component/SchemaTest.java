package io.kubevirtnet.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.testing.SchemaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The public contract says everything that a user has to know. */
class SchemaTest {
  private static final Pattern CODE = Pattern.compile("KVN-[A-Z]\\d{3}");

  private record Described(String name, JsonNode node, boolean required, boolean input) {}

  @TestFactory
  Stream<DynamicTest> describesEverything() {
    return all().stream()
        .map(
            d ->
                dynamicTest(
                    d.name(),
                    () ->
                        assertThat(d.node().path("description").asText())
                            .as("description")
                            .matches("(?s)[A-Z0-9`].*[.](\\s.*)?")
                            .endsWith(".")));
  }

  @TestFactory
  Stream<DynamicTest> statesTheDefaultOfEachOptionalInput() {
    return all().stream()
        .filter(d -> d.input() && !d.required())
        .map(
            d ->
                dynamicTest(
                    d.name(),
                    () -> assertThat(d.node().get("description").asText()).contains("Default:")));
  }

  @TestFactory
  Stream<DynamicTest> statesTheRangeOfEachNumber() {
    return all().stream()
        .filter(d -> d.node().path("type").asText().equals("integer"))
        .map(
            d ->
                dynamicTest(
                    d.name(),
                    () -> assertThat(d.node().get("description").asText()).containsPattern("\\d")));
  }

  @Test
  void namesOnlyCodesThatExist() {
    var named = CODE.matcher(SchemaFile.ROOT.toString()).results().map(r -> r.group()).toList();

    assertThat(named).isNotEmpty().allSatisfy(code -> assertThat(Catalogue.find(code)).isPresent());
  }

  @Test
  void hasTheVersionOfTheBuild() {
    assertThat(SchemaFile.ROOT.get("version").asText()).isEqualTo(Versions.OWN);
  }

  @Test
  void hasABlueprintForEachComponent() {
    assertThat(Blueprints.ALL)
        .extracting(Blueprint::type)
        .containsExactlyInAnyOrderElementsOf(SchemaFile.names(SchemaFile.ROOT.get("resources")));
  }

  private static List<Described> all() {
    var all = new ArrayList<Described>();
    for (var type : SchemaFile.entries(SchemaFile.ROOT.get("types"))) {
      all.add(new Described(type.getKey(), type.getValue(), true, false));
      type.getValue()
          .path("enum")
          .forEach(
              v -> all.add(new Described(type.getKey() + "=" + v.get("value"), v, true, false)));
      properties(
          all, type.getKey(), type.getValue(), "properties", "required", isInput(type.getKey()));
    }
    for (var resource : SchemaFile.entries(SchemaFile.ROOT.get("resources"))) {
      all.add(new Described(resource.getKey(), resource.getValue(), true, false));
      properties(
          all, resource.getKey(), resource.getValue(), "inputProperties", "requiredInputs", true);
      properties(all, resource.getKey(), resource.getValue(), "properties", "required", false);
    }
    for (var function : SchemaFile.entries(SchemaFile.ROOT.get("functions"))) {
      all.add(new Described(function.getKey(), function.getValue(), true, false));
      var inputs = function.getValue().get("inputs");
      properties(all, function.getKey(), inputs, "properties", "required", true);
      var result = function.getValue().get("outputs");
      properties(all, function.getKey() + " result", result, "properties", "required", false);
    }
    properties(all, "config", SchemaFile.ROOT.get("config"), "variables", "required", true);
    properties(all, "provider", SchemaFile.ROOT.get("provider"), "inputProperties", "", true);
    return all;
  }

  /** Only types that authors write; those that components give out have no defaults. */
  private static boolean isInput(String type) {
    return List.of(
            "Suppression",
            "Uplink",
            "Ip",
            "PortVlan",
            "Bond",
            "BondOptions",
            "Sriov",
            "SriovVf",
            "OvsBond",
            "BridgePort",
            "Stp",
            "BridgeOptions",
            "OvsBridgeOptions",
            "Route",
            "RouteRule",
            "Dns",
            "NodeGroup",
            "Toleration",
            "LinuxBridge",
            "OvsBridge",
            "OvnLayer2",
            "OvnLocalnet",
            "SriovAttachment",
            "Macvtap",
            "Macvlan",
            "Ipvlan",
            "HostDevice",
            "Ipam",
            "IpamRoute",
            "IpamDns",
            "DhcpIpam",
            "DhcpProvide",
            "DhcpRequest",
            "FixedAddress",
            "HostLocalIpam",
            "AddressPool",
            "WhereaboutsIpam",
            "WhereaboutsPool",
            "Tuning",
            "Bandwidth",
            "SriovDevice",
            "MacvtapDevice",
            "NodeResources",
            "NodeImage",
            "PoolTaint",
            "GuestAddresses",
            "VmNetwork",
            "PodNetwork",
            "VmPort",
            "VmPortRange",
            "VmDhcpOptions",
            "InstanceTypeRef",
            "RootVolume",
            "GuestRoute",
            "GuestLink",
            "GuestVlan",
            "GuestBond",
            "GuestBridge",
            "GuestNetwork",
            "NetrisNodes",
            "NetrisController",
            "NetrisFacts",
            "NetrisServer",
            "NetrisAddresses",
            "NetrisKubeVip")
        .contains(type.substring(type.lastIndexOf(':') + 1));
  }

  private static void properties(
      List<Described> all,
      String owner,
      JsonNode node,
      String key,
      String requiredKey,
      boolean in) {
    var required = new ArrayList<String>();
    node.path(requiredKey).forEach(r -> required.add(r.asText()));
    for (var property : node.path(key).properties()) {
      all.add(
          new Described(
              owner + "." + property.getKey(),
              property.getValue(),
              required.contains(property.getKey()),
              in));
    }
  }
}
