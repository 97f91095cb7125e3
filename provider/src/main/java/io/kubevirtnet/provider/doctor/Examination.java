package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was found out about a cluster.
 *
 * @param context by which it was reached
 * @param address of its API server
 */
public record Examination(String context, String address, List<Checkup> checkups) {
  public Examination {
    checkups = List.copyOf(checkups);
  }

  public Stream<Symptom> symptoms() {
    return checkups.stream().flatMap(c -> c.symptoms().stream());
  }

  /** Nothing but hints. */
  public boolean isHealthy() {
    return symptoms().allMatch(s -> s.finding().severity() == Severity.INFO);
  }
}
