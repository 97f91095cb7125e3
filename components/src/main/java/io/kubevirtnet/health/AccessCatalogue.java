package io.kubevirtnet.health;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What somebody may not do. */
public final class AccessCatalogue {
  private AccessCatalogue() {}

  public static final Rule NOT_READABLE =
      Rule.warning("KVN-D001", "Part of a cluster that may not be looked at")
          .why("What can not be seen can not be called healthy.")
          .fix("Give the user this permission; `kubevirtnet rbac doctor` prints the whole role.")
          .source("Kubernetes RBAC")
          .example("cluster: {refused: [nodes]}\n");

  public static final Rule AGENT =
      Rule.error("KVN-D002", "Agent of the platform that may not use network attachments")
          .why(
              "The platform lists and makes network attachments with the service account of its agent: without the permission they are missing in its view.")
          .fix("Give the service account the permission by a ClusterRole and a binding.")
          .source("vCluster Platform: network attachment definitions, troubleshooting")
          .example(
              """
              cluster: {agentRefused: [create]}
              ---
              apiVersion: apps/v1
              kind: Deployment
              metadata: {name: loft, namespace: vcluster-platform, labels: {app: loft}}
              spec: {template: {spec: {serviceAccountName: loft, containers: [{name: manager, image: ghcr.io/loft-sh/vcluster-platform}]}}}
              """);

  public static final Rule USER =
      Rule.info("KVN-D003", "User who may not manage network attachments")
          .why("Whoever makes network attachments lists, creates, updates and deletes them.")
          .fix("Leave it so if somebody else makes them; otherwise give the user the permission.")
          .source("vCluster Platform: network attachment definitions, prerequisites")
          .example("cluster: {userRefused: [delete]}\n");

  static final List<Rule> ALL = List.of(NOT_READABLE, AGENT, USER);
}
