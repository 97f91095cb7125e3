package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.PropertyPath;
import java.util.Optional;

/**
 * One field of a machine that changes.
 *
 * @param network the network that it belongs to; nothing for what belongs to the whole machine
 * @param field as KubeVirt calls it: {@code binding}, {@code macAddress}; empty for a network as a
 *     whole
 * @param path where the author wrote it
 * @param before as it is shown; {@code (none)} where nothing was
 * @param after likewise
 * @param reason why it has this effect, as a sentence
 * @param advice what to do about it, as a sentence or a command; empty when there is nothing to do
 */
public record FieldChange(
    Optional<String> network,
    String field,
    PropertyPath path,
    String before,
    String after,
    Effect effect,
    String reason,
    String advice) {

  /** {@code lan: bridge -> sriov} */
  public String what() {
    var name =
        switch (field) {
          case "", Card.BINDING -> "";
          default -> field + ": ";
        };
    return network.map(n -> n + ": ").orElse("") + name + before + " -> " + after;
  }

  /** {@code lan: bridge -> sriov: restart. Why. What to do.} */
  public String line() {
    return what() + ": " + effect.wire() + ". " + reason + (advice.isEmpty() ? "" : " " + advice);
  }

  FieldChange with(Outcome other) {
    return new FieldChange(
        network, field, path, before, after, other.effect(), other.reason(), other.advice());
  }
}
