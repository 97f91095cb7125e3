package io.kubevirtnet.provider.policy;

import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody else wants on a node. */
public record Claims(Set<String> interfaces, Set<String> localnets, boolean dns) {
  public static final Claims NONE = new Claims(Set.of(), Set.of(), false);

  public Claims {
    interfaces = Collections.unmodifiableSet(new LinkedHashSet<>(interfaces));
    localnets = Collections.unmodifiableSet(new LinkedHashSet<>(localnets));
  }

  public static Claims of(Fields desired) {
    return new Claims(
        States.claimed(desired),
        States.localnets(desired),
        desired.get("dns-resolver").isPresent());
  }

  public Claims and(Claims more) {
    var links = new LinkedHashSet<>(interfaces);
    links.addAll(more.interfaces);
    var nets = new LinkedHashSet<>(localnets);
    nets.addAll(more.localnets);
    return new Claims(links, nets, dns || more.dns);
  }

  /** A state without what it would do to these. */
  public Fields leave(Fields state) {
    if (equals(NONE)) {
      return state;
    }
    var rest = new LinkedHashMap<String, Tree>();
    state.fields().forEach((key, value) -> rest.put(key, value));
    replace(rest, "interfaces", kept(state, "interfaces", "name", interfaces));
    inside(rest, state, "routes", "config", "next-hop-interface", interfaces);
    inside(rest, state, "ovn", "bridge-mappings", "localnet", localnets);
    if (dns) {
      rest.remove("dns-resolver");
    }
    return new Fields(rest, state.marks());
  }

  private static void inside(
      Map<String, Tree> rest,
      Fields state,
      String section,
      String list,
      String key,
      Set<String> taken) {
    var in = States.object(state, section);
    if (in.get(list).isPresent()) {
      var kept = kept(in, list, key, taken);
      if (kept.isEmpty()) {
        rest.remove(section);
      } else {
        rest.put(section, in.with(list, kept));
      }
    }
  }

  private static void replace(Map<String, Tree> rest, String key, List<Tree> kept) {
    if (kept.isEmpty()) {
      rest.remove(key);
    } else {
      rest.put(key, Tree.of(kept));
    }
  }

  private static List<Tree> kept(Fields in, String list, String key, Set<String> taken) {
    return States.items(in, list).stream()
        .filter(
            t -> !(t instanceof Fields f) || States.text(f, key).filter(taken::contains).isEmpty())
        .toList();
  }
}
