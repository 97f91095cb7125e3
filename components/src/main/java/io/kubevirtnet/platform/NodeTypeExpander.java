package io.kubevirtnet.platform;

import io.kubevirtnet.enums.InterfaceBinding;
import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NodeImageSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;

/** From a node type to the typed output that a provider takes. */
public final class NodeTypeExpander {
  private NodeTypeExpander() {}

  public static Fields nodeType(KubeVirtNodeTypeSpec spec, String resourceName) {
    var addresses = spec.guestAddresses();
    return Tree.of("name", spec.name().orDefault(resourceName))
        .with("displayName", spec.displayName())
        .with("resources", spec.resources())
        .with("podNetwork", spec.podNetwork())
        .with("attachment", spec.attachment())
        .with("attachmentName", spec.attachmentName())
        .with("properties", properties(spec))
        .with("guestCidr", addresses.flatMap(GuestAddressesSpec::cidr))
        .with("guestRanges", addresses.flatMap(GuestAddressesSpec::ranges))
        .with("maxCapacity", spec.maxCapacity())
        .with("cost", spec.cost());
  }

  /** All of the platform's strings but the attachment's, whose form depends on the provider. */
  private static Tree properties(KubeVirtNodeTypeSpec spec) {
    if (spec.properties().isUnknown()) {
      return spec.properties().tree();
    }
    var image = spec.image();
    var addresses = spec.guestAddresses();
    boolean attached = spec.attachment().isGiven() || spec.attachmentName().isGiven();
    var properties =
        Tree.fields()
            .with(PropertyKey.IMAGE_URL, image.flatMap(NodeImageSpec::url))
            .with(PropertyKey.ROOT_DISK_SIZE, image.flatMap(NodeImageSpec::rootDiskSize))
            .withIf(
                attached, PropertyKey.BINDING, spec.binding().orDefault(InterfaceBinding.Bridge))
            .withIf(
                attached && !keeps(spec),
                PropertyKey.MULTUS_DEFAULT,
                spec.podNetwork().map(c -> String.valueOf(c == PodNetworkChoice.None)))
            .with(PropertyKey.CIDR, cidr(addresses))
            .with(PropertyKey.RANGES, joined(addresses.flatMap(GuestAddressesSpec::ranges)))
            .with(
                PropertyKey.NAMESERVERS, joined(addresses.flatMap(GuestAddressesSpec::nameservers)))
            .withIf(
                addresses.isGiven(),
                PropertyKey.GUEST_INTERFACE,
                spec.podNetwork().map(NodeTypeExpander::guestInterface));
    for (var own : spec.properties().known().orElse(Map.of()).entrySet()) {
      properties = properties.with(own.getKey(), own.getValue());
    }
    return properties;
  }

  private static boolean keeps(KubeVirtNodeTypeSpec spec) {
    return spec.podNetwork().known().filter(c -> c == PodNetworkChoice.Keep).isPresent();
  }

  /** Names that a guest on machine type q35 gives its first and second virtio card. */
  private static String guestInterface(PodNetworkChoice podNetwork) {
    return switch (podNetwork) {
      case Keep -> "enp2s0";
      case None -> "enp1s0";
    };
  }

  /** The platform takes the host part of the network as the gateway. */
  private static Value<String> cidr(Value<GuestAddressesSpec> addresses) {
    var cidr = addresses.flatMap(GuestAddressesSpec::cidr);
    var gateway = addresses.flatMap(GuestAddressesSpec::gateway);
    if (gateway.isAbsent()) {
      return cidr;
    }
    var marks = cidr.marks().and(gateway.marks());
    if (cidr.isUnknown() || gateway.isUnknown()) {
      return new Value.Unknown<>(cidr.path(), marks);
    }
    return new Value.Known<>(
        cidr.path(),
        gateway.known().orElseThrow()
            + cidr.known().flatMap(IpNetwork::parse).map(n -> "/" + n.prefixLength()).orElse(""),
        marks);
  }

  /** A list in one string; unknown as a whole as soon as one element is. */
  private static Object joined(Value<List<Value<String>>> list) {
    return list.map(
        items -> {
          var marks = Marks.all(items.stream().map(Value::marks));
          return items.stream().anyMatch(Value::isUnknown)
              ? new Unknown(marks)
              : new Scalar(
                  String.join(",", items.stream().flatMap(v -> v.known().stream()).toList()),
                  marks);
        });
  }
}
