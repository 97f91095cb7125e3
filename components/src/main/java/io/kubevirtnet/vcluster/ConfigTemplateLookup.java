package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.vcluster.ConfigTemplate.Document;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The MachineConfigTemplates that properties name, against what the machine has for them. */
final class ConfigTemplateLookup {
  private static final Set<String> ALLOCATED = Set.of("AllocatedIP", "PrefixLength", "Gateway");
  private static final Set<PropertyKey> ALLOCATING =
      Set.of(PropertyKey.CIDR, PropertyKey.RANGES, PropertyKey.NETRIS_SERVER_CLUSTER);

  private final NodeSources sources;
  private final EffectiveProperties properties;
  private final Report report;

  ConfigTemplateLookup(NodeSources sources, EffectiveProperties properties, Report report) {
    this.sources = sources;
    this.properties = properties;
    this.report = report;
  }

  /** Without any template nobody knows which ones there are. */
  void check(Document document) {
    var name =
        properties
            .set(document.property())
            .map(NodeProperty::value)
            .filter(n -> n.text().isPresent());
    if (name.isEmpty() || properties.set(document.instead()).isPresent()) {
      return;
    }
    var found = find(name.get());
    if (found.isPresent()) {
      text(name.get(), found.get().get("spec", document.field()), document);
    } else if (sources.configTemplates().isEmpty()) {
      report.notChecked(
          name.get().written(), "MachineConfigTemplate " + name.get().shown() + " is not here");
    } else if (sources.configTemplates().stream().noneMatch(ConfigTemplateLookup::hasOpenName)) {
      report.add(
          TemplateCatalogue.NOT_FOUND,
          name.get().written(),
          "There is no MachineConfigTemplate " + name.get().shown() + ".");
    }
  }

  private Optional<Part> find(Part name) {
    return sources.configTemplates().stream()
        .filter(t -> name.text().filter(t.get("metadata", "name")::is).isPresent())
        .findFirst();
  }

  private static boolean hasOpenName(Part template) {
    return template.get("metadata", "name").isOpen();
  }

  private void text(Part name, Part text, Document document) {
    if (!text.isSet() || text.is("")) {
      report.add(
          TemplateCatalogue.NOT_FOUND,
          name.written(),
          "MachineConfigTemplate " + name.shown() + " has no " + document.field() + ".");
    }
    text.text().map(ConfigTemplate::parse).ifPresent(t -> values(name, t, document));
  }

  /** Names that no provider has a value for are told at the template itself. */
  private void values(Part name, ConfigTemplate template, Document document) {
    var missing = new TreeSet<String>();
    ConfigTemplate.OF_BARE_METAL.stream()
        .filter(v -> !document.has().contains(v) || ALLOCATED.contains(v) && !isAllocating())
        .filter(template::asksFor)
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      report.add(
          ReadingCatalogue.UNFILLED,
          name.written(),
          "MachineConfigTemplate "
              + name.shown()
              + " asks for "
              + String.join(", ", missing)
              + ", which a machine of this type has not.");
    }
  }

  private boolean isAllocating() {
    return ALLOCATING.stream().anyMatch(k -> properties.set(k).isPresent());
  }
}
