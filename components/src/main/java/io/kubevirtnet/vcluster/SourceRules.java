package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.YamlText;

/** What properties name has to be there, and all of them have to be texts. */
final class SourceRules {
  private final NodeSources sources;
  private final EffectiveProperties properties;
  private final Report report;

  private SourceRules(NodeSources sources, EffectiveProperties properties, Report report) {
    this.sources = sources;
    this.properties = properties;
    this.report = report;
  }

  static void check(NodeSources sources, EffectiveProperties properties, Report report) {
    var rules = new SourceRules(sources, properties, report);
    var merge = new PropertyMerge(sources);
    merge.layers().values().forEach(rules::texts);
    rules.yaml();
    rules.named(merge.environment(), "NodeEnvironment");
    rules.named(merge.osImage(), "OSImage");
    for (var document : ConfigTemplate.Document.values()) {
      new ConfigTemplateLookup(sources, properties, report).check(document);
    }
  }

  private void texts(Part layer) {
    if (layer.isOpen()) {
      report.notChecked(layer.path(), "known after apply");
      return;
    }
    for (var key : PropertyMerge.keys(layer)) {
      var property = layer.get(key);
      if (property.isOpen()) {
        report.notChecked(property.written(), "known after apply");
      } else if (!isText(property)) {
        report.add(ReadingCatalogue.NO_TEXT, property.written(), key + " is no text.");
      }
    }
  }

  private static boolean isText(Part property) {
    return property
        .tree()
        .filter(t -> t instanceof Scalar s && s.value() instanceof String)
        .isPresent();
  }

  /** Only of those that are read, which depends on others that may not be known yet. */
  private void yaml() {
    for (var key : PropertyKey.values()) {
      if (key.kind() == PropertyKind.YAML && isUsed(key)) {
        properties.set(key).ifPresent(this::yaml);
      }
    }
  }

  private void yaml(NodeProperty property) {
    property
        .value()
        .text()
        .flatMap(text -> YamlText.readPatch(text).problem())
        .ifPresent(
            problem ->
                report.add(
                    ReadingCatalogue.YAML,
                    property.value().written(),
                    property.key() + " " + problem + "."));
  }

  private boolean isUsed(PropertyKey key) {
    return switch (key) {
      case INTERFACE_TEMPLATE -> properties.text(PropertyKey.ATTACHMENT).isPresent();
      case DATA_VOLUME_TEMPLATE, ROOT_DISK_TEMPLATE ->
          properties.text(PropertyKey.IMAGE_URL).isPresent()
              || properties.text(PropertyKey.IMAGE_DATA_SOURCE).isPresent();
      case MACHINE_MERGE_TEMPLATE -> properties.set(PropertyKey.MACHINE_TEMPLATE).isEmpty();
      default -> true;
    };
  }

  private void named(NamedSource source, String kind) {
    if (source.isAnother()) {
      source.name().ifPresent(name -> missing(name, kind));
    } else if (source.object().isPresent() && !source.isUsed()) {
      var name = source.object().get().get("metadata", "name");
      report.notChecked(name.written(), "nothing names " + kind + " " + name.shown());
    } else if (source.object().isEmpty()) {
      source
          .name()
          .filter(name -> name.text().isPresent())
          .ifPresent(
              name ->
                  report.notChecked(name.written(), kind + " " + name.shown() + " is not here"));
    }
  }

  private void missing(Part name, String kind) {
    report.add(
        TemplateCatalogue.NOT_FOUND,
        name.written(),
        "There is no " + kind + " " + name.shown() + ".");
  }
}
