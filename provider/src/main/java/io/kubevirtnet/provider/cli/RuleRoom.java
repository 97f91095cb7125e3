package io.kubevirtnet.provider.cli;

import io.kubevirtnet.finding.Rule;
import java.util.Arrays;

/** What rules are about, by the letter in their codes. */
enum RuleRoom {
  HOST('N', "Nodes and their bridges"),
  ATTACHMENT('A', "Network attachments"),
  MACHINE('V', "Virtual machines"),
  PLATFORM('P', "vCluster Platform"),
  NETRIS('T', "Netris"),
  ACROSS('X', "What fits together"),
  HEALTH('D', "What doctor finds in a cluster");

  private static final int LETTER = "KVN-".length();

  private final char letter;
  private final String title;

  RuleRoom(char letter, String title) {
    this.letter = letter;
    this.title = title;
  }

  static RuleRoom of(Rule rule) {
    return Arrays.stream(values())
        .filter(r -> r.letter == rule.code().charAt(LETTER))
        .findFirst()
        .orElseThrow();
  }

  String title() {
    return title;
  }
}
