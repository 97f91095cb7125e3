package io.kubevirtnet.netris;

import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.VlanId;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisServerSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The facts of a server cluster's network; each is unknown while they are, or while it cannot be
 * right.
 */
public record ServerClusterFacts(Value<NetrisFactsSpec> spec) {

  public Value<String> vnet() {
    return spec.flatMap(NetrisFactsSpec::vnet);
  }

  /** Address of the gateway with the prefix length: {@code 192.168.55.254/21}. */
  public Value<IpNetwork> network() {
    return right(
            spec.flatMap(NetrisFactsSpec::gateway), text -> VnetGateway.parse(text).isPresent())
        .map(text -> VnetGateway.parse(text).orElseThrow().network());
  }

  /** {@code 192.168.55.254}. */
  public Value<String> gateway() {
    return network().map(n -> n.address().toString());
  }

  /** {@code 192.168.48.0/21}. */
  public Value<String> subnet() {
    return network().map(n -> n.withoutHostBits().toString());
  }

  public Value<Integer> vlan() {
    return right(spec.flatMap(NetrisFactsSpec::vlan), VlanId::isValid);
  }

  public Value<Integer> vxlan() {
    return right(spec.flatMap(NetrisFactsSpec::vxlan), VxlanId::isValid);
  }

  public Value<String> vpc() {
    return spec.flatMap(NetrisFactsSpec::vpc);
  }

  public Value<String> site() {
    return spec.flatMap(NetrisFactsSpec::site);
  }

  /** Members of the server cluster; absent where nobody says. */
  public Value<List<Value<NetrisServerSpec>>> servers() {
    return spec.flatMap(NetrisFactsSpec::servers);
  }

  /** What Netris gives out itself; what can not be read is left out. */
  public Value<List<AddressRange>> dhcpRanges() {
    return ranges(NetrisFactsSpec::dhcpRanges);
  }

  /** Single addresses mostly; what can not be read is left out. */
  public Value<List<AddressRange>> usedAddresses() {
    return ranges(NetrisFactsSpec::usedAddresses);
  }

  /** As they are written; unknown as long as one of them is. */
  Value<List<String>> dhcpTexts() {
    return texts(NetrisFactsSpec::dhcpRanges);
  }

  /** As they are written; unknown as long as one of them is. */
  Value<List<String>> usedTexts() {
    return texts(NetrisFactsSpec::usedAddresses);
  }

  private Value<List<String>> texts(Function<NetrisFactsSpec, Value<List<Value<String>>>> list) {
    return spec.flatMap(list).flatMap(all -> together(spec.flatMap(list), all));
  }

  private static Value<List<String>> together(
      Value<List<Value<String>>> list, List<Value<String>> all) {
    Value<List<String>> texts = new Value.Known<>(list.path(), List.of(), list.marks());
    for (var one : all) {
      texts = texts.with(one, (l, t) -> Stream.concat(l.stream(), Stream.of(t.strip())).toList());
    }
    return texts;
  }

  private Value<List<AddressRange>> ranges(
      Function<NetrisFactsSpec, Value<List<Value<String>>>> list) {
    return spec.flatMap(list)
        .map(
            ranges ->
                ranges.stream()
                    .flatMap(r -> r.known().flatMap(AddressText::parse).stream())
                    .toList());
  }

  private static <T> Value<T> right(Value<T> value, Predicate<T> isRight) {
    return value.known().filter(v -> !isRight.test(v)).isPresent()
        ? new Value.Unknown<>(value.path(), value.marks())
        : value;
  }
}
