package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can not be read of what properties say. */
public final class ReadingCatalogue {
  private ReadingCatalogue() {}

  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  public static final Rule NO_TEXT =
      Rule.refused("KVN-P080", "Property that is no text")
          .why("All properties are texts, even \"true\" and \"3\".")
          .fix("Put quotes around it.")
          .source("API server: map[string]string")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/multus-default: false"));

  public static final Rule YAML =
      Rule.refused("KVN-P081", "Property that is no YAML")
          .why("The platform reads it as a map before it makes a machine, and fails each one.")
          .fix("Write a map, such as model: e1000e.")
          .source(PLATFORM + ": interface-template")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/interface-template: \"[model]\""));

  public static final Rule BASE64 =
      Rule.refused("KVN-P082", "Network data that is no base64")
          .why("The platform hands on what it decodes, and fails each machine.")
          .fix("Encode the text of the network config, for example with base64 -w0.")
          .source(PLATFORM + ": network-data")
          .example(
              ProviderExample.properties(
                  "kv/network-attachment-definition: vms/lan, kv/network-data: \"version: 2\""));

  public static final Rule UNFILLED =
      Rule.error("KVN-P084", "Template that asks for what a machine has not")
          .why(
              "A template gets an address only where the platform gives out addresses, and what belongs to bare metal only there.")
          .fix("Set kubevirt.vcluster.com/network-cidr, or write the template without it.")
          .source("vCluster Platform, machine config templates")
          .example(
              """
              apiVersion: management.loft.sh/v1
              kind: MachineConfigTemplate
              metadata: {name: static}
              spec:
                networkDataTemplate: |
                  version: 2
                  ethernets: {enp1s0: {addresses: ["{{ .Values.AllocatedIP }}/24"]}}
              ---
              """
                  + ProviderExample.type(
                      "properties: {vcluster.com/network-data-template-config: static}"));

  public static final List<Rule> ALL = List.of(NO_TEXT, YAML, BASE64, UNFILLED);
}
