package io.kubevirtnet.provider.inventory;

import java.util.List;

/**
 * What came of one cluster.
 *
 * @param name its context
 * @param reason why nothing was read; empty where it was
 * @param notRead what users could not be looked for, and why
 */
public record ListedCluster(
    String name,
    Status status,
    String reason,
    List<ListedAttachment> attachments,
    List<String> notRead) {
  public ListedCluster {
    attachments = List.copyOf(attachments);
    notRead = List.copyOf(notRead);
  }

  /** Whether there is an answer. */
  public enum Status {
    READ,
    /** Its attachments are none of virtual machines. */
    SKIPPED,
    /** It did not answer, or not to us. */
    UNREACHABLE
  }

  static ListedCluster without(String name, Status status, String reason) {
    return new ListedCluster(name, status, reason, List.of(), List.of());
  }
}
