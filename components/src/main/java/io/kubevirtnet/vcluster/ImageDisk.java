package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The root disk that the platform makes of an image: first of all, so that it is booted from. */
final class ImageDisk {
  private static final String NAME = "rootdisk";
  private static final String REGISTRY = "docker://";

  private final NodeSources sources;
  private final EffectiveProperties properties;
  private final MachineDraft machine;
  private final Assumptions assumptions;
  private final MachineDisks disks;

  ImageDisk(
      NodeSources sources,
      EffectiveProperties properties,
      MachineDraft machine,
      Assumptions assumptions) {
    this.sources = sources;
    this.properties = properties;
    this.machine = machine;
    this.assumptions = assumptions;
    this.disks = new MachineDisks(machine);
  }

  /** Whether the platform makes a disk of an image of that address. */
  static boolean takes(String url) {
    return url.startsWith(REGISTRY) || isHttp(url);
  }

  private static boolean isHttp(String url) {
    return url.startsWith("http://") || url.startsWith("https://");
  }

  /** After the templates of the author have got their names. */
  void add() {
    var dataSource = properties.set(PropertyKey.IMAGE_DATA_SOURCE);
    var image = dataSource.or(() -> properties.set(PropertyKey.IMAGE_URL));
    if (image.isEmpty()) {
      return;
    }
    if (properties.others().isPresent() && image.get().value().isOpen()) {
      // Nobody can tell yet whether there is an image at all.
      Stream.of(MachineDisks.DATA_VOLUMES, MachineDisks.VOLUMES, MachineDisks.DISKS)
          .forEach(machine::openList);
      return;
    }
    Optional<Tree> source =
        dataSource.isPresent() ? Optional.of(reference(dataSource.get())) : source(image.get());
    source.ifPresent(s -> add(s, dataSource.isPresent(), image.get().value().written()));
  }

  private void add(Tree source, boolean isReference, PropertyPath written) {
    assumptions.add(Assumption.DISK_NAMES);
    var name = disks.free(NAME);
    var label = Part.of(written, Tree.of((Object) name).writtenAt(written));
    var dataVolume = disks.ownName(label);
    disks.first(
        MachineDisks.DATA_VOLUMES,
        dataVolumeTemplate(dataVolume, isReference ? "sourceRef" : "source", source),
        written);
    disks.first(
        MachineDisks.VOLUMES,
        Tree.of("name", label.tree().orElseThrow()).with("dataVolume", Tree.of("name", dataVolume)),
        written);
    disks.first(MachineDisks.DISKS, disk(label.tree().orElseThrow()), written);
    note(MachineDisks.DATA_VOLUMES, "spec", PropertyKey.DATA_VOLUME_TEMPLATE);
    note(MachineDisks.DISKS, "disk", PropertyKey.ROOT_DISK_TEMPLATE);
  }

  private void note(List<String> list, String field, PropertyKey key) {
    var place = MachineDraft.path(list).index(0).child(field);
    properties
        .set(key)
        .filter(p -> machine.takesItems(list))
        .ifPresent(p -> machine.place(place, p.value().written()));
  }

  /** What the author says of it counts less than image and size. */
  private Tree dataVolumeTemplate(Tree name, String field, Tree source) {
    var part = patch(PropertyKey.DATA_VOLUME_TEMPLATE);
    if (!(part instanceof Fields own)) {
      return new Unknown(part.allMarks());
    }
    var draft = new MachineDraft(DeepMerge.of(Fields.EMPTY, own), Places.EMPTY);
    draft.remove(List.of("spec", "source"));
    draft.remove(List.of("spec", "sourceRef"));
    draft.put(List.of("metadata", "name"), name);
    draft.put(List.of("spec", field), source);
    properties
        .set(PropertyKey.ROOT_DISK_SIZE)
        .ifPresent(
            size ->
                draft.put(
                    List.of("spec", "storage", "resources", "requests", "storage"),
                    size.value().tree().orElseThrow().writtenAt(size.value().written())));
    return draft.tree();
  }

  private Tree disk(Tree name) {
    var part = patch(PropertyKey.ROOT_DISK_TEMPLATE);
    if (!(part instanceof Fields own)) {
      return new Unknown(part.allMarks());
    }
    var merged = DeepMerge.of(Tree.of("disk", Tree.of("bus", "virtio")), own);
    var named = new LinkedHashMap<String, Tree>();
    named.put("name", name);
    merged.fields().forEach(named::putIfAbsent);
    return new Fields(named, Marks.NONE);
  }

  /** Unknown as long as the text is; empty where there is none, or none that can be read. */
  private Tree patch(PropertyKey key) {
    var property = properties.set(key);
    if (property.isEmpty()) {
      return Fields.EMPTY;
    }
    var value = property.get().value();
    var marks = value.tree().map(Tree::allMarks).orElse(Marks.NONE);
    return value.isOpen()
        ? new Unknown(marks)
        : YamlText.readPatch(value.text().orElse(""))
            .tree()
            .map(t -> t.writtenAt(value.written()).marked(marks))
            .orElse(Fields.EMPTY);
  }

  /** A bare name is looked up beside the provider, whatever the namespace of the machine. */
  private Tree reference(NodeProperty property) {
    var value = property.value();
    var text = value.text();
    var marks = value.tree().map(Tree::allMarks).orElse(Marks.NONE);
    if (text.isEmpty()) {
      return new Unknown(marks);
    }
    int slash = text.get().indexOf('/');
    var kind = Tree.of("kind", "DataSource");
    var name = part(value, text.get().substring(slash + 1));
    if (slash >= 0) {
      return kind.with("namespace", part(value, text.get().substring(0, slash))).with("name", name);
    }
    assumptions.add(Assumption.DATA_SOURCE_NAMESPACE);
    return sources
        .provider()
        .get("spec", "kubeVirt", "clusterRef", "namespace")
        .tree()
        .map(n -> kind.with("namespace", n))
        .orElse(kind)
        .with("name", name);
  }

  private static Tree part(Part of, String text) {
    return Tree.of((Object) text)
        .writtenAt(of.written())
        .marked(of.tree().map(Tree::allMarks).orElse(Marks.NONE));
  }

  /** Nothing for an address that the platform takes no image from. */
  private Optional<Tree> source(NodeProperty property) {
    var value = property.value();
    if (value.isOpen()) {
      return value.tree();
    }
    var text = value.text().filter(ImageDisk::takes);
    return text.map(
        url -> {
          var source = Tree.of("url", part(value, url));
          return url.startsWith(REGISTRY)
              ? Tree.of("registry", source)
              : Tree.of("http", checked(source));
        });
  }

  private Fields checked(Fields source) {
    return properties
        .set(PropertyKey.IMAGE_CHECKSUM)
        .map(
            c ->
                source.with(
                    "checksum", c.value().tree().orElseThrow().writtenAt(c.value().written())))
        .orElse(source);
  }
}
