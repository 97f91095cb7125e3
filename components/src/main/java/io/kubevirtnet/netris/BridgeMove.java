package io.kubevirtnet.netris;

import io.kubevirtnet.enums.HostModel;
import java.util.List;
import java.util.stream.Collectors;

/** How machines come from the bridge that a network had to the one that it gets. */
final class BridgeMove {
  private static final int COMMANDS = 3;

  private final MadeNetwork before;
  private final MadeNetwork after;
  private final RunningMachines machines;
  private boolean said;

  BridgeMove(MadeNetwork before, MadeNetwork after, RunningMachines machines) {
    this.before = before;
    this.after = after;
    this.machines = machines;
  }

  /** The bridge gets another name. */
  boolean isRename() {
    return before.bridge().known().isPresent()
        && after.bridge().known().isPresent()
        && !before.bridge().known().equals(after.bridge().known());
  }

  /** It is told once, with the first that it follows from. */
  boolean isSaid() {
    return said;
  }

  void said() {
    said = true;
  }

  /** Nothing else told of it. */
  boolean isSilent() {
    return isRename() && !said;
  }

  String vlan(String b, String a) {
    var what = "VLAN " + b + " becomes " + a + ", and the old tag leads nowhere.";
    return isRename() || before.bridge().known().isEmpty()
        ? what
        : what
            + " "
            + after.bridge().shown()
            + " stays and gets the VLAN interface of the new one; machines come along.";
  }

  /** What becomes of bridge, definitions and machines; empty where the bridge stays. */
  String words() {
    if (!isRename()) {
      return "";
    }
    return "The bridge "
        + before.bridge().shown()
        + " becomes "
        + after.bridge().shown()
        + after.definitionWords().map(d -> ", in " + d + ", too").orElse("")
        + ". "
        + staying()
        + (hasPolicy()
            ? " A managed policy takes "
                + before.bridge().shown()
                + " off the nodes, and is refused while something uses it (KVN-N304)."
            : "");
  }

  private String staying() {
    return machines.areNone()
        ? "No machine runs on it."
        : machines.words()
            + (machines.isOne() ? " stays" : " stay")
            + " on "
            + before.bridge().shown()
            + " until "
            + (machines.isOne() ? "it is" : "they are")
            + " restarted or migrated.";
  }

  private boolean hasPolicy() {
    return before.is(HostModel.Trunk);
  }

  String fix() {
    if (!isRename()) {
      return "See to it that the nodes follow, as a node that does not is cut off.";
    }
    var keep =
        hasPolicy() && after.is(HostModel.Trunk)
            ? " With bridgeName: "
                + before.bridge().shown()
                + " the bridge stays, and they come along."
            : "";
    return commands(machines.machines().orElse(List.of())) + keep;
  }

  private static String commands(List<RunningMachines.Machine> machines) {
    var commands =
        machines.stream()
            .limit(COMMANDS)
            .map(RunningMachines.Machine::migrate)
            .collect(Collectors.joining(", "));
    return "Restart or migrate machines after the change"
        + (commands.isEmpty() ? "." : ": " + commands + ".");
  }
}
