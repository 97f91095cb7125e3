package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.provider.cluster.AccessQuestion;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ObjectSource;
import io.kubevirtnet.provider.doctor.Picture.Reading;
import io.kubevirtnet.provider.doctor.Picture.State;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One reading of a cluster. What may not be read is noted; that nobody answers is thrown. */
final class PictureReading implements Rights {
  private final ObjectSource source;
  private final Optional<String> namespace;
  private final Clock clock;

  PictureReading(ObjectSource source, Optional<String> namespace, Clock clock) {
    this.source = source;
    this.namespace = namespace;
    this.clock = clock;
  }

  Picture read() {
    var readings = new EnumMap<Subject, Reading>(Subject.class);
    for (var subject : Subject.values()) {
      readings.put(subject, read(subject));
    }
    return Picture.of(readings, namespace, clock.instant(), this);
  }

  private Reading read(Subject subject) {
    boolean ofMachines = subject.scope() == Subject.Scope.MACHINES;
    var whole = read(subject, ofMachines ? namespace : Optional.empty(), State.READ);
    if (whole.state() == State.REFUSED
        && subject.namespaced()
        && !ofMachines
        && namespace.isPresent()) {
      var part = read(subject, namespace, State.IN_NAMESPACE);
      return part.state() == State.IN_NAMESPACE ? part : whole;
    }
    return whole;
  }

  private Reading read(Subject subject, Optional<String> in, State good) {
    try {
      return new Reading(
          good,
          "",
          source.list(subject.query(in), subject::kept).stream()
              .map(o -> new LiveObject(subject, o))
              .toList());
    } catch (ClusterProblem e) {
      return switch (e.kind()) {
        case NO_SUCH_KIND -> Reading.without(State.ABSENT, "");
        case FORBIDDEN -> Reading.without(State.REFUSED, String.valueOf(e.getMessage()));
        case CONFIGURATION, UNREACHABLE, EXISTS, CONFLICT, IN_PROGRESS, INVALID, CANCELLED, OTHER ->
            throw e;
      };
    }
  }

  @Override
  public Optional<Boolean> mayI(AccessQuestion question) {
    return answer(() -> source.mayI(question));
  }

  @Override
  public Optional<Boolean> may(String user, AccessQuestion question) {
    return answer(() -> source.may(user, question));
  }

  private static Optional<Boolean> answer(BooleanSupplier question) {
    try {
      return Optional.of(question.getAsBoolean());
    } catch (ClusterProblem e) {
      return switch (e.kind()) {
        case CONFIGURATION, UNREACHABLE, CANCELLED -> throw e;
        case FORBIDDEN, NO_SUCH_KIND, EXISTS, CONFLICT, IN_PROGRESS, INVALID, OTHER ->
            Optional.empty();
      };
    }
  }
}
