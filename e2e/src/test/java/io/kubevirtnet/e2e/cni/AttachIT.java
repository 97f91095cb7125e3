package io.kubevirtnet.e2e.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubevirtnet.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Definitions that we find nothing wrong with, attached and detached by the real plugins. */
class AttachIT {
  private static final long CASES = Long.getLong("kubevirtnet.cni.attachments", 120L);

  private static final List<String> NEEDED =
      List.of("type bridge", "type veth peer name other", "link eth0 type macvlan");

  /** What definitions for them would need; the judge alone has tried those. */
  private static final List<String> OTHERS =
      List.of(
          "type bridge vlan_filtering 1",
          "type dummy",
          "type vrf table 9",
          "link eth0 type ipvlan",
          "link eth0 type vlan id 5");

  private static PodHost host;

  @BeforeAll
  static void needsNamespaces() {
    var started = PodHost.start();
    assumeTrue(
        started.isPresent(), "no network namespace: run as root, with iproute2 and util-linux");
    host = started.orElseThrow();
    OTHERS.stream()
        .filter(kind -> !makes(kind))
        .forEach(kind -> System.out.println("unsupported by this kernel: " + kind));
    for (var kind : NEEDED) {
      assumeTrue(makes(kind), "this kernel has no " + kind);
    }
  }

  private static boolean makes(String kind) {
    return host.runs("ip link add name probe " + kind) && host.runs("ip link del probe");
  }

  @AfterAll
  static void removesThem() {
    host.close();
  }

  @Test
  void attachesWhatWeAcceptAsItWasAsked() {
    var wrong = new ArrayList<String>();
    var types = new TreeMap<String, Integer>();
    for (long seed : LongStream.range(0, CASES).toArray()) {
      var definition = AttachableGenerator.next(seed);
      types.merge(type(definition.config()), 1, Integer::sum);
      problems(definition).forEach(problem -> wrong.add(definition.described(problem)));
    }
    System.out.printf("attached and detached: %d, %s%n", CASES, types);

    assertThat(wrong).isEmpty();
  }

  private static List<String> problems(GeneratedDefinition definition) {
    var problems =
        new ArrayList<>(
            Agreement.on(definition, List.of()).ours().stream()
                .filter(Finding::isError)
                .map(Finding::line)
                .toList());
    host.must("ip netns add " + PodHost.POD);
    host.must("ip -n " + PodHost.POD + " link add inner type bridge");
    host.configure(definition);
    var added = host.cnitool("add", definition.name());
    if (added.ok()) {
      problems.addAll(new Attached(definition, host, added.json()).differences());
    } else {
      problems.add("add: " + added.err());
    }
    var deleted = host.cnitool("del", definition.name());
    if (!deleted.ok()) {
      problems.add("del: " + deleted.err());
    }
    if (host.runs("ip -n " + PodHost.POD + " link show dev " + PodHost.INTERFACE)) {
      problems.add("del: the interface is still there");
    }
    int left = host.list("ip -j link show type veth").size() - PodHost.LINKS;
    if (left != 0) {
      problems.add("del: links that are left on the host: " + left);
    }
    host.must("ip netns del " + PodHost.POD);
    return problems;
  }

  private static String type(Map<String, Object> config) {
    var plugins = (List<?>) config.getOrDefault("plugins", List.of(config));
    return String.valueOf(((Map<?, ?>) plugins.get(0)).get("type"));
  }
}
