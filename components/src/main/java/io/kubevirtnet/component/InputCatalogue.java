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

  public static final List<Rule> ALL = List.of(LINE);
}
