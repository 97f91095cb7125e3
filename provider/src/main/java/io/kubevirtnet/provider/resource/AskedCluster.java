package io.kubevirtnet.provider.resource;

import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.MachineSource;
import java.util.Optional;
import java.util.function.Function;

/** The one cluster that a configuration means, as far as it can be asked about its machines. */
public final class AskedCluster implements Asked {
  private final MachineOpening opening;
  private final ClusterChoice choice;
  private Optional<MachineSource> open = Optional.empty();
  private Optional<String> silence = Optional.empty();

  public AskedCluster(MachineOpening opening, ClusterChoice choice) {
    this.opening = opening;
    this.choice = choice;
  }

  /**
   * What came of asking.
   *
   * @param value nothing when nobody could be asked
   * @param why a sentence that says why not
   */
  public record Answer<T>(Optional<T> value, String why) {
    static <T> Answer<T> without(String why) {
      return new Answer<>(Optional.empty(), why);
    }
  }

  /**
   * It never fails: a cluster that was silent is not asked again.
   *
   * @param software what brings the kinds that are read
   */
  public synchronized <T> Answer<T> ask(String software, Function<MachineSource, T> question) {
    if (choice.offline()) {
      return Answer.without("kubevirtnet:offline is set.");
    }
    if (!choice.known()) {
      return Answer.without("kubevirtnet:kubeconfig is only known after apply.");
    }
    if (silence.isPresent()) {
      return Answer.without(silence.get());
    }
    try {
      return new Answer<>(Optional.of(question.apply(source())), "");
    } catch (ClusterProblem problem) {
      var why = sentence(problem, software);
      if (problem.kind() == Kind.UNREACHABLE || problem.kind() == Kind.CONFIGURATION) {
        silence = Optional.of(why);
      }
      return Answer.without(why);
    }
  }

  /** Where it was asked, for messages. */
  public synchronized String address() {
    return open.map(MachineSource::address).orElse("");
  }

  private MachineSource source() {
    if (open.isEmpty()) {
      open = Optional.of(opening.open(choice));
    }
    return open.get();
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
