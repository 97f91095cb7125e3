package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.provider.manifest.StrictJson.Refused;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
  private static final int LARGEST_FLOW = 1024 * 1024;

  /** The time that the YAML parser takes for a scalar grows with the square of its line. */
  private static final int LONGEST_LINE = 1024 * 1024;

  private static final Pattern JSON_BEGINS = Pattern.compile("\\s*[\\[{]");

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
  public static Optional<List<KubernetesObject>> objects(Tree document) {
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

  static boolean isList(KubernetesObject object) {
    var kind = object.reference().kind();
    return kind.equals("List") && object.group().isEmpty() || kind.equals("NodeNetworkStateList");
  }

  /** What stands in a text, objects or not. */
  public static List<Tree> documents(String source, String text) {
    return JSON_BEGINS.matcher(text).lookingAt() ? json(source, text) : yaml(source, text);
  }

  /** What is no JSON may be YAML in braces; large texts are not, and would take long to read so. */
  private static List<Tree> json(String source, String text) {
    try {
      return StrictJson.values(text);
    } catch (Refused e) {
      if (e.isJson() || text.length() > LARGEST_FLOW) {
        throw new UnreadableManifest(source + ": " + e.reason() + ".");
      }
      return yaml(source, text);
    }
  }

  private static List<Tree> yaml(String source, String text) {
    refuseLongLines(source, text);
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setAllowDuplicateKeys(false);
    var documents = new ArrayList<Tree>();
    var trees = new SharedTrees(text.length());
    try {
      for (var document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
        PlainTree.of(document, text.length(), trees).ifPresent(documents::add);
      }
    } catch (PlainTree.Boundless e) {
      throw new UnreadableManifest(source + ": " + e.getMessage());
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

  private static void refuseLongLines(String source, String text) {
    int start = 0;
    for (int number = 1; start < text.length(); number++) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (end - start > LONGEST_LINE) {
        throw new UnreadableManifest(source + ":" + number + ": this line is longer than 1 MiB.");
      }
      start = end + 1;
    }
  }

  private static String firstLine(YAMLException e) {
    return Optional.ofNullable(e.getMessage())
        .flatMap(m -> m.lines().findFirst())
        .orElse("not readable");
  }
}
