package io.kubevirtnet.provider.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the objects of one file: YAML or JSON, several documents, and lists as kubectl has them.
 */
public final class KubernetesDocuments {
  private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

  private KubernetesDocuments() {}

  /**
   * The objects in the order of the text.
   *
   * @param source name of the file, for messages
   */
  public static List<KubernetesObject> read(String source, String text) {
    var objects = new ArrayList<KubernetesObject>();
    int number = 0;
    for (var document : documents(source, text)) {
      number++;
      var place = source + (number == 1 ? "" : ", document " + number);
      objects.addAll(
          objects(document)
              .orElseThrow(
                  () ->
                      new UnreadableManifest(
                          place + ": no Kubernetes object, since apiVersion or kind is missing.")));
    }
    return List.copyOf(objects);
  }

  /** The object, or those of a list; nothing when some of it is no Kubernetes object. */
  static Optional<List<KubernetesObject>> objects(Tree document) {
    var object =
        document instanceof Fields f ? KubernetesObject.of(f) : Optional.<KubernetesObject>empty();
    if (object.filter(KubernetesDocuments::isList).isEmpty()) {
      return object.map(List::of);
    }
    var all = new ArrayList<KubernetesObject>();
    for (var item : items(object.get().fields())) {
      var inside = objects(item);
      if (inside.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(inside.get());
    }
    return Optional.of(all);
  }

  private static List<Tree> items(Fields list) {
    return list.get("items")
        .filter(Items.class::isInstance)
        .map(t -> ((Items) t).items())
        .orElse(List.of());
  }

  private static boolean isList(KubernetesObject object) {
    var kind = object.reference().kind();
    return kind.equals("List") && object.group().isEmpty() || kind.equals("NodeNetworkStateList");
  }

  static List<Tree> documents(String source, String text) {
    return (text.stripLeading().startsWith("{") ? json(text) : Optional.<List<Object>>empty())
        .orElseGet(() -> yaml(source, text)).stream()
            .flatMap(o -> PlainTree.of(o).stream())
            .toList();
  }

  /** Nothing when it is no JSON: then it may be YAML in braces. */
  private static Optional<List<Object>> json(String text) {
    try (MappingIterator<Object> values =
        new JsonMapper().readerFor(Object.class).readValues(text)) {
      return Optional.of(values.readAll());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Object> yaml(String source, String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setAllowDuplicateKeys(false);
    var documents = new ArrayList<Object>();
    try {
      for (var document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
        if (document != null) {
          documents.add(document);
        }
      }
    } catch (MarkedYAMLException e) {
      var mark = Optional.ofNullable(e.getProblemMark());
      throw new UnreadableManifest(
          source
              + mark.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1)).orElse("")
              + ": neither YAML nor JSON: "
              + Optional.ofNullable(e.getProblem()).orElse("not readable"));
    } catch (YAMLException e) {
      throw new UnreadableManifest(source + ": neither YAML nor JSON: " + firstLine(e));
    }
    return documents;
  }

  private static String firstLine(YAMLException e) {
    return Optional.ofNullable(e.getMessage())
        .flatMap(m -> m.lines().findFirst())
        .orElse("not readable");
  }
}
