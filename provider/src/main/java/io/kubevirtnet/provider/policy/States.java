package io.kubevirtnet.provider.policy;

import io.kubevirtnet.nmstate.NetworkInterface;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads desired states as far as the life of a policy needs it. */
final class States {
  private States() {}

  static List<NetworkInterface> interfaces(Fields state) {
    return new NetworkState(state).interfaces();
  }

  static Fields object(Fields in, String name) {
    return in.get(name).filter(Fields.class::isInstance).map(t -> (Fields) t).orElse(Fields.EMPTY);
  }

  static List<Fields> objects(Fields in, String name) {
    return items(in, name).stream().filter(Fields.class::isInstance).map(t -> (Fields) t).toList();
  }

  static List<Tree> items(Fields in, String name) {
    return in.get(name)
        .filter(Items.class::isInstance)
        .map(t -> ((Items) t).items())
        .orElse(List.of());
  }

  static Optional<String> text(Fields in, String name) {
    return in.get(name)
        .filter(Scalar.class::isInstance)
        .map(t -> String.valueOf(((Scalar) t).value()));
  }

  static List<String> texts(Fields in, String name) {
    return items(in, name).stream()
        .filter(Scalar.class::isInstance)
        .map(t -> String.valueOf(((Scalar) t).value()))
        .toList();
  }

  static Fields without(Fields in, String name) {
    var rest = new java.util.LinkedHashMap<>(in.fields());
    rest.remove(name);
    return new Fields(rest, in.marks());
  }

  /** Everything that a desired state lays hands on: what it names, their ports and their bases. */
  static Set<String> claimed(Fields desired) {
    var names = new LinkedHashSet<String>();
    for (var link : interfaces(desired)) {
      if (!link.isAbsent()) {
        link.name().ifPresent(names::add);
        names.addAll(link.ports());
        link.base().ifPresent(names::add);
      }
    }
    return names;
  }

  static Set<String> localnets(Fields desired) {
    var names = new LinkedHashSet<String>();
    objects(object(desired, "ovn"), "bridge-mappings").stream()
        .filter(m -> !text(m, "state").equals(Optional.of("absent")))
        .flatMap(m -> text(m, "localnet").stream())
        .forEach(names::add);
    return names;
  }

  /** Bridges that a state takes away. */
  static Set<String> removedBridges(Fields state) {
    var names = new LinkedHashSet<String>();
    interfaces(state).stream()
        .filter(i -> i.isAbsent() && i.type().filter(t -> t.endsWith("-bridge")).isPresent())
        .flatMap(i -> i.name().stream())
        .forEach(names::add);
    return names;
  }

  static Set<String> removedLocalnets(Fields state) {
    var names = new LinkedHashSet<String>();
    objects(object(state, "ovn"), "bridge-mappings").stream()
        .filter(m -> text(m, "state").equals(Optional.of("absent")))
        .flatMap(m -> text(m, "localnet").stream())
        .forEach(names::add);
    return names;
  }

  /** All values without their secrecy, for something that is plain elsewhere already. */
  static Stream<String> names(Fields state) {
    return interfaces(state).stream().flatMap(i -> i.name().stream());
  }
}
