package io.kubevirtnet.provider.plan;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestYaml;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long a whole plan of a large site takes, and how much heap: 5,000 nodes, 500 policies, 2,000
 * definitions, 10,000 machines, from files.
 *
 * <pre>
 * java -Xmx1g -cp … io.kubevirtnet.provider.plan.ScalePlanBench write FOLDER [yaml]
 * java -Xmx1g -cp … io.kubevirtnet.provider.plan.ScalePlanBench plan FOLDER [all]
 * </pre>
 *
 * The first writes the site once, as JSON or YAML; the second plans one change in a hundred
 * objects, or of all. {@code nodes} in the place of {@code plan} writes the chapter of the nodes
 * alone.
 */
final class ScalePlanBench {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PER_FILE = 100;

  private ScalePlanBench() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[1]);
    boolean more = arguments.length > 2;
    switch (arguments[0]) {
      case "write" -> write(folder, more);
      case "plan" -> plan(folder, more, false);
      default -> plan(folder, more, true);
    }
  }

  private static void write(Path folder, boolean yaml) throws IOException {
    write(folder.resolve("old"), ScalePlanSite.side(0), yaml);
    write(folder.resolve("new"), ScalePlanSite.side(100), yaml);
    write(folder.resolve("all"), ScalePlanSite.side(1), yaml);
    write(
        folder.resolve("cluster"),
        IntStream.range(0, ScalePlanSite.NODES).mapToObj(ScalePlanSite::node).toList(),
        yaml);
    write(
        folder.resolve("cluster/states"),
        IntStream.range(0, ScalePlanSite.NODES).mapToObj(ScalePlanSite::state).toList(),
        yaml);
  }

  private static void write(Path folder, List<Fields> objects, boolean yaml) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < objects.size(); i += PER_FILE) {
      var some = objects.subList(i, Math.min(objects.size(), i + PER_FILE));
      var text = new StringBuilder();
      for (var object : some) {
        text.append(
            yaml
                ? "---\n" + ManifestYaml.document(object.plain())
                : JSON.writeValueAsString(object.plain()) + "\n");
      }
      Files.writeString(folder.resolve(i + (yaml ? ".yaml" : ".json")), text);
    }
  }

  private static void plan(Path folder, boolean all, boolean nodesOnly) {
    var before = timed("old side", () -> objects(folder.resolve("old")));
    var after = timed("new side", () -> objects(folder.resolve(all ? "all" : "new")));
    var cluster = timed("cluster", () -> objects(folder.resolve("cluster")));
    var scene = timed("scene", () -> scene(cluster));
    cluster.clear();
    for (int i = 0; i < 3; i++) {
      var plan =
          timed(
              "plan",
              () -> {
                if (!nodesOnly) {
                  return Planner.plan(Side.of(before), Side.of(after), scene);
                }
                var draft = new Draft();
                new NodeImpacts().write(Side.of(before), Side.of(after), scene, draft);
                return draft.plan();
              });
      System.out.printf(
          "%d resources, %d node impacts, %d machines, %d risks, %d findings%n",
          plan.resources().size(),
          plan.nodes().size(),
          plan.machines().size(),
          plan.risks().size(),
          plan.findings().size());
    }
    System.gc();
    var runtime = Runtime.getRuntime();
    System.out.printf(
        "live heap at the end: %d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    var result = work.get();
    System.out.printf(
        "%s: %d ms, %d ms of CPU%n",
        what, (System.nanoTime() - start) / 1_000_000, (cpuNanos() - cpu) / 1_000_000);
    return result;
  }

  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }

  private static List<KubernetesObject> objects(Path folder) {
    try (var files = Files.walk(folder)) {
      var all = files.filter(Files::isRegularFile).sorted().toList();
      return new ArrayList<>(
          all.parallelStream().map(ScalePlanBench::read).flatMap(List::stream).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<KubernetesObject> read(Path file) {
    try {
      return KubernetesDocuments.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlanScene scene(List<KubernetesObject> cluster) {
    var states = new HashMap<String, NetworkState>();
    for (var object : cluster) {
      if (object.reference().kind().equals("NodeNetworkState")) {
        states.put(
            object.reference().name(),
            new NetworkState(at(object.fields(), "status", "currentState")));
      }
    }
    var nodes = new ArrayList<PlannedNode>();
    for (var object : cluster) {
      if (object.reference().kind().equals("Node")) {
        var name = object.reference().name();
        var labels = new HashMap<String, String>();
        at(object.fields(), "metadata", "labels")
            .fields()
            .forEach((k, v) -> labels.put(k, v.toString()));
        var ips =
            ((Tree.Items) at(object.fields(), "status").get("addresses").orElseThrow())
                .items().stream()
                    .map(a -> ((Fields) a).get("address").orElseThrow().toString())
                    .toList();
        nodes.add(
            new PlannedNode(
                name, Optional.of(labels), ips, true, Optional.ofNullable(states.get(name))));
      }
    }
    return new PlanScene(
        nodes, List.of(), Map.of(), Scene.of(KubeVirtRelease.newest(), false), List.of());
  }

  private static Fields at(Fields in, String... path) {
    var at = in;
    for (var step : path) {
      at = (Fields) at.get(step).orElse(Fields.EMPTY);
    }
    return at;
  }
}
