package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.value.Tree.Fields;
import java.util.concurrent.CompletableFuture;

/** A child that keeps how a machine is wired: a VirtualMachineWiring. */
final class WiringObject extends CustomResource {

  WiringObject(Child child, CompletableFuture<Fields> inputs, CustomResourceOptions options) {
    super(child.token(), child.name(), new Args(inputs), options);
  }

  /** What a machine or a node type hands on. */
  private static final class Args extends ResourceArgs {
    @Import(name = "virtualMachine")
    private final Output<Object> virtualMachine;

    @Import(name = "nodeType")
    private final Output<Object> nodeType;

    @Import(name = "namespace")
    private final Output<Object> namespace;

    @Import(name = "interfaces")
    private final Output<Object> interfaces;

    @Import(name = "networks")
    private final Output<Object> networks;

    @Import(name = "devices")
    private final Output<Object> devices;

    @Import(name = "networkData")
    private final Output<Object> networkData;

    @Import(name = "origins")
    private final Output<Object> origins;

    @Import(name = "preference")
    private final Output<Object> preference;

    @Import(name = "properties")
    private final Output<Object> properties;

    @Import(name = "guestNames")
    private final Output<Object> guestNames;

    @Import(name = "namedDefinitions")
    private final Output<Object> namedDefinitions;

    @Import(name = "namedBridges")
    private final Output<Object> namedBridges;

    @Import(name = "kubevirtVersion")
    private final Output<Object> kubevirtVersion;

    @Import(name = "suppress")
    private final Output<Object> suppress;

    Args(CompletableFuture<Fields> inputs) {
      virtualMachine = Lifted.property(inputs, "virtualMachine");
      nodeType = Lifted.property(inputs, "nodeType");
      namespace = Lifted.property(inputs, "namespace");
      interfaces = Lifted.property(inputs, "interfaces");
      networks = Lifted.property(inputs, "networks");
      devices = Lifted.property(inputs, "devices");
      networkData = Lifted.property(inputs, "networkData");
      origins = Lifted.property(inputs, "origins");
      preference = Lifted.property(inputs, "preference");
      properties = Lifted.property(inputs, "properties");
      guestNames = Lifted.property(inputs, "guestNames");
      namedDefinitions = Lifted.property(inputs, "namedDefinitions");
      namedBridges = Lifted.property(inputs, "namedBridges");
      kubevirtVersion = Lifted.property(inputs, "kubevirtVersion");
      suppress = Lifted.property(inputs, "suppress");
    }
  }
}
