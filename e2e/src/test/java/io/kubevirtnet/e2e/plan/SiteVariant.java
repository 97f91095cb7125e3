package io.kubevirtnet.e2e.plan;

import com.pulumi.Context;
import io.kubevirtnet.e2e.engine.KubeObject;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One site as its program declares it, and what it may differ in. Policies are plain ones: no
 * handler runs on these nodes.
 */
record SiteVariant(Map<String, Object> choices) {
  private static final AnyComponent.Mode MAKE = AnyComponent.LIBRARY;

  static final SiteVariant FIRST =
      new SiteVariant(
          Map.of(
              "nic", "ens4",
              "bridge", "br1",
              "mtu", 1500,
              "zone", "a",
              "vlan", 100,
              "office", "office",
              "spaces", List.of("plan-vms"),
              "network", "lan",
              "cpu", "2",
              "loose", true));

  SiteVariant {
    choices = Map.copyOf(choices);
  }

  SiteVariant with(String choice, Object value) {
    var more = new LinkedHashMap<>(choices);
    more.put(choice, value);
    return new SiteVariant(more);
  }

  static Consumer<Context> nothing() {
    return ctx -> {};
  }

  /** The program. */
  Consumer<Context> program() {
    return ctx -> {
      var bridge =
          MAKE.make(
              "BridgeNetwork",
              "br1",
              Map.of(
                  "uplink",
                  Map.of("nic", get("nic")),
                  "bridgeName",
                  get("bridge"),
                  "mtu",
                  get("mtu"),
                  "nodeSelector",
                  Map.of("zone", get("zone")),
                  "rollout",
                  "plain"));
      var networks = new LinkedHashMap<String, Object>();
      networks.put("lan", attachment("lan", "lan", bridge, get("vlan"), get("spaces")));
      networks.put("office", attachment("office", get("office"), bridge, 7, List.of("plan-vms")));
      if (Boolean.TRUE.equals(choices.get("loose"))) {
        networks.put("loose", attachment("loose", "loose", bridge, 8, List.of("plan-vms")));
      }
      machine(networks.getOrDefault(get("network"), ""));
      user();
      nodes(networks.getOrDefault("lan", ""));
    };
  }

  private Object get(String choice) {
    return choices.getOrDefault(choice, "");
  }

  private static Object attachment(
      String name, Object object, AnyComponent bridge, Object vlan, Object spaces) {
    var made =
        MAKE.make(
            "NetworkAttachment",
            name,
            Map.of(
                "name",
                object,
                "namespaces",
                spaces,
                "linuxBridge",
                Map.of("bridge", bridge.output("bridge"), "vlan", vlan)));
    return made.output("attachment");
  }

  private static void machine(Object network) {
    MAKE.make(
        "VirtualMachine",
        "web",
        Map.of(
            "namespace",
            "plan-vms",
            "memory",
            "1Gi",
            "containerDisk",
            "quay.io/containerdisks/fedora:latest",
            "networks",
            List.of(Map.of("name", "net", "attachment", network, "binding", "bridge")),
            "wiring",
            "none"));
  }

  /** A machine that somebody wrote by hand; it names a definition that may go. */
  private static void user() {
    new KubeObject(
        "user",
        "kubernetes:kubevirt.io/v1:VirtualMachine",
        Map.of(
            "metadata",
            Map.of("namespace", "plan-vms", "name", "user"),
            "spec",
            Map.of(
                "runStrategy",
                "Halted",
                "template",
                Map.of(
                    "spec",
                    Map.of(
                        "domain",
                        Map.of(
                            "devices",
                            Map.of(
                                "interfaces", List.of(Map.of("name", "net", "bridge", Map.of())))),
                        "networks",
                        List.of(
                            Map.of(
                                "name",
                                "net",
                                "multus",
                                Map.of("networkName", "plan-vms/loose"))))))));
  }

  private void nodes(Object network) {
    var type =
        MAKE.make(
            "KubeVirtNodeType",
            "small",
            Map.of(
                "resources",
                Map.of("cpu", get("cpu"), "memory", "4Gi"),
                "attachment",
                network,
                "podNetwork",
                "keep"));
    var types = new ArrayList<Object>();
    types.add(type.output("nodeType"));
    MAKE.make(
        "KubeVirtNodeProvider",
        "kv",
        Map.of("cluster", "host", "namespace", "plan-vms", "nodeTypes", types, "wiring", "none"));
  }
}
