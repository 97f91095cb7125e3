package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * A virtual machine of KubeVirt, with one list of networks over a template.
 *
 * <pre>{@code
 * new VirtualMachine("web", VirtualMachineArgs.builder()
 *     .namespace("vms")
 *     .memory("2Gi")
 *     .containerDisk("quay.io/containerdisks/fedora:latest")
 *     .networks(
 *         VmNetworkArgs.builder().name("default").pod(PodNetworkArgs.Empty).build(),
 *         VmNetworkArgs.builder().name("lan").attachment(lan.attachment()).stableMac(true).build())
 *     .build());
 * }</pre>
 */
public final class VirtualMachine extends ComponentResource {
  private final Output<String> name;
  private final Output<String> namespace;
  private final Output<Map<String, String>> macAddresses;
  private final Output<Map<String, String>> interfaceNames;

  public VirtualMachine(String name, VirtualMachineArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public VirtualMachine(String name, VirtualMachineArgs args, ComponentResourceOptions options) {
    super(Blueprints.VIRTUAL_MACHINE.type(), name, options);
    var construction = Construction.of(this, Blueprints.VIRTUAL_MACHINE, name, args, options);
    this.name = construction.text("name");
    this.namespace = construction.text("namespace");
    this.macAddresses = construction.texts("macAddresses");
    this.interfaceNames = construction.texts("interfaceNames");
    registerOutputs(
        Map.of(
            "name", this.name,
            "namespace", namespace,
            "macAddresses", macAddresses,
            "interfaceNames", interfaceNames));
  }

  /** Name of the VirtualMachine. */
  public Output<String> name() {
    return name;
  }

  /** Namespace of the machine. */
  public Output<String> namespace() {
    return namespace;
  }

  /** MAC address by network, where one is set. */
  public Output<Map<String, String>> macAddresses() {
    return macAddresses;
  }

  /** Name in the guest by network, as far as it can be told beforehand. */
  public Output<Map<String, String>> interfaceNames() {
    return interfaceNames;
  }
}
