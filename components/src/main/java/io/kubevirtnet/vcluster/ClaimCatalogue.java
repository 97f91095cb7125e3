package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a claim, and with the templates of cloud-init data. */
public final class ClaimCatalogue {
  private ClaimCatalogue() {}

  private static final String TEMPLATES = "vCluster Platform, machine config templates";

  public static final Rule OWN_TEMPLATE =
      Rule.error("KVN-P053", "Whole machine in a claim that is not by itself")
          .why(
              "The claim's machine stands for those of provider and node type, which the platform's documents allow for standalone machines only; of others nobody says what happens.")
          .fix(
              "Remove virtualMachineTemplate, or what makes the claim one of a node type or a virtual cluster.")
          .source("vCluster Platform: vm-template")
          .example(
              """
              type: kubevirtnet:NodeClaim
              properties:
                namespace: p-default
                provider: kubevirt
                nodeType: small
                virtualMachineTemplate: {spec: {template: {spec: {domain: {resources: {requests: {cpu: "2", memory: 4Gi}}}}}}}
              """);

  public static final Rule KUBELET =
      Rule.warning("KVN-P099", "Argument of the kubelet under a name that it does not have")
          .why("It has the name of the command line's flag, without the dashes before it.")
          .fix("Write for example max-pods: \"50\".")
          .source("vCluster Platform: kubeletArgs; kubeadm: kubeletExtraArgs")
          .example(
              """
              type: kubevirtnet:NodeClaim
              properties: {namespace: p-default, provider: kubevirt, kubeletArgs: {--max-pods: "50"}}
              """);

  public static final Rule TEMPLATE =
      Rule.error("KVN-P054", "Template that the platform can not fill in")
          .why(
              "It renders a Go template over .Values for each machine, and fails the machine when that does not work.")
          .fix("Use fields that there are, and close what is open.")
          .source(TEMPLATES)
          .example(
              """
              type: kubevirtnet:MachineConfigTemplate
              properties: {networkDataTemplate: "address: {{ .Values.AlocatedIP }}"}
              """);

  public static final Rule EMPTY_TEMPLATE =
      Rule.refused("KVN-P055", "MachineConfigTemplate without any template")
          .why("A node type that names it fails to make machines.")
          .fix("Set cloudInitTemplate or networkDataTemplate.")
          .source(TEMPLATES)
          .example("type: kubevirtnet:MachineConfigTemplate\nproperties: {}\n");

  public static final List<Rule> ALL = List.of(OWN_TEMPLATE, KUBELET, TEMPLATE, EMPTY_TEMPLATE);
}
