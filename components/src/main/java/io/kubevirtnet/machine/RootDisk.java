package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.spec.RootVolumeSpec;
import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** The disk that a machine boots from, where an input makes it. */
final class RootDisk {
  static final String NAME = "root";

  private final VirtualMachineSpec spec;
  private final Value<String> namespace;
  private final Value<String> machine;

  RootDisk(VirtualMachineSpec spec, Value<String> namespace, Value<String> machine) {
    this.spec = spec;
    this.namespace = namespace;
    this.machine = machine;
  }

  boolean exists() {
    return spec.containerDisk().isGiven() || spec.rootVolume().isGiven();
  }

  Fields volume() {
    var volume = Tree.of("name", NAME);
    return spec.containerDisk().isGiven()
        ? volume.with("containerDisk", Tree.of("image", spec.containerDisk()))
        : volume.with("dataVolume", Tree.of("name", spec.rootVolume().flatMap(this::volumeName)));
  }

  private Value<String> volumeName(RootVolumeSpec volume) {
    return volume.name().or(machine.map(m -> m + "-root"));
  }

  /** What the importer fills, where there is such a volume. */
  Optional<Tree> dataVolumeTemplate() {
    return spec.rootVolume().isGiven()
        ? Optional.of(Tree.of(spec.rootVolume().map(this::template)))
        : Optional.empty();
  }

  private Fields template(RootVolumeSpec volume) {
    var storage =
        Tree.of("resources", Tree.of("requests", Tree.of("storage", volume.size())))
            .with("storageClassName", volume.storageClass());
    return Tree.of("metadata", Tree.of("name", volumeName(volume)))
        .with("spec", Tree.of("source", source(volume)).with("storage", storage));
  }

  private Tree source(RootVolumeSpec volume) {
    if (volume.url().isGiven()) {
      return Tree.of("http", Tree.of("url", volume.url()));
    }
    if (volume.registry().isGiven()) {
      return Tree.of("registry", Tree.of("url", volume.registry()));
    }
    if (volume.sourcePvc().isGiven()) {
      return Tree.of("pvc", Tree.of(volume.sourcePvc().map(this::claim)));
    }
    return volume.blank().isUnknown()
        ? new Unknown(volume.blank().marks())
        : Tree.of("blank", Tree.fields().marked(volume.blank().marks()));
  }

  private Fields claim(String reference) {
    int slash = reference.indexOf('/');
    return Tree.of("namespace", slash < 0 ? namespace : reference.substring(0, slash))
        .with("name", reference.substring(slash + 1));
  }

  void check(Report report) {
    if (spec.containerDisk().isGiven() && spec.rootVolume().isGiven()) {
      report.add(
          MachineCatalogue.ROOT_DISK,
          spec.rootVolume().path(),
          "containerDisk and rootVolume are both set.");
    }
    report.require(
        spec.containerDisk(),
        image -> !image.isBlank(),
        MachineCatalogue.ROOT_DISK,
        "containerDisk is empty.");
    report.check(spec.rootVolume(), volume -> check(volume, report));
  }

  private void check(RootVolumeSpec volume, Report report) {
    var sources =
        Stream.<Value<?>>of(volume.url(), volume.registry(), volume.sourcePvc())
            .filter(Value::isGiven)
            .count();
    boolean blank = volume.blank().known().orElse(false);
    boolean open = sources == 0 && volume.blank().isUnknown();
    if (sources + (blank ? 1 : 0) != 1 && !open) {
      report.add(
          MachineCatalogue.ROOT_DISK,
          volume.path(),
          sources == 0
              ? "Nothing says what is in the volume."
              : "More than one of url, registry, sourcePvc and blank is set.");
    }
    report.require(
        volume.size(),
        Quantity::isPositive,
        MachineCatalogue.SIZE,
        "\"" + volume.size().shown() + "\" is not a size.");
  }
}
