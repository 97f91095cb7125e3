package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Versions;
import io.kubevirtnet.outputs.GuestInterface;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a virtual machine is wired, for previews that say what a change does to it. It changes
 * nothing in the cluster; VirtualMachine makes one.
 *
 * <p>It is read by the plugin, with the credentials in {@code kubevirtnet:kubeconfig}.
 *
 * <pre>{@code
 * new VirtualMachineWiring("web", VirtualMachineWiringArgs.builder()
 *     .virtualMachine("web").namespace("vms")
 *     .interfaces(Map.of("name", "lan", "bridge", Map.of()))
 *     .networks(Map.of("name", "lan", "multus", Map.of("networkName", "vms/lan")))
 *     .build());
 * }</pre>
 */
public final class VirtualMachineWiring extends CustomResource {
  @Export(
      name = "virtualMachine",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> virtualMachine;

  @Export(
      name = "namespace",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> namespace;

  @Export(
      name = "guestInterfaces",
      refs = {List.class, Map.class, String.class, Object.class},
      tree = "[0,[1,2,3]]")
  private @Nullable Output<List<Map<String, Object>>> guestInterfaces;

  public VirtualMachineWiring(String name, VirtualMachineWiringArgs args) {
    this(name, args, CustomResourceOptions.Empty);
  }

  public VirtualMachineWiring(
      String name, VirtualMachineWiringArgs args, CustomResourceOptions options) {
    super(
        Blueprints.VIRTUAL_MACHINE_WIRING.type(),
        name,
        args,
        CustomResourceOptions.merge(
            CustomResourceOptions.builder().version(Versions.OWN).build(), options));
  }

  /** Name of the VirtualMachine. */
  public Output<String> virtualMachine() {
    return Objects.requireNonNull(virtualMachine);
  }

  /** Namespace of the VirtualMachine. */
  public Output<String> namespace() {
    return Objects.requireNonNull(namespace);
  }

  /**
   * The interfaces of the machine as of the last update or refresh; empty while it does not run.
   */
  public Output<List<GuestInterface>> guestInterfaces() {
    return Objects.requireNonNull(guestInterfaces)
        .applyValue(
            all -> all.stream().map(i -> GuestInterface.of((Fields) Tree.of((Object) i))).toList());
  }
}
