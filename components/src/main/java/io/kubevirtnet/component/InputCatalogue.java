package io.kubevirtnet.component;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with a text before there is an object in it. */
public final class InputCatalogue {
  private InputCatalogue() {}

  public static final Rule LINE =
      Rule.refused("KVN-X080", "Line that holds no object")
          .why("Each line is to be one Kubernetes object in JSON.")
          .fix("Write one object, without line breaks, on each line.")
          .source("`kubevirtnet check --jsonl`")
          .example(
              """
              {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", "kind": "Pod"}
              """);

  public static final Rule CAME_TO_NOTHING =
      Rule.refused("KVN-X058", "Output that comes to nothing where an object follows from it")
          .why(
              "A Java program announces the objects of a component before its Outputs are known, and can not take one back.")
          .fix("Leave the input out, or see to it that the Output has a value.")
          .source("Pulumi SDK for Java: resources are registered while a program runs")
          .example(
              """
              type: kubevirtnet:VirtualMachine
              properties: {namespace: vms, memory: 2Gi, autoattachPodInterface: false, userData: "${nothing}"}
              """);

  public static final List<Rule> ALL = List.of(LINE, CAME_TO_NOTHING);
}
