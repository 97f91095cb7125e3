package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.PlatformRelease;
import java.util.List;
import java.util.Optional;

/**
 * The machine of a claim that brings a whole one. A claim knows its provider by name only, so what
 * the properties of that do besides is left open, and only told what KubeVirt refuses without.
 */
public final class ClaimMachine {
  private static final PropertyPath PROVIDER = PropertyPath.ROOT.child("provider");

  private ClaimMachine() {}

  /**
   * @param claim with a machine of its own
   */
  public static void check(
      PlatformObject claim, PlatformRelease release, ClusterConfiguration config, Report report) {
    var node = Injection.of(sources(claim, release), new Report());
    if (node.machine().spec().isSet()) {
      var said = new Report();
      MachineRules.refusals(node.machine(), config, said);
      claim.hand(said.moved(node::source), report);
    }
    report.notChecked(PROVIDER, "what properties of the provider do to the machine");
  }

  private static NodeSources sources(PlatformObject claim, PlatformRelease release) {
    var nothing = Part.of(PROVIDER, (Tree) Fields.EMPTY);
    return new NodeSources(
        nothing,
        nothing,
        Optional.empty(),
        Optional.empty(),
        Optional.of(claim.part()),
        List.of(),
        release);
  }
}
