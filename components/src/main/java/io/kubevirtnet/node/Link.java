package io.kubevirtnet.node;

import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.stream.Stream;

/** One interface of a node as it is, or as it will be. */
record Link(Key key, Fields fields) {
  static final String BR_EX = "br-ex";

  /**
   * Kinds that the kernel does not know have their own names: an OVS bridge and its port share one.
   */
  record Key(String name, String family) {
    static final String KERNEL = "";

    static Key of(String name, String type) {
      return new Key(name, Known.ofKernel(type) ? KERNEL : type);
    }

    boolean isKernel() {
      return family.equals(KERNEL);
    }
  }

  static Link of(String name, String type, Fields fields) {
    return new Link(Key.of(name, type), fields);
  }

  Link with(Fields other) {
    return other == fields ? this : new Link(key, other);
  }

  Link with(String field, Object value) {
    return with(fields.with(field, value));
  }

  Link without(String... fieldNames) {
    return with(Parts.without(fields, fieldNames));
  }

  NetworkInterface view() {
    return new NetworkInterface(fields);
  }

  String name() {
    return key.name();
  }

  String type() {
    return Parts.text(fields, "type").orElse("unknown");
  }

  String state() {
    return Parts.text(fields, "state").orElse("up");
  }

  String controller() {
    return Parts.text(fields, "controller").orElse("");
  }

  /** A veth is shown as an ethernet with a peer, too. */
  boolean isVirtual() {
    return !Known.PHYSICAL.contains(type()) || !peer().isEmpty();
  }

  String peer() {
    return Parts.text(Parts.object(fields, "veth"), "peer").orElse("");
  }

  boolean isNetworkCard() {
    return Known.PHYSICAL.contains(type()) || type().equals("veth");
  }

  boolean hasMac(Tree mac) {
    return Stream.of("mac-address", "permanent-mac-address")
        .flatMap(k -> fields.get(k).stream())
        .anyMatch(m -> Lenient.same("mac-address", m, mac));
  }

  String base() {
    return view().base().orElse("");
  }

  List<String> ports() {
    return view().ports();
  }

  /** Bridges and bonds take the addresses of their ports away; a VRF does not. */
  boolean portsKeepAddresses() {
    return type().equals("vrf");
  }

  boolean keepsAddressesAsPort() {
    return type().equals("ovs-interface");
  }

  /** It is a port of something that does not let its ports have addresses. */
  boolean controllerTakesAddresses(Links links) {
    return !controller().isEmpty()
        && !keepsAddressesAsPort()
        && !links.controllerNamed(controller()).filter(Link::portsKeepAddresses).isPresent();
  }

  Fields ip(String family) {
    return Parts.object(fields, family);
  }

  boolean hasIp(String family) {
    return Parts.isTrue(ip(family), "enabled");
  }
}
