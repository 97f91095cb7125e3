package io.kubevirtnet.e2e.netris;

import com.pulumi.Context;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.netriscontroller.StandIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with the network of a server cluster on the nodes that say {@code netris: "yes"}.
 *
 * @param inputs all of its inputs
 */
record Tenant(Mode mode, String name, Map<String, Object> inputs) {

  /** An address that somebody has already. */
  static final String USED = "192.168.48.7";

  /** On a trunk, with neither a controller nor facts yet. */
  static Tenant onTrunk(Mode mode, String name) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("serverCluster", "tenant-a");
    inputs.put("hostModel", "trunk");
    inputs.put("uplink", Map.of("nic", "bond0"));
    inputs.put("nodeSelector", Map.of("netris", "yes"));
    inputs.put("maxUnavailable", "3");
    inputs.put("namespace", "default");
    return new Tenant(mode, name, inputs);
  }

  /** Asks it; the password is as it is given: plain, or an Output. */
  Tenant asking(StandIn controller, Object password, Map<String, Object> more) {
    Map<String, Object> access = new LinkedHashMap<>(more);
    access.put("url", controller.url() + "/api");
    access.put("username", "svc");
    access.put("password", password);
    access.put("caBundle", controller.certificate());
    return with("controller", access);
  }

  /** Goes by the facts that the stand-in starts with, without asking anybody. */
  Tenant pinned() {
    return with(
        "facts",
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
            List.of(USED),
            "servers",
            List.of(server("srv-1"), server("srv-2"), server("srv-3"))));
  }

  Tenant with(String input, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(inputs);
    more.put(input, value);
    return new Tenant(mode, name, more);
  }

  void stack(Context ctx) {
    var made = mode.make("NetrisNetwork", name, inputs);
    ctx.export("gateway", made.output("gateway"));
    ctx.export("attachment", made.output("attachment"));
    ctx.export("nodeTypeProperties", made.output("nodeTypeProperties"));
    ctx.export("facts", made.output("facts"));
  }

  private static Map<String, Object> server(String name) {
    return Map.of("name", name, "shared", true);
  }
}
