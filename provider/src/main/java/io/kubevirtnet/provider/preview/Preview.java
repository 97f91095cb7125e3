package io.kubevirtnet.provider.preview;

import java.util.List;
import java.util.Optional;

/**
 * What came out of one run of a program.
 *
 * @param resources in the order of their registration
 * @param logs what was said about no resource in particular
 * @param unanswered calls that only a real engine could answer; the program got unknown values
 * @param exitCode of the program
 */
public record Preview(
    List<PlannedResource> resources, List<LogLine> logs, List<String> unanswered, int exitCode) {

  public Preview {
    resources = List.copyOf(resources);
    logs = List.copyOf(logs);
    unanswered = List.copyOf(unanswered);
  }

  public boolean failed() {
    return exitCode != 0
        || logs.stream().anyMatch(LogLine::isError)
        || resources.stream().anyMatch(r -> !r.errors().isEmpty());
  }

  public Optional<PlannedResource> resource(String type, String name) {
    return resources.stream()
        .filter(r -> r.type().equals(type) && r.name().equals(name))
        .findFirst();
  }

  public List<PlannedResource> components() {
    return resources.stream().filter(PlannedResource::isComponent).toList();
  }

  public List<PlannedResource> objects() {
    return resources.stream().filter(PlannedResource::isObject).toList();
  }

  public List<PlannedResource> childrenOf(PlannedResource parent) {
    return resources.stream().filter(r -> r.parent().equals(parent.urn())).toList();
  }
}
