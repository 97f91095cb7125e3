package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;

/**
 * What can go wrong on the way from the plugin to a component. An example says what was answered.
 */
public final class AnswerCatalogue {
  private AnswerCatalogue() {}

  public static final Rule NO_ANSWER =
      Rule.error("KVN-T080", "Question to the plugin without an answer")
          .why(
              "The plugin kubevirtnet reads the facts of a server cluster; without facts there is no network to make.")
          .fix(
              "Install the plugin in the version of this library, or leave controller out and pin the facts.")
          .source("this project")
          .example(
              """
              type: kubevirtnet:NetrisNetwork
              properties:
                serverCluster: tenant-a
                controller: {url: "https://netris.example.com", username: svc, password: "${secret:example}"}
                hostModel: evpn-on-host
                namespace: vms
              answer: {facts: none}
              """);

  public static final List<Rule> ALL = List.of(NO_ANSWER);

  /** Where the finding that says why there are no facts was lowered. */
  public static Finding nothingToGoBy(PropertyPath controller) {
    return Finding.of(
        NO_ANSWER,
        controller,
        "There are no facts, although what says why was lowered or suppressed.",
        "Put that right, or leave controller out and pin the facts.");
  }
}
