package io.kubevirtnet.provider.plan;

import io.kubevirtnet.attachment.DefinitionChange;
import io.kubevirtnet.attachment.DefinitionChange.Reach;
import io.kubevirtnet.attachment.DefinitionDiff;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A definition of which machines notice that it is another one.
 *
 * @param after nothing when it goes
 * @param changes none where the two can not be compared field by field
 */
record ChangedAttachment(
    Attachment before, Optional<Attachment> after, List<DefinitionChange> changes) {

  /** By {@code namespace/name}; those that are new are none of them. */
  static SortedMap<String, ChangedAttachment> between(ClusterSide before, ClusterSide after) {
    var changed = new TreeMap<String, ChangedAttachment>();
    for (var reference : before.declared().keySet()) {
      var old = before.find(reference).filter(ManifestCheck::isDefinition);
      var now = after.find(reference);
      if (old.isPresent() && !old.equals(now)) {
        of(Attachment.of(old.get()), now.map(Attachment::of))
            .ifPresent(c -> changed.put(c.before().fullName(), c));
      }
    }
    return changed;
  }

  private static Optional<ChangedAttachment> of(Attachment before, Optional<Attachment> after) {
    if (after.isEmpty()) {
      return Optional.of(new ChangedAttachment(before, after, List.of()));
    }
    var old = before.definition();
    var now = after.get().definition();
    if (old.isEmpty() || now.isEmpty()) {
      return before.config().tree().equals(after.get().config().tree())
          ? Optional.empty()
          : Optional.of(new ChangedAttachment(before, after, List.of()));
    }
    var changes =
        DefinitionDiff.between(old.get(), now.get()).stream()
            .filter(c -> c.reach() != Reach.NOBODY)
            .toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChangedAttachment(before, after, changes));
  }

  boolean isGone() {
    return after.isEmpty();
  }

  /** The furthest of all. */
  Reach reach() {
    return changes.stream()
        .map(DefinitionChange::reach)
        .max(Comparator.naturalOrder())
        .orElse(Reach.NEXT_START);
  }

  /** What changes, for a sentence; empty where that can not be told. */
  String words() {
    if (changes.isEmpty()) {
      return after.filter(Attachment::isOpen).isPresent()
          ? "how is known after apply"
          : "one of its two configs can not be read";
    }
    var first = changes.stream().limit(2).map(DefinitionChange::toString).toList();
    return String.join(", ", first)
        + (changes.size() > 2 ? " and " + (changes.size() - 2) + " more" : "");
  }
}
