package io.kubevirtnet.kubevirt;

import java.util.Optional;

/**
 * What is known of a machine in its cluster; nothing where it can not be told.
 *
 * @param running it runs, or starts just now
 * @param migratable KubeVirt would move it to another node
 * @param dynamicNetworks the controller that plugs networks into running pods is there
 * @param ordinalNames its pod calls networks {@code net1}, {@code net2}, as those of before 1.0 do
 */
public record MachineFacts(
    Optional<Boolean> running,
    Optional<Boolean> migratable,
    Optional<Boolean> dynamicNetworks,
    Optional<Boolean> ordinalNames) {
  /** Nobody asked the cluster. */
  public static final MachineFacts UNKNOWN =
      new MachineFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isStopped() {
    return running.isPresent() && !running.get();
  }
}
