package io.kubevirtnet.provider.cli;

import java.util.List;

/** What the guest of a machine is told about its networks. */
final class WiringFacts {
  private final Peek wiring;

  WiringFacts(Peek wiring) {
    this.wiring = wiring;
  }

  List<Fact> facts() {
    var data = wiring.at("networkData");
    return data.isPresent()
        ? List.of(new Fact("guest", data.text().lines().map(WiringFacts::firm).toList()))
        : List.of(Fact.of("guest", "configures its cards itself"));
  }

  /** YAML says by its indentation what belongs together. */
  private static String firm(String line) {
    return line.replace(' ', Paragraph.FIRM_SPACE);
  }
}
