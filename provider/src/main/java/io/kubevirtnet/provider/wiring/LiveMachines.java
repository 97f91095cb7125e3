package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.FoundDefinition;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The machines of the one cluster that a configuration means, as far as it can be asked. */
final class LiveMachines implements AutoCloseable {
  private final MachineOpening opening;
  private final ClusterChoice choice;
  private Optional<MachineSource> open = Optional.empty();
  private Optional<String> silence = Optional.empty();
  private Optional<Surroundings> surroundings = Optional.empty();
  private Map<String, Set<String>> bridges = Map.of();

  LiveMachines(MachineOpening opening, ClusterChoice choice) {
    this.opening = opening;
    this.choice = choice;
  }

  /** What holds for all machines of the cluster, and is read once. */
  private record Surroundings(Optional<Fields> kubeVirt, Optional<Boolean> plugsNetworks) {}

  /**
   * What came of asking.
   *
   * @param machine nothing when nobody could be asked
   * @param why a sentence that says why not
   */
  record Look(Optional<LiveMachine> machine, String why) {}

  /**
   * An answer of the cluster.
   *
   * @param value nothing when nobody could be asked
   * @param why a sentence that says why not
   */
  record Answer<T>(Optional<T> value, String why) {}

  /** It never fails: a cluster that was silent is not asked again. */
  Look look(String namespace, String name) {
    var answer = ask("KubeVirt", source -> machine(source, namespace, name));
    return new Look(answer.value(), answer.why());
  }

  private LiveMachine machine(MachineSource source, String namespace, String name) {
    if (surroundings.isEmpty()) {
      surroundings = Optional.of(surroundings(source));
    }
    return new LiveMachine(
        source.machine(namespace, name),
        source.instance(namespace, name),
        surroundings.get().kubeVirt(),
        surroundings.get().plugsNetworks());
  }

  /** A network attachment, as the cluster has it; an empty answer when it has none. */
  Answer<Optional<FoundDefinition>> definition(String namespace, String name) {
    return ask("Multus", source -> source.definition(namespace, name));
  }

  /** The Linux bridges of each node, read once. */
  Answer<Map<String, Set<String>>> bridges() {
    return ask(
        "kubernetes-nmstate",
        source -> {
          if (bridges.isEmpty()) {
            bridges = source.bridges();
          }
          return bridges;
        });
  }

  /** Where it was asked, for messages. */
  synchronized String address() {
    return open.map(MachineSource::address).orElse("");
  }

  /**
   * @param software what brings the kinds that are read
   */
  private synchronized <T> Answer<T> ask(String software, Function<MachineSource, T> question) {
    if (choice.offline()) {
      return new Answer<>(Optional.empty(), "kubevirtnet:offline is set.");
    }
    if (!choice.known()) {
      return new Answer<>(Optional.empty(), "kubevirtnet:kubeconfig is only known after apply.");
    }
    if (silence.isPresent()) {
      return new Answer<>(Optional.empty(), silence.get());
    }
    try {
      return new Answer<>(Optional.of(question.apply(source())), "");
    } catch (ClusterProblem problem) {
      var why = sentence(problem, software);
      if (problem.kind() == Kind.UNREACHABLE || problem.kind() == Kind.CONFIGURATION) {
        silence = Optional.of(why);
      }
      return new Answer<>(Optional.empty(), why);
    }
  }

  private MachineSource source() {
    if (open.isEmpty()) {
      open = Optional.of(opening.open(choice));
    }
    return open.get();
  }

  private static Surroundings surroundings(MachineSource source) {
    return new Surroundings(
        allowed(source::kubeVirt).flatMap(k -> k), allowed(source::plugsNetworks));
  }

  /** Not everyone who may see a machine may see what is around it. */
  private static <T> Optional<T> allowed(Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (ClusterProblem problem) {
      if (problem.kind() == Kind.FORBIDDEN) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  private static String sentence(ClusterProblem problem, String software) {
    if (problem.kind() == Kind.NO_SUCH_KIND) {
      return software + " is not installed in the cluster.";
    }
    var text = String.valueOf(problem.getMessage()).strip();
    return text.endsWith(".") ? text : text + ".";
  }

  @Override
  public synchronized void close() {
    open.ifPresent(MachineSource::close);
    open = Optional.empty();
  }
}
