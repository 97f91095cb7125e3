package io.kubevirtnet.e2e.platform;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * VirtualMachines with some of their fields, from few names and values, so that two of them meet.
 */
final class TemplateGenerator {
  private static final List<String> NAMES = List.of("default", "lan", "root", "data");
  private static final List<String> TEXTS = List.of("a", "b", "c");

  private final Dice dice;

  TemplateGenerator(Dice dice) {
    this.dice = dice;
  }

  Map<String, Object> machine() {
    return dice.draft()
        .maybe(6, "apiVersion", () -> "kubevirt.io/v1")
        .maybe(2, "metadata", this::metadata)
        .maybe(1, "spec", this::spec)
        .map();
  }

  private Map<String, Object> metadata() {
    return dice.draft()
        .maybe(2, "labels", this::texts)
        .maybe(3, "annotations", this::texts)
        .maybe(2, "finalizers", () -> finalizers(4))
        .maybe(4, "ownerReferences", () -> keyed("uid", "name"))
        .map();
  }

  /** A set: without doubles. */
  List<Object> finalizers(int most) {
    return new ArrayList<>(dice.some(List.of("a/x", "b/x", "c/x", "d/x", "e/x"), most));
  }

  private Map<String, Object> texts() {
    var texts = new LinkedHashMap<String, Object>();
    dice.some(NAMES, 3).forEach(n -> texts.put(n, dice.of(TEXTS)));
    return texts;
  }

  private Map<String, Object> spec() {
    return dice.draft()
        .maybe(3, "runStrategy", () -> dice.of("Always", "Manual"))
        .maybe(8, "running", () -> dice.oneIn(2))
        .maybe(6, "instancetype", () -> dice.draft().with("name", dice.of(TEXTS)).map())
        .maybe(3, "dataVolumeTemplates", () -> named("spec", this::texts))
        .maybe(1, "template", this::template)
        .map();
  }

  private Map<String, Object> template() {
    return dice.draft().maybe(3, "metadata", this::metadata).maybe(1, "spec", this::instance).map();
  }

  private Map<String, Object> instance() {
    return dice.draft()
        .maybe(2, "domain", this::domain)
        .maybe(2, "networks", () -> named("pod", LinkedHashMap::new))
        .maybe(3, "volumes", () -> named("containerDisk", this::texts))
        .maybe(2, "topologySpreadConstraints", () -> keyed("topologyKey", "whenUnsatisfiable"))
        .maybe(4, "tolerations", () -> named("operator", () -> dice.of("Exists", "Equal")))
        .maybe(4, "nodeSelector", this::texts)
        .maybe(4, "affinity", this::affinity)
        .maybe(4, "dnsConfig", this::dns)
        .maybe(5, "readinessProbe", this::probe)
        .maybe(3, "hostname", () -> dice.of(TEXTS))
        .maybe(4, "terminationGracePeriodSeconds", () -> dice.upTo(3))
        .map();
  }

  private Map<String, Object> domain() {
    return dice.draft()
        .maybe(
            2,
            "cpu",
            () ->
                dice.draft()
                    .maybe(2, "cores", () -> dice.upTo(4))
                    .maybe(2, "model", () -> "host")
                    .map())
        .maybe(3, "memory", this::memory)
        .maybe(2, "resources", this::resources)
        .maybe(2, "devices", this::devices)
        .maybe(4, "machine", () -> dice.draft().with("type", "q35").map())
        .maybe(
            4,
            "features",
            () ->
                dice.draft().maybe(2, "acpi", LinkedHashMap::new).maybe(2, "smm", this::flag).map())
        .map();
  }

  private Map<String, Object> memory() {
    return dice.draft()
        .maybe(2, "guest", () -> dice.of("1Gi", "2Gi"))
        .maybe(2, "hugepages", () -> dice.draft().with("pageSize", "2Mi").map())
        .map();
  }

  private Map<String, Object> flag() {
    return dice.draft().with("enabled", dice.oneIn(2)).map();
  }

  private Map<String, Object> resources() {
    return dice.draft()
        .maybe(
            2,
            "requests",
            () ->
                dice.draft()
                    .maybe(2, "cpu", () -> dice.upTo(4))
                    .maybe(2, "memory", () -> "4Gi")
                    .map())
        .maybe(3, "limits", () -> dice.draft().with("memory", dice.of("4Gi", "8Gi")).map())
        .map();
  }

  private Map<String, Object> devices() {
    return dice.draft()
        .maybe(2, "interfaces", () -> named(dice.of("bridge", "masquerade"), LinkedHashMap::new))
        .maybe(2, "disks", () -> named("disk", () -> dice.draft().with("bus", "virtio").map()))
        .maybe(4, "autoattachPodInterface", () -> dice.oneIn(2))
        .maybe(5, "rng", LinkedHashMap::new)
        .map();
  }

  private Map<String, Object> affinity() {
    return dice.draft()
        .maybe(
            2,
            "podAffinity",
            () ->
                dice.draft()
                    .maybe(
                        2,
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        () -> named("topologyKey", () -> "zone"))
                    .map())
        .maybe(2, "nodeAffinity", LinkedHashMap::new)
        .map();
  }

  private Map<String, Object> dns() {
    return dice.draft()
        .maybe(
            1,
            "nameservers",
            () -> new ArrayList<>(dice.some(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"), 3)))
        .maybe(2, "options", () -> named("value", () -> dice.of(TEXTS)))
        .map();
  }

  private Map<String, Object> probe() {
    return dice.draft()
        .maybe(
            2,
            "httpGet",
            () -> dice.draft().with("port", dice.oneIn(2) ? (Object) 80 : "http").map())
        .maybe(2, "periodSeconds", () -> dice.upTo(3))
        .map();
  }

  private List<Object> named(String field, Supplier<?> value) {
    var items = new ArrayList<Object>();
    dice.some(NAMES, 3)
        .forEach(n -> items.add(dice.draft().with("name", n).maybe(2, field, value).map()));
    return items;
  }

  /** Items of a list that is merged. */
  List<Object> keyed(String key, String other) {
    var items = new ArrayList<Object>();
    dice.some(List.of("zone", "rack", "host", "row"), 3)
        .forEach(
            k ->
                items.add(
                    dice.draft()
                        .with(key, k)
                        .maybe(2, other, () -> dice.of(TEXTS))
                        .maybe(
                            3,
                            "labelSelector",
                            () -> dice.draft().maybe(2, "matchLabels", this::texts).map())
                        .map()));
    return items;
  }
}
