package io.kubevirtnet.provider.preview;

import io.kubevirtnet.provider.preview.LogLine.Level;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects one run while it goes on. Safe for many threads. */
final class Recording {
  private final Map<String, PlannedResource> resources = new LinkedHashMap<>();
  private final Map<String, Fields> outputs = new HashMap<>();
  private final List<LogLine> logs = new ArrayList<>();
  private final Set<String> unanswered = new LinkedHashSet<>();

  synchronized void register(PlannedResource resource) {
    if (resources.putIfAbsent(resource.urn(), resource) != null) {
      log(
          new LogLine(
              Level.ERROR,
              resource.urn(),
              "Duplicate resource URN '" + resource.urn() + "'; try giving it a unique name"));
    }
  }

  synchronized void outputs(String urn, Fields fields) {
    outputs.put(urn, fields);
  }

  synchronized void log(LogLine line) {
    logs.add(line);
  }

  synchronized void unanswered(String call) {
    unanswered.add(call);
  }

  synchronized Preview end(int exitCode) {
    return new Preview(
        resources.values().stream().map(this::complete).toList(),
        logs.stream().filter(l -> !resources.containsKey(l.urn())).toList(),
        List.copyOf(unanswered),
        exitCode);
  }

  private PlannedResource complete(PlannedResource r) {
    return new PlannedResource(
        r.urn(),
        r.type(),
        r.name(),
        r.parent(),
        r.custom(),
        r.dependsOn(),
        r.inputs(),
        Optional.ofNullable(outputs.get(r.urn())),
        logs.stream().filter(l -> l.urn().equals(r.urn())).toList());
  }
}
