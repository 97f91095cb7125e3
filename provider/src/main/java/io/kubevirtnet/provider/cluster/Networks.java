package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/**
 * The network attachments of one cluster, and who names them.
 *
 * @param definitions in the order of namespace and name
 * @param uses in the order of their users
 * @param notRead what users could not be looked for, and why
 */
public record Networks(List<Definition> definitions, List<Use> uses, List<String> notRead) {
  public Networks {
    definitions = List.copyOf(definitions);
    uses = List.copyOf(uses);
    notRead = List.copyOf(notRead);
  }

  /** A NetworkAttachmentDefinition. */
  public record Definition(String namespace, String name, Fields object, NetworkSummary summary) {
    /** As machines name it. */
    public String reference() {
      return namespace + "/" + name;
    }
  }

  /**
   * That somebody names an attachment, whether there is one or not.
   *
   * @param cluster the cluster of the attachment as the platform calls it; empty for this one
   * @param reference {@code namespace/name}
   */
  public record Use(String cluster, String reference, NetworkUser user) {}
}
