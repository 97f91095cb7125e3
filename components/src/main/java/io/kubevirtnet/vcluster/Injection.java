package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;

/** What the platform makes of a node type: properties, template, {@code multus} and disks. */
public final class Injection {
  private final NodeSources sources;
  private final Report report;
  private final Assumptions assumptions = new Assumptions();

  private Injection(NodeSources sources, Report report) {
    this.sources = sources;
    this.report = report;
  }

  /** What can not be read is left out here, and told in the report. */
  public static EffectiveNode of(NodeSources sources, Report report) {
    return new Injection(sources, report).node();
  }

  private EffectiveNode node() {
    var said = EffectiveProperties.of(sources);
    SourceRules.check(sources, said, report);
    noteRanks(said);
    var properties = new NodeDefaults(sources, assumptions).added(said);
    var template = MachineTemplate.of(sources, properties, assumptions);
    template.faults().forEach(f -> report.add(MergeCatalogue.REFUSED, f.path(), f.kind().text()));
    var machine = new MachineDraft(MachinePlace.headed(template.tree()), template.places());
    var place = new MachinePlace(sources, assumptions);
    place.name(machine);
    new OwnDataVolumes(machine).rename();
    new ImageDisk(sources, properties, machine, assumptions).add();
    properties
        .set(PropertyKey.ATTACHMENT)
        .ifPresent(
            attachment -> {
              place.noteAttachment(attachment);
              new MultusInjection(properties, attachment, machine, assumptions, report).inject();
            });
    var networkData = new NodeNetworkData(properties, assumptions, report).text();
    new CloudInitDisk(machine, assumptions).add(networkData.isPresent(), sources.type().path());
    return new EffectiveNode(
        properties, machine.tree(), networkData, assumptions.list(), machine.places());
  }

  /** Who wins matters only where two say the same. */
  private void noteRanks(EffectiveProperties properties) {
    var layers = new PropertyMerge(sources).layers();
    for (var property : properties.properties().values()) {
      long said =
          layers.values().stream()
              .filter(layer -> !layer.isOpen() && layer.get(property.key()).isSet())
              .count();
      if (said < 2) {
        continue;
      }
      assumptions.addIf(
          layers.containsKey(PropertyOrigin.ENVIRONMENT)
              && layers.get(PropertyOrigin.ENVIRONMENT).get(property.key()).isSet(),
          Assumption.ENVIRONMENT_RANK);
      assumptions.addIf(
          property.origin() == PropertyOrigin.OS_IMAGE && !PropertyMerge.isSource(property.key()),
          Assumption.OS_IMAGE_RANK);
    }
  }
}
