package io.kubevirtnet.provider.preview;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled Java program, and what it is told.
 *
 * @param path folder of classes, or a jar
 * @param mainClass given by the user; empty to look for it
 * @param classPath what it needs besides this tool's own libraries, as {@code java -cp} takes it
 * @param project Pulumi's project, also the namespace of its configuration
 * @param config by key; a key without a namespace belongs to the project
 */
public record Program(
    Path path,
    Optional<String> mainClass,
    Optional<String> classPath,
    String project,
    String stack,
    Map<String, String> config) {

  public Program {
    config = Map.copyOf(config);
  }

  /** The name of the class that starts it. */
  String main() {
    if (!Files.exists(path)) {
      throw new UnusableProgram(path + " does not exist. Compile the program first?");
    }
    return mainClass.orElseGet(() -> MainClassScan.of(path));
  }

  /** The program's own first, so that a class of it wins over one of ours. */
  String fullClassPath() {
    var parts = new ArrayList<String>();
    parts.add(path.toAbsolutePath().toString());
    classPath.ifPresent(parts::add);
    for (var own : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
      if (!own.isEmpty()) {
        parts.add(Path.of(own).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, parts);
  }

  Map<String, String> qualifiedConfig() {
    var qualified = new LinkedHashMap<String, String>();
    config.forEach((k, v) -> qualified.put(k.contains(":") ? k : project + ":" + k, v));
    return qualified;
  }
}
