package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the text of a config, before anybody asks what it means. */
final class TextCatalogue {
  private TextCatalogue() {}

  static final Rule KEY_TWICE =
      Rule.error("KVN-A021", "Key written twice")
          .why(
              "Readers of JSON do not agree which of the two counts; the plugins take the last one.")
          .fix("Remove one of the two.")
          .source("RFC 8259, section 4")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "0.3.1", "name": "lan", "type": "bridge", "bridge": "br1", "disableContainerInterface": true, "bridge": "br2"}'
              """);

  static final Rule LIMIT =
      Rule.refused("KVN-A022", "Config that is too large or too deep")
          .why("No network needs so much, and the API server would not store it.")
          .fix("Leave out what no plugin reads.")
          .source("etcd --max-request-bytes; this project")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"type": "bridge", "args": %s}'
              """
                  .formatted("[".repeat(70) + "]".repeat(70)));

  static final Rule CHARACTER =
      Rule.error("KVN-A023", "Broken character")
          .why(
              "Half a surrogate pair, or U+FFFD, is what is left of a text that was read in a wrong encoding; the plugins get U+FFFD.")
          .fix("Write the character that was meant, in UTF-8.")
          .source("Go encoding/json")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "0.3.1", "name": "lan", "type": "bridge", "bridge": "br1", "disableContainerInterface": true, "dns": {"domain": "\\ud800"}}'
              """);

  static final Rule NULL_ITEM =
      Rule.refused("KVN-A024", "null in a list")
          .why("Some readers skip it, some take it for an empty value, and Multus may crash on it.")
          .fix("Remove it from the list.")
          .source("this project")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": "0.3.1", "name": "lan", "plugins": [null]}'
              """);

  static final Rule NULL_VALUE =
      Rule.error("KVN-A025", "null for a value")
          .why(
              "The plugins take it for nothing, but Multus fills in no name for it, and libcni refuses a list with it.")
          .fix("Take the key out, or write a value.")
          .source("Multus GetCNIConfigFromSpec; libcni NetworkConfFromBytes")
          .example(
              """
              apiVersion: k8s.cni.cncf.io/v1
              kind: NetworkAttachmentDefinition
              metadata: {name: lan, namespace: vms}
              spec:
                config: '{"cniVersion": null, "name": "lan", "type": "bridge", "bridge": "br1", "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}'
              """);

  static final List<Rule> ALL = List.of(KEY_TWICE, LIMIT, CHARACTER, NULL_ITEM, NULL_VALUE);
}
