package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of objects, or a folder of such files and folders. In a folder other files may stand
 * beside them; what is hidden, such as all that git keeps there, is left alone.
 */
record InputFolder(String given, InputStream standardInput) {
  private static final String KIND = "kind";
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  /**
   * What is in it.
   *
   * @param objects in the order of the names of the files
   * @param without files of a folder in which no object is
   */
  record Found(List<KubernetesObject> objects, List<String> without) {
    Found {
      objects = List.copyOf(objects);
      without = List.copyOf(without);
    }
  }

  Found read() {
    var objects = new ArrayList<KubernetesObject>();
    var without = new ArrayList<String>();
    boolean folder = Files.isDirectory(Path.of(given));
    for (var file : files()) {
      var input = new InputFile(file, standardInput);
      var text = input.text();
      if (folder && hasNoObject(input.name(), text)) {
        without.add(file);
      } else {
        objects.addAll(KubernetesDocuments.read(input.name(), text));
      }
    }
    return new Found(objects, without);
  }

  /** Values of a chart, settings of a tool: nothing in it so much as names a kind. */
  private static boolean hasNoObject(String name, String text) {
    return !text.contains(KIND)
        && KubernetesDocuments.documents(name, text).stream()
            .noneMatch(d -> d instanceof Fields f && f.get(KIND).isPresent());
  }

  List<String> files() {
    if (!Files.isDirectory(Path.of(given))) {
      return List.of(given);
    }
    var root = Path.of(given);
    try (var paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(p -> !isHidden(root.relativize(p)) && Files.isRegularFile(p))
          .map(Path::toString)
          .filter(p -> ENDINGS.stream().anyMatch(p::endsWith))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableManifest(given + ": this folder can not be read.");
    }
  }

  private static boolean isHidden(Path below) {
    for (var part : below) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
