package io.kubevirtnet.provider.report;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.platform.NodeProviderExpander;

/** What a person calls objects of a kind, for counting them. */
final class KindNoun {
  private KindNoun() {}

  static String of(String kind) {
    return switch (kind) {
      case NadExpander.KIND -> "network";
      case HostPolicy.KIND -> "node policy";
      case DesiredMachine.KIND -> "VM";
      case NodeProviderExpander.KIND -> "node provider";
      default -> kind;
    };
  }

  static String counted(long number, String kind) {
    var noun = of(kind);
    if (noun.equals(kind)) {
      return Count.of(number) + " " + kind;
    }
    return number != 1 && noun.endsWith("y")
        ? Count.of(number) + " " + noun.substring(0, noun.length() - 1) + "ies"
        : Count.of(number, noun);
  }
}
