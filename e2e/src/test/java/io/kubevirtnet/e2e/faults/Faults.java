package io.kubevirtnet.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What shall go wrong next, in the order in which the test has said it. */
final class Faults {
  private final List<Planned> planned = new ArrayList<>();

  synchronized void plan(int times, Predicate<Request> match, Fault fault) {
    planned.add(new Planned(times, match, fault));
  }

  synchronized Optional<Fault> next(Request request) {
    for (int i = 0; i < planned.size(); i++) {
      Planned candidate = planned.get(i);
      if (candidate.match.test(request)) {
        if (candidate.times > 1) {
          planned.set(i, new Planned(candidate.times - 1, candidate.match, candidate.fault));
        } else {
          planned.remove(i);
        }
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }

  synchronized void clear() {
    planned.clear();
  }

  synchronized int left() {
    return planned.stream().mapToInt(Planned::times).sum();
  }

  private record Planned(int times, Predicate<Request> match, Fault fault) {}
}
