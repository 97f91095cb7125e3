package io.kubevirtnet.node;

import java.util.List;
import java.util.Optional;

/**
 * What a desired state does to one node.
 *
 * @param interfaces one entry for each that is not as it was
 * @param entries routes, rules, DNS and OVN mappings
 * @param open what a preview cannot tell yet; where there is any, "nothing else" is no promise
 */
public record NodeChange(
    List<InterfaceChange> interfaces, List<EntryChange> entries, List<String> open) {
  public static final NodeChange NONE = new NodeChange(List.of(), List.of(), List.of());

  public NodeChange {
    interfaces = List.copyOf(interfaces);
    entries = List.copyOf(entries);
    open = List.copyOf(open);
  }

  /** Nothing changes, as far as is known before an apply. */
  public boolean isEmpty() {
    return interfaces.isEmpty() && entries.isEmpty() && open.isEmpty();
  }

  public Optional<InterfaceChange> find(String name) {
    return interfaces.stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** Short sentences, the most dangerous first: {@code ens4 joins br1 and loses 192.0.2.7/24}. */
  public List<String> lines() {
    return ChangeLines.of(this);
  }
}
