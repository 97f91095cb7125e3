package io.kubevirtnet.provider.doctor;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What could be read of a cluster.
 *
 * @param namespace whose machines are meant; otherwise all
 * @param now what the age of something is measured by
 */
record Picture(
    Map<Subject, Reading> readings, Optional<String> namespace, Instant now, Rights rights) {
  Picture {
    readings = Map.copyOf(readings);
  }

  /** How it went. */
  enum State {
    READ,
    /** Of one namespace only, since all could not be read. */
    IN_NAMESPACE,
    /** The cluster does not know the kind. */
    ABSENT,
    REFUSED
  }

  /**
   * What came of one kind.
   *
   * @param reason why it was refused
   */
  record Reading(State state, String reason, List<LiveObject> objects) {
    Reading {
      objects = List.copyOf(objects);
    }

    static Reading without(State state, String reason) {
      return new Reading(state, reason, List.of());
    }
  }

  static Picture of(
      Map<Subject, Reading> readings, Optional<String> namespace, Instant now, Rights rights) {
    return new Picture(new EnumMap<>(readings), namespace, now, rights);
  }

  Reading reading(Subject subject) {
    return Optional.ofNullable(readings.get(subject))
        .orElseGet(() -> Reading.without(State.ABSENT, ""));
  }

  List<LiveObject> all(Subject subject) {
    return reading(subject).objects();
  }

  boolean isAbsent(Subject subject) {
    return reading(subject).state() == State.ABSENT;
  }

  boolean isRefused(Subject subject) {
    return reading(subject).state() == State.REFUSED;
  }

  /** All there are of it, so that what is not in it is not there. */
  boolean isWhole(Subject subject) {
    var state = reading(subject).state();
    return state == State.READ || state == State.ABSENT;
  }

  Optional<LiveObject> find(Subject subject, String key) {
    return all(subject).stream().filter(o -> o.key().equals(key)).findFirst();
  }

  /** Machines of that namespace are meant. */
  boolean means(String ofNamespace) {
    return namespace.filter(n -> !n.equals(ofNamespace)).isEmpty();
  }
}
