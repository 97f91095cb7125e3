package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.enums.PodNetworkChoice;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.platform.PropertyKey;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Arrays;

/** A node type that was written by hand, as the inputs of the component that would make it. */
final class NodeTypeInputs {
  private final Cursor type;
  private final Cursor ownProperties;
  private final Cursor sharedProperties;
  private final PathMap places;

  /**
   * @param shared the properties of the provider; those of the type win
   */
  NodeTypeInputs(Cursor type, Cursor shared) {
    this.type = type;
    this.ownProperties = type.child("properties");
    this.sharedProperties = shared;
    this.places = new PathMap(type.path());
  }

  PathMap places() {
    return places;
  }

  Fields inputs() {
    var inputs =
        Tree.of("name", type.child("name").tree().orElse(Tree.of("")))
            .with("podNetwork", podNetwork())
            .with("properties", free(ownProperties));
    places.put("name", type.child("name").path()).put("properties", ownProperties.path());
    inputs = copy(inputs, "displayName", type.child("displayName"));
    inputs = copy(inputs, "maxCapacity", type.child("maxCapacity"));
    inputs = copy(inputs, "cost", type.child("cost"));
    inputs = inputs.with("resources", resources());
    inputs = withText(inputs, "attachmentName", PropertyKey.ATTACHMENT);
    inputs = withText(inputs, "binding", PropertyKey.BINDING);
    var image =
        withText(
            withText(Fields.EMPTY, "image.url", PropertyKey.IMAGE_URL),
            "image.rootDiskSize",
            PropertyKey.ROOT_DISK_SIZE);
    inputs = inputs.withIf(!image.fields().isEmpty(), "image", image);
    var addresses = property(PropertyKey.CIDR).known();
    return addresses.isPresent()
        ? inputs.with("guestAddresses", guestAddresses(addresses.get()))
        : inputs;
  }

  /** Without the platform's own keys, which other inputs make. */
  static Fields free(Cursor properties) {
    var free = Fields.EMPTY;
    for (var property : properties.fields().fields().entrySet()) {
      free =
          free.withIf(
              !PropertyKey.isMadeByInputs(property.getKey()),
              property.getKey(),
              property.getValue());
    }
    return free;
  }

  private Cursor property(String key) {
    var own = ownProperties.child(key);
    return own.isPresent() ? own : sharedProperties.child(key);
  }

  private PodNetworkChoice podNetwork() {
    var multusDefault = property(PropertyKey.MULTUS_DEFAULT);
    places.putText("podNetwork", multusDefault.path());
    return multusDefault.is("true") ? PodNetworkChoice.None : PodNetworkChoice.Keep;
  }

  private Fields resources() {
    var place = type.child("resources");
    places.put("resources", place.path());
    var resources = Fields.EMPTY;
    for (var name : new String[] {"cpu", "memory"}) {
      var amount = place.child(name).tree();
      if (amount.isPresent()) {
        resources = resources.with(name, Cursor.asText(amount.get()));
      }
    }
    return resources;
  }

  private Fields copy(Fields inputs, String name, Cursor from) {
    places.put(name, from.path());
    return from.isPresent() ? inputs.with(name, from.tree().orElseThrow()) : inputs;
  }

  /**
   * @param input path of the input; its last part is the name of the field
   */
  private Fields withText(Fields inputs, String input, String key) {
    var from = property(key);
    places.putText(input, from.path());
    return from.isPresent()
        ? inputs.with(
            input.substring(input.lastIndexOf('.') + 1), Cursor.asText(from.tree().orElseThrow()))
        : inputs;
  }

  /** The platform takes the host part of the network, where there is one, as the gateway. */
  private Fields guestAddresses(String cidr) {
    PropertyPath at = property(PropertyKey.CIDR).path();
    places
        .putText("guestAddresses", at)
        .putText("guestAddresses.ranges", property(PropertyKey.RANGES).path())
        .putText("guestAddresses.nameservers", nameserversPath(at));
    var gateway = IpNetwork.parse(cidr).filter(IpNetwork::hasHostBits);
    var addresses =
        Tree.of("cidr", gateway.map(g -> g.withoutHostBits().toString()).orElse(cidr))
            .with("nameservers", list(property(PropertyKey.NAMESERVERS)));
    if (gateway.isPresent()) {
      addresses = addresses.with("gateway", gateway.get().address().toString());
    }
    return property(PropertyKey.RANGES).isPresent()
        ? addresses.with("ranges", list(property(PropertyKey.RANGES)))
        : addresses;
  }

  private PropertyPath nameserversPath(PropertyPath otherwise) {
    var servers = property(PropertyKey.NAMESERVERS);
    return servers.isPresent() ? servers.path() : otherwise;
  }

  private static Tree list(Cursor text) {
    return Tree.of(
        text.known().stream()
            .flatMap(t -> Arrays.stream(t.split(",", -1)))
            .map(String::strip)
            .toList());
  }
}
