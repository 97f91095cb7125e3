package io.kubevirtnet.platform;

import io.kubevirtnet.spec.CloudControllersSpec;
import io.kubevirtnet.spec.GuestAddressesSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NetrisNodesSpec;
import io.kubevirtnet.spec.NodeImageSpec;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which input says what stands where in a node type. */
final class NodeTypePlaces {
  private static final PropertyPath PROPERTIES = new PropertyPath("properties");

  /** What a NetrisNetwork says of the addresses on its V-Net. */
  private static final Set<PropertyKey> OF_ADDRESSES =
      EnumSet.of(
          PropertyKey.CIDR,
          PropertyKey.RANGES,
          PropertyKey.NAMESERVERS,
          PropertyKey.GUEST_INTERFACE,
          PropertyKey.NETRIS_SERVER_CLUSTER);

  private NodeTypePlaces() {}

  static Places of(KubeVirtNodeTypeSpec spec) {
    var machine = NodeMachine.of(spec);
    var places =
        Places.EMPTY
            .same(new PropertyPath("metadata.labels"), spec.labels().path())
            .same(new PropertyPath("metadata.annotations"), spec.annotations().path())
            .same(new PropertyPath("overhead.kubeReserved"), spec.kubeReserved().path())
            .at(spec.attachment().path(), spec.attachment().path())
            .at(
                PROPERTIES.child(PropertyKey.ATTACHMENT.key()),
                spec.attachmentName().isGiven()
                    ? spec.attachmentName().path()
                    : spec.attachment().path())
            .and(machine.placesIn(new PropertyPath(machine.field())));
    for (var property : inputs(spec).entrySet()) {
      places = places.at(PROPERTIES.child(property.getKey().key()), property.getValue().path());
    }
    return places.and(provider(spec));
  }

  private static Places provider(KubeVirtNodeTypeSpec spec) {
    var own = spec.nodeProvider().path();
    var kubeVirt = DesiredNode.PROVIDER.child("spec").child("kubeVirt");
    return Places.EMPTY
        .at(DesiredNode.PROVIDER, own)
        .at(DesiredNode.PROVIDER.child("metadata").child("name"), own.child("name"))
        .at(kubeVirt.child("clusterRef").child("cluster"), own.child("cluster"))
        .at(kubeVirt.child("clusterRef").child("namespace"), own.child("namespace"))
        .at(kubeVirt.child("namespaceStrategy"), own.child("namespaceStrategy"));
  }

  /**
   * The keys that inputs make, so that they are no free properties. A NetrisNetwork gives out those
   * of addresses, which are free where no input is about them.
   */
  static Set<PropertyKey> keys(KubeVirtNodeTypeSpec spec) {
    var keys = EnumSet.copyOf(inputs(spec).keySet());
    keys.add(PropertyKey.ATTACHMENT);
    if (spec.guestAddresses().isAbsent() && spec.netris().isAbsent()) {
      keys.removeAll(OF_ADDRESSES);
    }
    return keys;
  }

