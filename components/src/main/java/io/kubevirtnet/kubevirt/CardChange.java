package io.kubevirtnet.kubevirt;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a card is called on its way from the pod into the guest, before a change and from the next
 * start on.
 */
public record CardChange(String network, Optional<Names> before, Optional<Names> after) {

  /**
   * The names of one card; nothing where they can not be told.
   *
   * @param mac as the machine asks for it; nothing when the pod's network chooses one at each start
   * @param pod the interface in the pod
   * @param guest what the guest calls it
   * @param order its place among the cards on PCI, from 1
   */
  public record Names(
      Optional<String> mac, Optional<String> pod, Optional<String> guest, OptionalInt order) {}

  public boolean isChange() {
    return !before.equals(after);
  }

  /** Of a card that stays, what it is called otherwise from the next start on; else nothing. */
  public Optional<String> line() {
    return before.flatMap(
        b ->
            after
                .filter(a -> !a.equals(b))
                .map(
                    a ->
                        network
                            + " from the next start on: "
                            + Stream.of(
                                    said("MAC ", b.mac(), a.mac()),
                                    said("in the pod ", b.pod(), a.pod()),
                                    said("in the guest ", b.guest(), a.guest()),
                                    said("on PCI ", place(b.order()), place(a.order())))
                                .filter(t -> !t.isEmpty())
                                .collect(Collectors.joining(", "))
                            + "."));
  }

  private static Optional<String> place(OptionalInt order) {
    return order.isPresent() ? Optional.of("#" + order.getAsInt()) : Optional.empty();
  }

  private static String said(String what, Optional<String> before, Optional<String> after) {
    return before.equals(after)
        ? ""
        : what + before.orElse("not known") + " -> " + after.orElse("not known");
  }
}
