package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.MachineRules;
import io.kubevirtnet.value.PropertyPath;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** KubeVirt's rules on what comes of the inputs, said where the inputs are. */
public final class MachineChecks {
  /** KubeVirt says of the name of an interface what is wrong with its binding. */
  private static final Set<String> OF_THE_BINDING =
      Set.of("KVN-V013", "KVN-V014", "KVN-V016", "KVN-V017", "KVN-V018", "KVN-V019");

  /** What follows from no choice of a network, or several. */
  private static final Set<String> OF_THE_CHOICE = Set.of("KVN-V005", "KVN-V006");

  /** A MAC address that each start chooses anew. */
  private static final String CHANGING_MAC = "KVN-V091";

  private static final Pattern NAME_OF_NETWORK = Pattern.compile("(networks\\[\\d+])\\.name");

  private MachineChecks() {}

  public static void check(DesiredMachine machine, ClusterConfiguration config, Report report) {
    var said = new Report();
    MachineRules.check(machine.machine(), config, said);
    hand(machine, said, report);
  }

  /**
   * Hands on what was said of the machine. An entry of the inputs becomes a network and an
   * interface, of which KubeVirt may say the same: of a place where something is wrong already
   * nothing more is said, and advice only where nothing was said before.
   */
  public static void hand(DesiredMachine machine, Report said, Report report) {
    var wrong = new HashSet<PropertyPath>();
    var moved = said.moved(f -> typed(f.at(input(machine, f))), machine::input);
    report.addNews(moved.only(f -> !f.isError() || wrong.add(f.path())));
  }

  /** What the inputs offer, and KubeVirt's API does not. */
  private static Finding typed(Finding finding) {
    return finding.code().equals(CHANGING_MAC) && finding.path().text().startsWith("networks[")
        ? finding.withFix("Set stableMac or macAddress, or see that the cluster runs kubemacpool.")
        : finding;
  }

  private static PropertyPath input(DesiredMachine machine, Finding finding) {
    var input = machine.input(finding.path());
    var entry = NAME_OF_NETWORK.matcher(input.text());
    if (!entry.matches()) {
      return input;
    }
    if (OF_THE_CHOICE.contains(finding.code())) {
      return new PropertyPath(entry.group(1));
    }
    return OF_THE_BINDING.contains(finding.code())
        ? new PropertyPath(entry.group(1)).child("binding")
        : input;
  }
}
