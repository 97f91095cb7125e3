package io.kubevirtnet.netris;

import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.testing.YamlStack;
import java.util.List;

/** The network of {@code tenant-a}, with facts that are pinned, read, or both. */
final class NetrisStory {
  static final String DOCUMENTED =
      "vnet: tenant-a-nodes, gateway: 192.168.55.254/21, vlan: 3, vxlan: 14";

  private final String inputs;
  private final String answer;

  private NetrisStory(String inputs, String answer) {
    this.inputs = inputs;
    this.answer = answer;
  }

  static NetrisStory pinned(String facts) {
    return new NetrisStory(", facts: {" + facts + "}", "");
  }

  static NetrisStory read(String facts) {
    return new NetrisStory(controller(""), answer(facts));
  }

  static NetrisStory pinnedAndRead(String facts, String live) {
    return new NetrisStory(controller(", facts: {" + facts + "}"), answer(live));
  }

  /** The controller has not been asked yet. */
  static NetrisStory unknown() {
    return new NetrisStory(controller(""), "");
  }

  /** More inputs. */
  NetrisStory with(String more) {
    return new NetrisStory(inputs + ", " + more, answer);
  }

  private static String controller(String more) {
    return ", controller: {url: \"https://netris.example.com\", username: svc, password:"
        + " \"${secret:hunter2}\"}"
        + more;
  }

  private static String answer(String facts) {
    return "answer: {facts: {" + facts + "}, findings: []}\n";
  }

  Expansion expansion() {
    return YamlStack.expand(
            "type: kubevirtnet:NetrisNetwork\nname: tenant-a\nproperties: {serverCluster: tenant-a,"
                + " hostModel: trunk, uplink: {nic: bond0}, namespace: vms"
                + inputs
                + "}\n"
                + answer)
        .last();
  }

  /** What the rules of facts and addresses say, a line each. */
  List<String> lines() {
    return expansion().findings().stream()
        .filter(f -> f.code().matches("KVN-T0[235]\\d"))
        .map(f -> f.code() + " " + f.path() + ": " + f.what() + " " + f.fix())
        .toList();
  }

  List<Finding> findings() {
    return expansion().findings();
  }
}
