package io.kubevirtnet.provider.wiring;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.MachineSource;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;
import java.util.function.Supplier;

/** The machines of the one cluster that a configuration means, as far as it can be asked. */
final class LiveMachines implements AutoCloseable {
  private final MachineOpening opening;
  private final ClusterChoice choice;
  private Optional<MachineSource> open = Optional.empty();
  private Optional<String> silence = Optional.empty();
  private Optional<Surroundings> surroundings = Optional.empty();

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
  record Look(Optional<LiveMachine> machine, String why) {
    static Look without(String why) {
      return new Look(Optional.empty(), why);
    }
  }

  /** It never fails: a cluster that was silent is not asked again. */
  synchronized Look look(String namespace, String name) {
    if (choice.offline()) {
      return Look.without("kubevirtnet:offline is set.");
    }
    if (!choice.known()) {
      return Look.without("kubevirtnet:kubeconfig is only known after apply.");
    }
    if (silence.isPresent()) {
      return Look.without(silence.get());
    }
    try {
      var source = source();
      if (surroundings.isEmpty()) {
        surroundings = Optional.of(surroundings(source));
      }
      return new Look(
          Optional.of(
              new LiveMachine(
                  source.machine(namespace, name),
                  source.instance(namespace, name),
                  surroundings.get().kubeVirt(),
                  surroundings.get().plugsNetworks())),
          "");
    } catch (ClusterProblem problem) {
      var why = sentence(problem);
      if (problem.kind() == Kind.UNREACHABLE || problem.kind() == Kind.CONFIGURATION) {
        silence = Optional.of(why);
      }
      return Look.without(why);
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

  private static String sentence(ClusterProblem problem) {
    if (problem.kind() == Kind.NO_SUCH_KIND) {
      return "KubeVirt is not installed in the cluster.";
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
