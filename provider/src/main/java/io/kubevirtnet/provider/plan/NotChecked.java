package io.kubevirtnet.provider.plan;

/**
 * Something that the plan leaves open.
 *
 * @param what {@code NetworkAttachmentDefinition vms/lan: spec.config.bridge}
 * @param why {@code no cluster reachable}
 */
public record NotChecked(String what, String why) implements Comparable<NotChecked> {
  /**
   * What a report of somebody says: a place, a colon and the reason, or the reason alone.
   *
   * @param who {@code NetworkAttachment lan}
   */
  public static NotChecked of(String who, String line) {
    int colon = line.indexOf(": ");
    return colon > 0 && line.indexOf(' ') > colon
        ? new NotChecked(who + ": " + line.substring(0, colon), line.substring(colon + 2))
        : new NotChecked(who, line);
  }

  @Override
  public int compareTo(NotChecked other) {
    int order = what.compareTo(other.what);
    return order == 0 ? why.compareTo(other.why) : order;
  }
}
