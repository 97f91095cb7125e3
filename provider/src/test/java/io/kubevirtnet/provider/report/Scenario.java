package io.kubevirtnet.provider.report;

import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlanScene;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.plan.Planner;
import io.kubevirtnet.provider.plan.RecordedFacts;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.sides.SceneReading;
import io.kubevirtnet.testing.YamlStack;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Two sides and a cluster in a folder: {@code old} and {@code new} with manifests and {@code
 * facts.yaml}, {@code cluster} with the objects that a cluster has.
 */
record Scenario(Path folder, Side before, Side after, List<KubernetesObject> cluster) {
  private static final String FACTS = "facts.yaml";

  static Scenario in(Path folder) {
    return new Scenario(
        folder,
        side(folder.resolve("old")),
        side(folder.resolve("new")),
        objects(folder.resolve("cluster")));
  }

  Plan plan() {
    return Planner.plan(before, after, scene(before, after));
  }

  /** From the new side to itself. */
  Plan again() {
    return Planner.plan(after, after, scene(after, after));
  }

  /** All in another order. */
  Scenario shuffled(long seed) {
    var random = new Random(seed);
    return new Scenario(
        folder, shuffled(before, random), shuffled(after, random), shuffled(cluster, random));
  }

  private PlanScene scene(Side old, Side now) {
    var open =
        cluster.isEmpty()
            ? List.of(new NotChecked("nodes", "no cluster reachable"))
            : List.<NotChecked>of();
    return SceneReading.of(
        cluster,
        Scene.of(KubeVirtRelease.newest(), false),
        false,
        SceneReading.declared(old, now),
        open);
  }

  private static Side shuffled(Side side, Random random) {
    return new Side(shuffled(side.objects(), random), shuffled(side.facts(), random));
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    var other = new ArrayList<>(list);
    Collections.shuffle(other, random);
    return other;
  }

  private static Side side(Path folder) {
    return new Side(
        objects(folder).stream().map(PlannedObject::of).toList(), facts(folder.resolve(FACTS)));
  }

  private static List<KubernetesObject> objects(Path folder) {
    return files(folder).stream()
        .filter(f -> !f.getFileName().toString().equals(FACTS))
        .flatMap(f -> KubernetesDocuments.read(f.toString(), text(f)).stream())
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<RecordedFacts> facts(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      Map<String, Object> byName = YamlStack.YAML.readValue(text(file), Map.class);
      return byName.entrySet().stream()
          .map(e -> new RecordedFacts(e.getKey(), (Fields) Tree.of(e.getValue())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