  private static Map<PropertyKey, Value<?>> inputs(KubeVirtNodeTypeSpec spec) {
    var addresses = spec.guestAddresses();
    var netris = spec.netris();
    var image = spec.image();
    var clouds = spec.cloudControllers();
    var plugin = first(spec.interfaceTemplate(), spec.plugin(), spec.pluginName());
    var inputs = new EnumMap<PropertyKey, Value<?>>(PropertyKey.class);
    inputs.put(
        PropertyKey.BINDING, first(spec.binding(), spec.attachment(), spec.attachmentName()));
    inputs.put(PropertyKey.INTERFACE_TEMPLATE, plugin);
    inputs.put(PropertyKey.MULTUS_DEFAULT, first(spec.multusDefault(), spec.podNetwork()));
    var cidr =
        said(
            spec, PropertyKey.CIDR, within(addresses, addresses.flatMap(GuestAddressesSpec::cidr)));
    var serverCluster =
        said(
            spec,
            PropertyKey.NETRIS_SERVER_CLUSTER,
            within(netris, netris.flatMap(NetrisNodesSpec::serverCluster)));
    inputs.put(PropertyKey.CIDR, cidr);
    inputs.put(
        PropertyKey.RANGES,
        said(
            spec,
            PropertyKey.RANGES,
            within(addresses, addresses.flatMap(GuestAddressesSpec::ranges))));
    inputs.put(
        PropertyKey.NAMESERVERS,
        said(
            spec,
            PropertyKey.NAMESERVERS,
            netris.isGiven()
                ? within(netris, netris.flatMap(NetrisNodesSpec::nameservers))
                : within(addresses, addresses.flatMap(GuestAddressesSpec::nameservers))));
    var guestInterface =
        said(
            spec,
            PropertyKey.GUEST_INTERFACE,
            netris.isGiven()
                ? within(netris, netris.flatMap(NetrisNodesSpec::guestInterface))
                : within(addresses, addresses.flatMap(GuestAddressesSpec::guestInterface)));
    inputs.put(PropertyKey.GUEST_INTERFACE, first(guestInterface, cidr, serverCluster));
    inputs.put(PropertyKey.NETWORK_DATA, first(spec.networkData(), spec.guestNetwork()));
    inputs.put(PropertyKey.NETWORK_DATA_TEMPLATE, spec.networkDataTemplate());
    inputs.put(PropertyKey.ENVIRONMENT_NAME, spec.environment());
    inputs.put(PropertyKey.NETRIS_SERVER_CLUSTER, serverCluster);
    inputs.put(PropertyKey.OS_IMAGE_NAME, within(image, image.flatMap(NodeImageSpec::osImage)));
    inputs.put(PropertyKey.IMAGE_URL, within(image, image.flatMap(NodeImageSpec::url)));
    inputs.put(PropertyKey.IMAGE_CHECKSUM, within(image, image.flatMap(NodeImageSpec::checksum)));
    inputs.put(
        PropertyKey.IMAGE_DATA_SOURCE, within(image, image.flatMap(NodeImageSpec::dataSource)));
    inputs.put(
        PropertyKey.ROOT_DISK_SIZE, within(image, image.flatMap(NodeImageSpec::rootDiskSize)));
    inputs.put(
        PropertyKey.DATA_VOLUME_TEMPLATE,
        within(image, image.flatMap(NodeImageSpec::dataVolumeTemplate)));
    inputs.put(
        PropertyKey.ROOT_DISK_TEMPLATE,
        within(image, image.flatMap(NodeImageSpec::rootDiskTemplate)));
    inputs.put(PropertyKey.SSH_KEYS, spec.sshKeys());
    inputs.put(PropertyKey.USER_DATA, spec.userData());
    inputs.put(PropertyKey.USER_DATA_TEMPLATE, spec.userDataTemplate());
    inputs.put(PropertyKey.CCM_ENABLED, within(clouds, clouds.flatMap(CloudControllersSpec::ccm)));
    inputs.put(PropertyKey.CSI_ENABLED, within(clouds, clouds.flatMap(CloudControllersSpec::csi)));
    inputs.put(
        PropertyKey.CCM_LOAD_BALANCER,
        within(clouds, clouds.flatMap(CloudControllersSpec::loadBalancer)));
    return inputs;
  }

  /** The input, else the property that an author wrote in its place. */
  private static Value<?> said(KubeVirtNodeTypeSpec spec, PropertyKey key, Value<?> input) {
    var property = property(spec, key);
    return input.isAbsent() && property.isPresent() ? property.get() : input;
  }

  /** What an author wrote as a property. */
  static Optional<Value<String>> property(KubeVirtNodeTypeSpec spec, PropertyKey key) {
    return spec.properties().known().flatMap(all -> Optional.ofNullable(all.get(key.key())));
  }

  /** A part that is left out is missing in the whole. */
  private static Value<?> within(Value<?> whole, Value<?> part) {
    return part.isGiven() ? part : whole;
  }

  private static Value<?> first(Value<?>... inputs) {
    for (var input : inputs) {
      if (input.isGiven()) {
        return input;
      }
    }
    return inputs[0];
  }

  /** The inputs of the properties that there are, for whoever has only the output. */
  static Fields origins(KubeVirtNodeTypeSpec spec, NodeProperties texts) {
    var origins = Fields.EMPTY;
    for (var input : inputs(spec).entrySet()) {
      var key = input.getKey().key();
      origins =
          origins.withIf(
              texts.fields().get(key).isPresent(),
              PROPERTIES.child(key).text(),
              input.getValue().path().text());
    }
    var machine = NodeMachine.of(spec);
    for (var place : machine.placesIn(new PropertyPath(machine.field())).inputs().entrySet()) {
      var input = place.getValue().path().text();
      origins = origins.withIf(!input.startsWith(machine.field()), place.getKey(), input);
    }
    return origins;
  }
}
