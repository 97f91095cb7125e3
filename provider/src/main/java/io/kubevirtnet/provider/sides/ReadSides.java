package io.kubevirtnet.provider.sides;

import io.kubevirtnet.component.Settings;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Side;
import java.util.List;

/**
 * What one source said.
 *
 * @param before nothing where the source knows of one side only
 * @param beside objects that the cluster has, and keeps
 * @param settings what the stack says about its cluster and its rules
 * @param said by components and by the program; nothing for manifests
 * @param failed there is no new side, since errors are among what was said
 */
public record ReadSides(
    Side before,
    Side after,
    List<KubernetesObject> beside,
    Settings settings,
    List<Said> said,
    List<NotChecked> notChecked,
    boolean failed) {
  public ReadSides {
    beside = List.copyOf(beside);
    said = List.copyOf(said);
    notChecked = List.copyOf(notChecked);
  }

  /**
   * Somebody said something.
   *
   * @param who {@code BridgeNetwork br1}; empty for the program
   * @param severity error, warning or info
   */
  public record Said(String who, String severity, String message) {
    public boolean isError() {
      return severity.equals("error");
    }

    /** {@code error: 2 problems in br1}. */
    public String line() {
      return severity + ": " + message;
    }
  }

  /** Two sets of objects, and nothing else. */
  public static ReadSides of(Side before, Side after) {
    return new ReadSides(before, after, List.of(), Settings.NONE, List.of(), List.of(), false);
  }

  /** The same, and more that is known. */
  public ReadSides with(List<KubernetesObject> more, List<NotChecked> notes) {
    return new ReadSides(before, after, more, settings, said, notes, failed);
  }
}
