package io.kubevirtnet.provider.plan;

import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.kubevirt.FieldChange;
import io.kubevirtnet.kubevirt.MachineChange;
import io.kubevirtnet.kubevirt.MachineFacts;
import io.kubevirtnet.machine.WiredMachine;
import io.kubevirtnet.spec.NodePropertySpec;
import io.kubevirtnet.spec.VirtualMachineWiringSpec;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What changes for the machines of a node type. The platform makes a machine once, so that none of
 * it comes to those that there are.
 */
public final class NodeTypeChange {
  private static final int LONGEST = 60;
  private static final String NETWORK_DATA = "networkData";

  private final List<String> lines = new ArrayList<>();

  /**
   * A value before or after.
   *
   * @param text as it is shown
   * @param value what it is; nothing while that is not known
   */
  private record Said(String text, Optional<String> value) {
    static final Said NOTHING = new Said("(none)", Optional.of(""));

    static Said of(Value<String> value) {
      return new Said(value.shown(), value.known());
    }

    /** Whoever says a property is a part of it. */
    static Said of(NodePropertySpec property) {
      var together = property.value().with(property.origin(), (v, o) -> v + " (" + o + ")");
      return new Said(
          property.value().map(NodeTypeChange::inOneLine).shown()
              + " ("
              + property.origin().shown()
              + ")",
          together.known());
    }

    boolean isSame(Said other) {
      return value.isPresent() && value.equals(other.value);
    }
  }

  private NodeTypeChange() {}

  /** One line for each change, and what they have in common at the end. */
  public static List<String> lines(
      VirtualMachineWiringSpec old, VirtualMachineWiringSpec now, ClusterConfiguration config) {
    var change = new NodeTypeChange();
    MachineChange.of(WiredMachine.of(old), WiredMachine.of(now), MachineFacts.UNKNOWN, config)
        .fields()
        .stream()
        .filter(f -> !f.field().equals(NETWORK_DATA))
        .map(FieldChange::what)
        .forEach(change::add);
    change.networkData(old.networkData(), now.networkData());
    change.compare(
        said(old.guestNames(), Said::of), said(now.guestNames(), Said::of), " in the guest: ");
    change.compare(properties(old), properties(now), ": ");
    if (!change.lines.isEmpty()) {
      change.lines.add(
          "Machines of "
              + now.nodeType().shown()
              + " that there are keep their wiring until they are made again.");
    }
    return change.lines;
  }

  /** There may be passwords in it, and it is longer than a line. */
  private void networkData(Value<String> before, Value<String> after) {
    if (before.isGiven() != after.isGiven() || !before.known().equals(after.known())) {
      add(
          NETWORK_DATA
              + ": "
              + (before.isGiven() ? "(as it was)" : "(none)")
              + " -> "
              + (after.isUnknown() ? after.shown() : after.isGiven() ? "(another)" : "(none)"));
    }
  }

  private static Map<String, Said> properties(VirtualMachineWiringSpec inputs) {
    return said(
        inputs.properties(),
        p -> p.known().map(Said::of).orElseGet(() -> new Said(p.shown(), Optional.empty())));
  }

  private static <T> Map<String, Said> said(
      Value<Map<String, Value<T>>> map, Function<Value<T>, Said> said) {
    var all = new TreeMap<String, Said>();
    map.ifKnown(m -> m.forEach((key, value) -> all.put(key, said.apply(value))));
    return all;
  }

  private void compare(Map<String, Said> before, Map<String, Said> after, String what) {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (var key : keys) {
      var was = before.getOrDefault(key, Said.NOTHING);
      var is = after.getOrDefault(key, Said.NOTHING);
      if (!was.isSame(is)) {
        add(key + what + was.text() + " -> " + is.text());
      }
    }
  }

  /** Templates and encoded texts would fill the terminal. */
  private static String inOneLine(String value) {
    var line = value.lines().findFirst().orElse("");
    return line.equals(value) && line.length() <= LONGEST
        ? value
        : line.substring(0, Math.min(LONGEST, line.length())) + "…";
  }

  private void add(String change) {
    lines.add(change + ": " + Effect.RECREATE.wire() + ".");
  }
}
