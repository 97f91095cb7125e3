package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a policy says about who wrote it, so that a run which knows less than the cluster can
 * continue.
 *
 * @param owner URN of the resource
 * @param serial counts the writes
 * @param hash of the spec that was written
 */
record Stamp(String owner, Operation operation, int serial, String hash, Journal journal) {
  private static final String DOMAIN = "kubevirtnet.io/";
  private static final String OWNER = DOMAIN + "owner";
  private static final String OPERATION = DOMAIN + "operation";
  private static final String SERIAL = DOMAIN + "serial";
  private static final String HASH = DOMAIN + "hash";
  private static final String JOURNAL = DOMAIN + "journal";

  /** What the write was for. */
  enum Operation {
    /** Brings what the author wants. */
    APPLY,
    /** Takes it off all nodes again. */
    TAKE_BACK,
    /** A temporary policy for one node. */
    TAKE_BACK_NODE
  }

  static Optional<Stamp> of(Policy policy) {
    return of(policy.annotations());
  }

  static Optional<Stamp> of(Map<String, String> annotations) {
    var owner = annotations.get(OWNER);
    return owner == null
        ? Optional.empty()
        : Optional.of(
            new Stamp(
                owner,
                operation(annotations.getOrDefault(OPERATION, "")),
                number(annotations.getOrDefault(SERIAL, "")),
                annotations.getOrDefault(HASH, ""),
                Packed.unpack(annotations.getOrDefault(JOURNAL, ""))));
  }

  private static Operation operation(String text) {
    for (var operation : Operation.values()) {
      if (operation.name().equals(text)) {
        return operation;
      }
    }
    return Operation.APPLY;
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  static Stamp on(String owner, Operation operation, int serial, Fields spec, Journal journal) {
    return new Stamp(owner, operation, serial, Digest.of(spec), journal);
  }

  Map<String, String> annotations() {
    var all = new TreeMap<String, String>();
    all.put(OWNER, owner);
    all.put(OPERATION, operation.name());
    all.put(SERIAL, String.valueOf(serial));
    all.put(HASH, hash);
    if (!journal.isEmpty()) {
      Packed.pack(journal).ifPresent(text -> all.put(JOURNAL, text));
    }
    return all;
  }

  /** The same about the spec, with more to remember. */
  Stamp remembering(Journal more, int latest) {
    return new Stamp(owner, operation, latest, hash, more);
  }

  /** Nobody has changed the spec since. */
  boolean fits(Policy policy) {
    return Digest.of(policy.spec()).equals(hash);
  }

  boolean isTemporary() {
    return operation == Operation.TAKE_BACK_NODE;
  }
}
