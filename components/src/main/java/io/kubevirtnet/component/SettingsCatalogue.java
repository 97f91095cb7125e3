package io.kubevirtnet.component;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with lowering a finding. */
public final class SettingsCatalogue {
  private SettingsCatalogue() {}

  public static final Rule FIXED =
      Rule.refused("KVN-X006", "Finding that can not be lowered")
          .why("The cluster would refuse it, or there is nothing that could be made of it.")
          .fix("Mend the cause.")
          .source("severity rules of this project")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}, suppress: [{code: KVN-A007, reason: we know better}]}
              """);

  public static final Rule NO_REASON =
      Rule.refused("KVN-X007", "Suppression without a reason")
          .why("The next reader must know why it is right here.")
          .fix("Say why in reason.")
          .source("severity rules of this project")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}, suppress: [{code: KVN-A009, reason: ""}]}
              """);

  public static final Rule UNKNOWN_CODE =
      Rule.refused("KVN-X008", "Code that does not exist")
          .why("It would have no effect.")
          .fix("Take the code from the finding's line.")
          .source("severity rules of this project")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}, suppress: [{code: KVN-A999, reason: not needed}]}
              """);

  public static final Rule NOT_A_SEVERITY =
      Rule.refused("KVN-X009", "Severity that does not exist")
          .why("There are error, warning and info.")
          .fix("Write one of them.")
          .source("severity rules of this project")
          .example(
              """
              config: {severities: {KVN-X010: low}}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}}
              """);

  public static final Rule KUBEVIRT_VERSION =
      Rule.refused("KVN-V100", "Release of KubeVirt whose rules are not known")
          .why("What KubeVirt refuses, and what a change does, differs from release to release.")
          .fix("Write the release of the cluster, such as 1.9.")
          .source("KubeVirt: releases; this project")
          .example(
              """
              config: {kubevirtVersion: "1.5"}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}}
              """);

  public static final Rule PLATFORM_VERSION =
      Rule.refused("KVN-P030", "Release of vCluster Platform whose rules are not known")
          .why("Which properties it knows, and what they do, differs from release to release.")
          .fix("Write the release of the platform, such as 4.12.")
          .source("vCluster Platform: releases; this project")
          .example(
              """
              config: {platformVersion: "4.8"}
              ---
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: vms, linuxBridge: {bridgeName: br1}}
              """);

  public static final List<Rule> ALL =
      List.of(FIXED, NO_REASON, UNKNOWN_CODE, NOT_A_SEVERITY, KUBEVIRT_VERSION, PLATFORM_VERSION);
}
