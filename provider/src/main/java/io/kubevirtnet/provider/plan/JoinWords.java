package io.kubevirtnet.provider.plan;

import io.kubevirtnet.across.AttachmentUse;
import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Isolation;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Why two things do not fit together, in the words of the rules that say so. */
final class JoinWords {
  /** A VLAN that does not get out of the bridge any more: who has it is cut off. */
  static final String VLAN_NOT_CARRIED = "KVN-X013";

  private static final Set<String> BRIDGE_DOES_NOT_FIT =
      Set.of("KVN-X012", VLAN_NOT_CARRIED, "KVN-X020", "KVN-X021", "KVN-X035");
  private static final Set<String> NO_BRIDGE = Set.of("KVN-X030", "KVN-X036");
  private static final Set<String> NO_ATTACHMENT = Set.of("KVN-X042");
  private static final String CLUSTER = "cluster";

  private JoinWords() {}

  /** Between a definition and the bridge that one policy makes. */
  static Optional<Finding> broken(Attachment attachment, HostPolicy policy) {
    if (attachment.definition().isEmpty()) {
      return Optional.empty();
    }
    var run = new Run();
    run.policy(claimant(HostPolicy.KIND, ""), policy, new Report());
    return first(attachment, run, BRIDGE_DOES_NOT_FIT);
  }

  /** Of a definition whose bridge nobody makes, where others are made. */
  static Optional<Finding> noBridge(Attachment attachment, Run hosts) {
    return attachment.definition().isEmpty()
        ? Optional.empty()
        : first(attachment, hosts, NO_BRIDGE);
  }

  private static Optional<Finding> first(Attachment attachment, Run run, Set<String> codes) {
    var report = new Report();
    run.definition(
        claimant(attachment.reference().kind(), attachment.fullName()),
        attachment.definition().orElseThrow(),
        report);
    return report.findings().stream().filter(f -> codes.contains(f.code())).findFirst();
  }

  /** All policies of a side, after which no other comes. */
  static Run hosts(Collection<HostSide> policies) {
    var run = new Run();
    for (var host : policies) {
      run.policy(claimant(HostPolicy.KIND, host.reference().name()), host.policy(), new Report());
    }
    run.policiesAreComplete();
    return run;
  }

  /** Of a machine that names a definition which is not here, while others that are like it are. */
  static Optional<Finding> noAttachment(String name, Collection<Attachment> attachments) {
    var namespace = name.substring(0, name.indexOf('/'));
    var run = new Run();
    attachments.stream()
        .filter(
            a ->
                a.reference().namespace().equals(namespace)
                    || name.endsWith("/" + a.reference().name()))
        .forEach(
            a ->
                a.definition()
                    .ifPresent(
                        d ->
                            run.definition(
                                claimant(a.reference().kind(), a.fullName()), d, new Report())));
    run.definitionsAreComplete();
    var report = new Report();
    run.use(
        claimant("machine", ""),
        new AttachmentUse(Value.known(PropertyPath.ROOT, name), namespace, false, Optional.empty()),
        Isolation.OFF,
        report);
    return report.findings().stream().filter(f -> NO_ATTACHMENT.contains(f.code())).findFirst();
  }

  private static Claimant claimant(String kind, String name) {
    return new Claimant(kind + " " + name, CLUSTER);
  }
}
