package io.kubevirtnet.e2e.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One policy on its way over the nodes: its newest version, its status, and who holds a slot. */
final class Rollout {
  private static final String COUNTS = "unavailableNodeCountMap";

  private final Map<Long, Set<String>> slots = new TreeMap<>();
  private final ObjectNode status = Json.object();
  private Policy policy;

  Rollout(Policy policy) {
    this.policy = policy;
    status.putArray("conditions");
  }

  Policy policy() {
    return policy;
  }

  void update(Policy newer) {
    policy = newer;
  }

  ObjectNode status() {
    return status;
  }

  boolean take(long generation, String node, int limit) {
    Set<String> holders = slots.computeIfAbsent(generation, key -> new TreeSet<>());
    if (holders.contains(node)) {
      return true;
    }
    if (holders.size() >= limit) {
      return false;
    }
    holders.add(node);
    count();
    return true;
  }

  void release(String node) {
    slots.values().forEach(holders -> holders.remove(node));
    count();
  }

  /** After success nobody is counted. */
  void clear() {
    slots.clear();
    status.putObject(COUNTS);
  }

  private void count() {
    ObjectNode counts = status.putObject(COUNTS);
    slots.forEach((generation, holders) -> counts.put(String.valueOf(generation), holders.size()));
    status.put(
        "lastUnavailableNodeCountUpdate", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
