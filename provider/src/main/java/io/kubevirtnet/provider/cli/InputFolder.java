package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of objects, or a folder of such files and folders. */
record InputFolder(String given, InputStream standardInput) {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  /** All objects, in the order of the names of the files. */
  List<KubernetesObject> objects() {
    var objects = new ArrayList<KubernetesObject>();
    for (var file : files()) {
      var input = new InputFile(file, standardInput);
      objects.addAll(KubernetesDocuments.read(input.name(), input.text()));
    }
    return objects;
  }

  private List<String> files() {
    if (!Files.isDirectory(Path.of(given))) {
      return List.of(given);
    }
    try (var paths = Files.walk(Path.of(given))) {
      return paths
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(p -> ENDINGS.stream().anyMatch(p::endsWith))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableManifest(given + ": this folder can not be read.");
    }
  }
}
