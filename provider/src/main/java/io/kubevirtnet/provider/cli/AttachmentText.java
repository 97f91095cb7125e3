package io.kubevirtnet.provider.cli;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.provider.cluster.NetworkUser;
import io.kubevirtnet.provider.inventory.ListedAttachment;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.provider.report.DefinitionFacts;
import io.kubevirtnet.provider.report.Fact;
import io.kubevirtnet.provider.report.Peek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A network attachment with each of its fields. */
final class AttachmentText {
  private static final String INDENT = "  ";
  private static final List<String> MADE_BY_TOOLS =
      List.of("kubectl.kubernetes.io/last-applied-configuration");

  private final Peek object;
  private final List<Fact> facts = new ArrayList<>();

  private AttachmentText(Peek object) {
    this.object = object;
  }

  static String of(ListedAttachment attachment, List<String> notRead) {
    var text = new AttachmentText(Peek.of(attachment.definition().object()));
    text.fields("labels", text.object.at("metadata", "labels"));
    text.fields("annotations", text.object.at("metadata", "annotations"));
    text.config();
    var users = attachment.users().stream().map(NetworkUser::toString);
    text.fact(
        "used by",
        Stream.concat(users, notRead.stream().map(n -> "(" + n + ")")).toList(),
        "nobody");
    var title =
        "%s %s in %s\n"
            .formatted(NadExpander.KIND, attachment.definition().reference(), attachment.cluster());
    var shown = new StringBuilder(title);
    text.facts.stream()
        .flatMap(f -> f.shown(INDENT).stream())
        .forEach(line -> shown.append(line).append('\n'));
    return shown.toString();
  }

  private void config() {
    var config = new DefinitionFacts(object).parsed();
    if (config.isPresent()) {
      fact("config", leaves("", config.get()).toList(), "{}");
    } else {
      var text = object.at("spec", "config").text();
      fact("config", text.isEmpty() ? List.of() : List.of(text), "none, each node has its own");
    }
  }

  private void fields(String label, Peek fields) {
    var lines =
        fields.fields().entrySet().stream()
            .filter(e -> !MADE_BY_TOOLS.contains(e.getKey()))
            .map(e -> line(e.getKey(), e.getValue()))
            .toList();
    if (!lines.isEmpty()) {
      fact(label, lines, "");
    }
  }

  private void fact(String label, List<String> lines, String otherwise) {
    facts.add(
        new Fact(
            label,
            lines.isEmpty()
                ? List.of(otherwise)
                : lines.stream().map(Columns::printable).toList()));
  }

  /** Each value with the way to it. */
  private static Stream<String> leaves(String path, Peek value) {
    Map<String, Peek> fields = value.fields();
    if (!fields.isEmpty()) {
      return fields.entrySet().stream()
          .flatMap(
              e -> leaves(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue()));
    }
    var items = value.items();
    if (items.stream().anyMatch(i -> !i.fields().isEmpty() || !i.items().isEmpty())) {
      return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
          .flatMap(i -> leaves(path + "[" + i + "]", items.get(i)));
    }
    return Stream.of(line(path, value));
  }

  private static String line(String name, Peek value) {
    return name + ": " + value.text();
  }
}
