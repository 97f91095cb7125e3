package io.kubevirtnet.provider.inventory;

import io.kubevirtnet.provider.cluster.NetworkUser;
import io.kubevirtnet.provider.cluster.Networks.Definition;
import java.util.List;

/** A network attachment of a cluster with those who name it. */
public record ListedAttachment(String cluster, Definition definition, List<NetworkUser> users) {
  public ListedAttachment {
    users = List.copyOf(users);
  }
}
