package io.kubevirtnet.attachment;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.MacvtapDeviceSpec;
import io.kubevirtnet.spec.MacvtapDevicesSpec;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The interfaces that macvtap devices are made on, and the attachment to one of them. */
public final class MacvtapPool {
  public static final String KIND = "ConfigMap";

  /** Variable of the device plugin; it is started with the whole map as its environment. */
  private static final String VARIABLE = "DP_MACVTAP_CONF";

  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,8}[a-zA-Z0-9])?");

  private final MacvtapDevicesSpec spec;
  private final String resourceName;

  private MacvtapPool(MacvtapDevicesSpec spec, String resourceName) {
    this.spec = spec;
    this.resourceName = resourceName;
  }

  public static MacvtapPool of(MacvtapDevicesSpec spec, String resourceName) {
    return new MacvtapPool(spec, resourceName);
  }

  public DesiredAttachment attachment() {
    return DesiredAttachment.of(spec, resourceName, device());
  }

  public Fields configMap() {
    return Tree.of("apiVersion", "v1")
        .with("kind", KIND)
        .with(
            "metadata",
            Tree.of("name", spec.configMapName()).with("namespace", spec.pluginNamespace()))
        .with("data", Tree.of(VARIABLE, Json.text(devices())));
  }

  private Tree devices() {
    var entries =
        Wording.EMPTY.withList(
            "devices",
            spec.devices(),
            d ->
                Wording.of("name", d.name())
                    .with("lowerDevice", d.lowerDevice())
                    .with("mode", d.mode())
                    .with("capacity", d.capacity()));
    return entries.config().get("devices").orElse(new Items(List.of(), spec.devices().marks()));
  }

  /** The one that was chosen, else the only one. */
  private Value<String> device() {
    if (spec.attachTo().isGiven()) {
      return spec.attachTo();
    }
    return spec.devices()
        .flatMap(
            all ->
                all.size() == 1
                    ? all.get(0).flatMap(MacvtapDeviceSpec::name)
                    : new Value.Absent<>(spec.attachTo().path()));
  }

  public void check(Report report) {
    Namespaces.check(spec.namespace(), spec.namespaces(), report);
    Namespaces.check(spec.pluginNamespace(), report);
    report.require(
        spec.configMapName(),
        KubernetesName::isSubdomain,
        PoolCatalogue.DEVICE,
        "\"" + spec.configMapName().shown() + "\" is not the name of a ConfigMap.",
        "Leave configMapName out.");
    var seen = new HashSet<String>();
    for (var entry : spec.devices().known().orElse(List.of())) {
      entry.ifKnown(d -> check(d, seen, report));
    }
    attachTo(seen, report);
    AttachmentRules.check(attachment(), report);
  }

  private static void check(MacvtapDeviceSpec device, HashSet<String> seen, Report report) {
    report.require(
        device.name(),
        name -> NAME.matcher(name).matches(),
        PoolCatalogue.DEVICE,
        "\"" + device.name().shown() + "\" is not the name of a device.");
    report.refuse(device.lowerDevice(), InterfaceName::problem, PoolCatalogue.DEVICE);
    report.require(
        device.capacity(),
        n -> n > 0,
        PoolCatalogue.DEVICE,
        device.capacity().shown() + " is not a capacity.");
    device
        .name()
        .known()
        .filter(name -> !seen.add(name))
        .ifPresent(
            name ->
                report.add(
                    PoolCatalogue.DEVICE_TWICE,
                    device.name().path(),
                    device.name().shown() + " is listed twice."));
  }

  private void attachTo(HashSet<String> offered, Report report) {
    boolean all = offered.isEmpty();
    boolean open = Tree.of(spec.devices().orDefault(List.of())).hasUnknown();
    if (device().isAbsent() && !open) {
      report.add(
          PoolCatalogue.ATTACH_TO, spec.attachTo().path(), "Nothing says which device it is for.");
    }
    Optional<String> chosen = spec.attachTo().known();
    if (chosen.isPresent() && all && InterfaceName.problem(chosen.get()).isPresent()
        || chosen.isPresent() && !all && !open && !offered.contains(chosen.get())) {
      report.add(
          PoolCatalogue.ATTACH_TO,
          spec.attachTo().path(),
          "\"" + spec.attachTo().shown() + "\" is none of the devices.");
    }
  }
}
