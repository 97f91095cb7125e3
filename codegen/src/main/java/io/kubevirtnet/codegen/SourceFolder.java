package io.kubevirtnet.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The folder of generated sources. What is already right keeps its timestamp, so that an
 * incremental build has nothing to do; what no longer belongs there is deleted.
 */
record SourceFolder(Path folder) {

  void hold(Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    var wanted = files.keySet().stream().map(folder::resolve).collect(Collectors.toSet());
    try (var present = Files.walk(folder)) {
      for (var file : present.filter(Files::isRegularFile).toList()) {
        if (!wanted.contains(file)) {
          Files.delete(file);
        }
      }
    }
    for (var file : files.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static void write(Path file, String content) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(content)) {
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, content);
  }
}
