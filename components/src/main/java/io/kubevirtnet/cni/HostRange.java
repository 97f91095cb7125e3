package io.kubevirtnet.cni;

import io.kubevirtnet.value.Part;
import java.util.Optional;

/**
 * A range of host-local with everything that the plugin fills in.
 *
 * @param secret it is not shown
 */
record HostRange(GoNetwork subnet, GoIp start, GoIp end, boolean secret) {
  private static final int HOST_BITS = 2;

  /** Nothing when something is wrong, which has been said then, or not known yet. */
  static Optional<HostRange> read(Place range, String before, PluginConfig config) {
    var subnet = range.get("subnet");
    if (range.isOpen() || subnet.isOpen()) {
      return Optional.empty();
    }
    var network = subnet.text().flatMap(GoNetwork::parse);
    if (network.isEmpty()) {
      return refuse(config, range, "The range has no subnet.", before + "IP <nil> not v4 nor v6");
    }
    return problem(network.get(), before)
        .map(
            message ->
                refuse(
                    config,
                    subnet,
                    subnet.shown() + " is no subnet to give addresses from.",
                    message))
        .orElseGet(() -> bounds(range, network.get(), before, config));
  }

  private static Optional<String> problem(GoNetwork network, String before) {
    if (network.length() > network.maskBits() - HOST_BITS) {
      return Optional.of(before + "Network " + network + " too small to allocate from");
    }
    if (network.ip().mapped()) {
      return Optional.of(before + "IPNet IP and Mask version mismatch");
    }
    var first = network.ip().masked(network.length());
    return first.isSame(network.ip())
        ? Optional.empty()
        : Optional.of(
            before
                + "Network has host bits set. For a subnet mask of length "
                + network.length()
                + " the network address is "
                + first);
  }

  private static Optional<HostRange> bounds(
      Place range, GoNetwork network, String before, PluginConfig config) {
    var start = address(range.get("rangeStart"));
    var end = address(range.get("rangeEnd"));
    if (range.get("rangeStart").isOpen() || range.get("rangeEnd").isOpen()) {
      return Optional.empty();
    }
    if (start.isPresent() && !holds(network, start.get(), start, end)) {
      return outside(range, "rangeStart", start.get(), network, before, config);
    }
    var first = start.orElse(network.ip().next());
    if (end.isPresent() && !holds(network, end.get(), Optional.of(first), end)) {
      return outside(range, "rangeEnd", end.get(), network, before, config);
    }
    gateway(range, network, config);
    var last = network.ip().last(network.length());
    return Optional.of(
        new HostRange(
            network, first, end.orElse(last.isV4() ? last.previous() : last), range.isSecret()));
  }

  private static boolean holds(
      GoNetwork network, GoIp address, Optional<GoIp> start, Optional<GoIp> end) {
    return network.contains(address)
        && start.filter(s -> !s.isSameFamily(address) || address.compareTo(s) < 0).isEmpty()
        && end.filter(e -> e.isSameFamily(address) && address.compareTo(e) > 0).isEmpty();
  }

  /** The plugin takes it, and the pods have no way out. */
  private static void gateway(Place range, GoNetwork network, PluginConfig config) {
    var gateway = range.get("gateway");
    if (address(gateway).filter(g -> !network.contains(g)).isPresent()) {
      config.advise(
          PluginCatalogue.GATEWAY,
          gateway,
          gateway.shown() + " is not in " + range.get("subnet").shown() + ".");
    }
  }

  private static Optional<GoIp> address(Place place) {
    return place.text().filter(t -> !t.isEmpty()).flatMap(GoIp::parse);
  }

  private static Optional<HostRange> outside(
      Place range,
      String key,
      GoIp address,
      GoNetwork network,
      String before,
      PluginConfig config) {
    var place = range.get(key);
    var message = "R" + key.substring(1) + " " + address + " not in network " + network;
    return refuse(
        config,
        place,
        place.shown() + " is not in the range.",
        before + (range.isSecret() ? Part.SECRET : message));
  }

  private static Optional<HostRange> refuse(
      PluginConfig config, Place place, String what, String message) {
    config.refuse(PluginCatalogue.RANGE, place, what, place.isSecret() ? place.shown() : message);
    return Optional.empty();
  }

  boolean contains(GoIp address) {
    return holds(subnet, address, Optional.of(start), Optional.of(end));
  }

  boolean overlaps(HostRange other) {
    return start.isSameFamily(other.start)
        && (contains(other.start)
            || contains(other.end)
            || other.contains(start)
            || other.contains(end));
  }

  @Override
  public String toString() {
    return secret ? Part.SECRET : start + "-" + end;
  }
}
