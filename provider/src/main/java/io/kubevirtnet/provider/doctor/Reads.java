package io.kubevirtnet.provider.doctor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything that {@code kubevirtnet doctor} asks a cluster for, for the role that allows it. */
public final class Reads {
  private static final String AUTHORIZATION = "authorization.k8s.io";

  private Reads() {}

  /**
   * One permission.
   *
   * @param group API group; empty for the core group
   * @param namespaced whether objects of the kind are in namespaces, so that a role of one
   *     namespace can give it
   * @param machines whether, of one namespace, only that namespace is looked at
   * @param optional without it, or without the kind, less is said and nothing is called wrong
   * @param why what is looked at, as the end of a sentence
   */
  public record Read(
      String group,
      String resource,
      String verb,
      boolean namespaced,
      boolean machines,
      boolean optional,
      String why) {}

  /** In the order in which they are read; the same permission only once. */
  public static final List<Read> ALL =
      Stream.concat(
              Stream.of(Subject.values()).map(Reads::read),
              Stream.of(
                  new Read(
                      AUTHORIZATION,
                      "subjectaccessreviews",
                      "create",
                      false,
                      false,
                      true,
                      "what the agent of vCluster Platform may do with network attachments")))
          .filter(distinct())
          .toList();

  private static Read read(Subject subject) {
    return new Read(
        subject.group(),
        subject.plural(),
        "list",
        subject.namespaced(),
        subject.scope() == Subject.Scope.MACHINES || subject == Subject.HANDLER_POD,
        optional(subject),
        why(subject));
  }

  static boolean optional(Subject subject) {
    return switch (subject) {
      case POOL, CDI, NODE_PROVIDER -> true;
      case NODE,
          DAEMON_SET,
          DEPLOYMENT,
          HANDLER_POD,
          LAUNCHER_POD,
          EVENT,
          NMSTATE,
          POLICY,
          ENACTMENT,
          NODE_STATE,
          DEFINITION,
          KUBEVIRT,
          MACHINE,
          INSTANCE ->
          false;
    };
  }

  static String why(Subject subject) {
    return switch (subject) {
      case NODE -> "which nodes machines and policies can land on, and what devices these offer";
      case DAEMON_SET ->
          "whether Multus, NMState's handlers, virt-handler and OVN run on the nodes";
      case DEPLOYMENT -> "whether KubeVirt's components and NMState's webhook run";
      case HANDLER_POD, LAUNCHER_POD ->
          "which nodes have a handler of NMState, and why machines do not start";
      case EVENT -> "what Multus, the CNI plugins and the scheduler say of machines";
      case NMSTATE -> "whether NMState is deployed";
      case POLICY -> "which policies are stuck";
      case ENACTMENT -> "what nodes say of a policy that fails";
      case NODE_STATE -> "which bridges the nodes have";
      case DEFINITION -> "whether network attachments are right and used";
      case POOL -> "whether whereabouts is installed";
      case KUBEVIRT -> "KubeVirt's phase, version and binding plugins";
      case CDI -> "whether CDI is deployed";
      case MACHINE -> "what networks machines name, and why they do not start";
      case INSTANCE -> "what networks running machines have";
      case NODE_PROVIDER -> "what networks vCluster Platform gives its machines";
    };
  }

  /** Pods are read in two portions. */
  private static Predicate<Read> distinct() {
    Set<String> seen = new HashSet<>();
    return r -> seen.add(r.group() + "/" + r.resource() + "/" + r.verb());
  }
}
