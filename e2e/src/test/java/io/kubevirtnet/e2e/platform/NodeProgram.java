package io.kubevirtnet.e2e.platform;

import com.pulumi.Context;
import com.pulumi.core.Output;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A provider whose node types differ in all that decides how their machines are wired. */
final class NodeProgram {
  private static final Map<String, Object> SIZE = Map.of("cpu", "2", "memory", "4Gi");

  private final Mode mode;
  private final String name;

  NodeProgram(Mode mode, String name) {
    this.mode = mode;
    this.name = name;
  }

  /**
   * The configuration {@code plugin} binds the first type otherwise, {@code host} moves them all.
   */
  void stack(Context ctx) {
    var lan = definition("lan", Map.of("linuxBridge", Map.of("bridgeName", "br1", "vlan", 100)));
    var fast = definition("fast", Map.of("sriov", Map.of(), "resourceName", "openshift.io/fast"));
    var bridged = new LinkedHashMap<String, Object>(bridged(lan));
    ctx.config().get("plugin").ifPresent(plugin -> bridged.put("pluginName", plugin));
    var types =
        List.of(
            type("bridged", bridged),
            type("direct", Map.of("resources", SIZE, "attachment", fast, "podNetwork", "keep")),
            type("replaced", replaced(lan)),
            type("merged", merged(lan)));
    var provider =
        mode.make(
            "KubeVirtNodeProvider",
            name,
            Map.of(
                "displayName",
                "Machines of " + name,
                "cluster",
                ctx.config().get("host").orElse("kubevirt-host"),
                "namespace",
                "default",
                "virtualMachineTemplate",
                base(),
                "properties",
                Map.of("vcluster.com/ssh-keys", "admins"),
                "nodeTypes",
                types));
    ctx.export("nodeTypeNames", provider.output("nodeTypeNames"));
  }

  private Output<?> definition(String what, Map<String, Object> plugin) {
    var inputs = new LinkedHashMap<String, Object>(plugin);
    inputs.put("namespace", "default");
    return mode.make("NetworkAttachment", name + "-" + what, inputs).output("attachment");
  }

  private Output<?> type(String type, Map<String, Object> inputs) {
    return mode.make("KubeVirtNodeType", type, inputs).output("nodeType");
  }

  private static Map<String, Object> bridged(Output<?> lan) {
    return Map.of(
        "resources",
        SIZE,
        "image",
        Map.of("url", "docker://quay.io/containerdisks/ubuntu:22.04", "rootDiskSize", "20Gi"),
        "attachment",
        lan,
        "podNetwork",
        "keep",
        "guestAddresses",
        Map.of(
            "cidr",
            "10.100.0.0/24",
            "ranges",
            List.of("10.100.0.100-10.100.0.150"),
            "gateway",
            "10.100.0.1",
            "nameservers",
            List.of("10.100.0.2")),
        "maxCapacity",
        50);
  }

  private static Map<String, Object> replaced(Output<?> lan) {
    var pod = List.of(Map.of("name", "default", "pod", Map.of()));
    var card = List.of(Map.of("name", "default", "masquerade", Map.of()));
    var domain =
        Map.of(
            "resources",
            Map.of("requests", Map.of("cpu", "8", "memory", "16Gi")),
            "devices",
            Map.of("interfaces", card));
    return Map.of(
        "attachment",
        lan,
        "podNetwork",
        "keep",
        "virtualMachineTemplate",
        machine(Map.of("domain", domain, "networks", pod, "nodeSelector", Map.of("gpu", "yes"))));
  }

  private static Map<String, Object> merged(Output<?> lan) {
    return Map.of(
        "attachment",
        lan,
        "podNetwork",
        "keep",
        "mergeVirtualMachineTemplate",
        machine(Map.of("nodeSelector", Map.of("disk", "ssd"))));
  }

  private static Map<String, Object> base() {
    var card = List.of(Map.of("name", "default", "bridge", Map.of()));
    return machine(
        Map.of(
            "domain",
            Map.of(
                "resources",
                Map.of("requests", Map.of("cpu", "4", "memory", "8Gi")),
                "devices",
                Map.of("interfaces", card)),
            "networks",
            List.of(Map.of("name", "default", "pod", Map.of()))));
  }

  private static Map<String, Object> machine(Map<String, Object> instance) {
    return Map.of("spec", Map.of("template", Map.of("spec", instance)));
  }
}
