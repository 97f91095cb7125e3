package io.kubevirtnet.netris;

import io.kubevirtnet.finding.FirstFew;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The virtual machines that run on the definitions of a network, as far as a cluster could be
 * asked.
 *
 * @param machines nothing where nobody could be asked
 */
public record RunningMachines(Optional<List<Machine>> machines) {
  public static final RunningMachines UNKNOWN = new RunningMachines(Optional.empty());
  private static final int SHOWN = 5;

  /**
   * One of them.
   *
   * @param name {@code namespace/name}
   * @param node where it runs; empty while it is on its way
   */
  public record Machine(String name, String node) {
    /** What a person types to bring it to another bridge. */
    String migrate() {
      var parts = name.split("/", 2);
      return "virtctl migrate " + parts[1] + " -n " + parts[0];
    }

    boolean isOn(String server) {
      return node.equals(server) || node.split("\\.", 2)[0].equals(server.split("\\.", 2)[0]);
    }
  }

  public static RunningMachines of(List<Machine> machines) {
    return new RunningMachines(
        Optional.of(
            machines.stream()
                .sorted(Comparator.comparing(Machine::name).thenComparing(Machine::node))
                .toList()));
  }

  /** {@code vms/db and vms/web}; whatever there is where nobody could be asked. */
  String words() {
    return machines.map(RunningMachines::words).orElse("Machines that run");
  }

  private static String words(List<Machine> machines) {
    var names = machines.stream().map(Machine::name).distinct().toList();
    if (names.size() > SHOWN) {
      return FirstFew.of(names, SHOWN);
    }
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Those that are stopped are meant as well. */
  String existing() {
    return "machines that there are"
        + machines.filter(l -> !l.isEmpty()).map(l -> " (" + words(l) + ")").orElse("");
  }

  boolean isOne() {
    return machines.filter(l -> l.stream().map(Machine::name).distinct().count() == 1).isPresent();
  }

  boolean areNone() {
    return machines.filter(List::isEmpty).isPresent();
  }

  /**
   * Those on one server, in a sentence. Nodes need not be called as the servers of Netris are:
   * where none is, nothing can be told.
   */
  String on(String server, List<String> servers) {
    if (machines.isEmpty()) {
      return "Machines on it lose the network.";
    }
    if (areNone()) {
      return "No machine runs on the network.";
    }
    var there = machines.get().stream().filter(m -> m.isOn(server)).toList();
    if (!there.isEmpty()) {
      boolean one = of(there).isOne();
      return words(there)
          + (one ? " runs there and loses" : " run there and lose")
          + " the network.";
    }
    boolean alike = machines.get().stream().anyMatch(m -> servers.stream().anyMatch(m::isOn));
    return alike
        ? "No machine of the network runs there."
        : "Of " + words(machines.get()) + " those that run there lose the network.";
  }
}
