package io.kubevirtnet.provider.cli;

import io.kubevirtnet.across.Isolation;
import java.util.List;
import picocli.CommandLine.Option;

/** What holds in a cluster, and nobody can see in objects. */
final class RuleOptions {
  static final String MANAGEMENT = "--management-interface";
  static final String ISOLATION = "--namespace-isolation";
  static final String GLOBALS = "--global-namespaces";

  /** What to say of a policy that touches the interface over which a node is reached. */
  enum Management {
    REFUSE,
    ALLOW
  }

  @Option(
      names = MANAGEMENT,
      paramLabel = "CHOICE",
      defaultValue = "refuse",
      description =
          "refuse or allow policies that touch the interface over which a node is reached. Default:"
              + " refuse.")
  private Management managementInterface = Management.REFUSE;

  @Option(
      names = ISOLATION,
      description =
          "The cluster's Multus runs with namespaceIsolation: machines reach definitions of their"
              + " own namespace only.")
  private boolean namespaceIsolation;

  @Option(
      names = GLOBALS,
      paramLabel = "NS",
      split = ",",
      description =
          "Namespaces that all machines may use in spite of it, as Multus has them. Default:"
              + " default.")
  private List<String> globalNamespaces = Isolation.USUAL_GLOBALS;

  boolean managementAllowed() {
    return managementInterface == Management.ALLOW;
  }

  Isolation isolation() {
    return new Isolation(namespaceIsolation, globalNamespaces);
  }

  /** What a stack says, unless more was said here. */
  Isolation isolation(Isolation ofStack) {
    return namespaceIsolation ? isolation() : ofStack;
  }
}
