package io.kubevirtnet.nmstate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sizes and times that do not fit together. */
final class LinkAdvice {
  private final Advice advice;

  private LinkAdvice(Advice advice) {
    this.advice = advice;
  }

  static void check(Advice advice) {
    var links = new LinkAdvice(advice);
    advice.present().forEach(links::mtu);
    advice.present(Iface.LINUX_BRIDGE).forEach(links::spanningTree);
  }

  /** Only what is said in the state: what a node has now may change with it. */
  private void mtu(Iface iface) {
    var mtu = iface.part("mtu");
    if (mtu.number().isEmpty()) {
      return;
    }
    var below =
        iface.isType("vlan") || iface.type().startsWith("mac-")
            ? iface.parent().stream()
            : Stream.<String>of();
    var ports =
        iface.isType(Iface.LINUX_BRIDGE)
            ? iface.ports().orElse(List.of()).stream()
            : Stream.<String>of();
    Stream.concat(below, ports)
        .flatMap(n -> advice.find(n).stream())
        .filter(i -> mtuOf(i).filter(m -> m < mtu.number().get()).isPresent())
        .forEach(
            i ->
                advice.add(
                    AdviceCatalogue.CHILD_MTU,
                    mtu,
                    mtu.shown()
                        + " bytes do not fit through "
                        + i.name()
                        + ", which carries "
                        + mtuOf(i).orElseThrow()
                        + "."));
  }

  private Optional<Long> mtuOf(Iface iface) {
    return iface
        .part("mtu")
        .number()
        .or(
            () ->
                advice
                    .current
                    .flatMap(c -> Optional.ofNullable(c.kernel.get(iface.name())))
                    .flatMap(c -> c.part("mtu").number()));
  }

  private void spanningTree(Iface bridge) {
    var stp = bridge.part("bridge", "options", "stp");
    if (!stp.get("enabled").isTrue()) {
      return;
    }
    boolean open =
        Stream.of("forward-delay", "max-age", "hello-time").anyMatch(s -> stp.get(s).isOpen());
    long forward = stp.get("forward-delay").number().orElse(15L);
    long age = stp.get("max-age").number().orElse(20L);
    long hello = stp.get("hello-time").number().orElse(2L);
    if (!open && (2 * (forward - 1) < age || age < 2 * (hello + 1))) {
      advice.add(
          AdviceCatalogue.STP_TIMES,
          stp,
          "Forward delay "
              + forward
              + ", max age "
              + age
              + " and hello time "
              + hello
              + " do not fit together.");
    }
  }
}
