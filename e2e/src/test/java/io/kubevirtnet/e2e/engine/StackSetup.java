package io.kubevirtnet.e2e.engine;

import io.kubevirtnet.e2e.cluster.LocalCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a stack is opened with; every method answers a changed copy. */
public record StackSetup(
    String project,
    String stack,
    Optional<Path> backend,
    List<Path> pluginFolders,
    Map<String, String> environment) {

  public StackSetup {
    pluginFolders = List.copyOf(pluginFolders);
    environment = Map.copyOf(environment);
  }

  static StackSetup of(String project) {
    return new StackSetup(project, "test", Optional.empty(), List.of(), Map.of());
  }

  /** KUBECONFIG of the engine, and so of the default providers. */
  public StackSetup cluster(LocalCluster cluster) {
    return env("KUBECONFIG", cluster.kubeconfigFile().toString());
  }

  /** A folder with {@code pulumi-resource-…} launchers, before the stand-in's on PATH. */
  public StackSetup plugins(Path folder) {
    List<Path> folders = new ArrayList<>(pluginFolders);
    folders.add(folder);
    return new StackSetup(project, stack, backend, folders, environment);
  }

  public StackSetup env(String name, String value) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(name, value);
    return new StackSetup(project, stack, backend, pluginFolders, variables);
  }

  /** A name other than {@code test}. */
  public StackSetup named(String name) {
    return new StackSetup(project, name, backend, pluginFolders, environment);
  }

  /** A folder for state that several stacks share, so that one can refer to the other. */
  public StackSetup backend(Path folder) {
    return new StackSetup(project, stack, Optional.of(folder), pluginFolders, environment);
  }

  public Stack open() {
    return Stack.open(this);
  }
}
