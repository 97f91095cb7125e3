package io.kubevirtnet.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kubevirtnet.link.AttachmentReferences;
import io.kubevirtnet.link.CommaList;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.spec.NodeImageSpec;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs in the words of the platform: properties, which are all text. Whatever is left out makes
 * none. Each knows the input that it comes from.
 */
record NodeProperties(Fields fields, Map<PropertyKey, PropertyPath> inputs) {
  static final NodeProperties NONE = new NodeProperties(Fields.EMPTY, Map.of());

  NodeProperties {
    inputs = Map.copyOf(inputs);
  }

  /** This with one more; nothing when the value is absent. */
  NodeProperties with(PropertyKey key, Object value) {
    var more = new LinkedHashMap<>(inputs);
    if (value instanceof Value<?> v && v.isGiven()) {
      more.put(key, v.path());
    }
    return new NodeProperties(fields.with(key.key(), value), more);
  }

  NodeProperties withIf(boolean condition, PropertyKey key, Object value) {
    return condition ? with(key, value) : this;
  }

  NodeProperties image(Value<NodeImageSpec> image) {
    return with(PropertyKey.IMAGE_URL, image.flatMap(NodeImageSpec::url))
        .with(PropertyKey.IMAGE_CHECKSUM, image.flatMap(NodeImageSpec::checksum))
        .with(PropertyKey.IMAGE_DATA_SOURCE, image.flatMap(NodeImageSpec::dataSource))
        .with(PropertyKey.OS_IMAGE_NAME, image.flatMap(NodeImageSpec::osImage))
        .with(PropertyKey.ROOT_DISK_SIZE, image.flatMap(NodeImageSpec::rootDiskSize))
        .object(PropertyKey.DATA_VOLUME_TEMPLATE, image.flatMap(NodeImageSpec::dataVolumeTemplate))
        .object(PropertyKey.ROOT_DISK_TEMPLATE, image.flatMap(NodeImageSpec::rootDiskTemplate));
  }

  /** A name for the card only where one is given: what it is else depends on the machine. */
  NodeProperties addresses(Value<GuestAddressesSpec> addresses) {
    return with(PropertyKey.CIDR, cidr(addresses))
        .list(PropertyKey.RANGES, addresses.flatMap(GuestAddressesSpec::ranges))
        .list(PropertyKey.NAMESERVERS, addresses.flatMap(GuestAddressesSpec::nameservers))
        .with(PropertyKey.GUEST_INTERFACE, addresses.flatMap(GuestAddressesSpec::guestInterface));
  }

  /**
   * @param reference as {@link #reference} gives it
   */
  NodeProperties attachment(Value<String> reference) {
    return with(PropertyKey.ATTACHMENT, reference);
  }

  NodeProperties sshKeys(Value<List<Value<String>>> names) {
    return list(PropertyKey.SSH_KEYS, names);
  }

  NodeProperties userData(Value<String> cloudConfig) {
    return with(PropertyKey.USER_DATA, cloudConfig);
  }

  /**
   * @param text cloud-init's network config
   */
  NodeProperties networkData(Value<String> text) {
    return with(PropertyKey.NETWORK_DATA, text.map(NodeProperties::packed));
  }

  static String packed(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** An object as text that YAML takes. */
  NodeProperties object(PropertyKey key, Value<Map<String, Value<Tree>>> object) {
    return with(key, object.map(o -> text(Tree.of((Object) o))));
  }

  /** As text that YAML takes, in one order: the maps of an author come in any. */
  static Tree text(Tree object) {
    return Json.text(sorted(object));
  }

  private static Tree sorted(Tree tree) {
    if (tree instanceof Fields map) {
      var ordered = new TreeMap<String, Tree>();
      map.fields().forEach((key, value) -> ordered.put(key, sorted(value)));
      return new Fields(ordered, map.marks());
    }
    return tree instanceof Items list
        ? new Items(list.items().stream().map(NodeProperties::sorted).toList(), list.marks())
        : tree;
  }

  /** Texts in one, with commas; unknown as a whole as soon as one is. */
  NodeProperties list(PropertyKey key, Value<List<Value<String>>> texts) {
    return with(key, CommaList.of(texts));
  }

  /** Together with what the author wrote as properties; unknown as a whole when those are. */
  Tree and(Value<Map<String, Value<String>>> own) {
    if (own.isUnknown()) {
      return own.tree();
    }
    var all = fields;
    for (var entry : own.known().orElse(Map.of()).entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /**
   * Which input makes what stands in the properties of an object.
   *
   * @param properties where they are in it
   * @param own the input that the others are written in
   */
  Places places(PropertyPath properties, Value<?> own) {
    var places = Places.EMPTY.same(properties, own.path());
    for (var input : inputs.entrySet()) {
      places = places.at(properties.child(input.getKey().key()), input.getValue());
    }
    return places;
  }

  /**
   * How machines of a namespace name the attachment: by the reference of their own namespace, else
   * by the first one.
   */
  static Value<String> reference(
      Value<AttachmentSpec> attachment, Value<String> attachmentName, Value<String> namespace) {
    return attachmentName.isGiven()
        ? attachmentName
        : AttachmentReferences.from(
            namespace, attachment.flatMap(AttachmentSpec::references), attachment.path());
  }

  /** The platform takes the host part of the network as the gateway. */
  private static Value<String> cidr(Value<GuestAddressesSpec> addresses) {
    var cidr = addresses.flatMap(GuestAddressesSpec::cidr);
    var gateway = addresses.flatMap(GuestAddressesSpec::gateway);
    return gateway.isAbsent() ? cidr : cidr.with(gateway, NodeProperties::gatewayIn);
  }

  private static String gatewayIn(String cidr, String gateway) {
    return gateway + IpNetwork.parse(cidr).map(n -> "/" + n.prefixLength()).orElse("");
  }
}
