package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentPurpose;
import io.kubevirtnet.enums.EswitchMode;
import io.kubevirtnet.enums.SriovDeviceType;
import io.kubevirtnet.enums.SriovLinkType;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Mtu;
import io.kubevirtnet.spec.SriovDeviceSpec;
import io.kubevirtnet.spec.SriovNetworkSpec;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the operator of SR-IOV for the policy that makes a pool. */
final class VirtualFunctionRules {
  private static final String OPERATOR = "sriov-network-operator";
  private static final Pattern POOL =
      Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9_-]{0,61}[a-zA-Z0-9])?");
  private static final Pattern CARD = Pattern.compile("([^#]+)(?:#(\\d{1,6})-(\\d{1,6}))?");
  private static final int HIGHEST_PRIORITY = 99;

  private final SriovNetworkSpec spec;
  private final Value<String> pool;
  private final Report report;

  VirtualFunctionRules(SriovNetworkSpec spec, Value<String> pool, Report report) {
    this.spec = spec;
    this.pool = pool;
    this.report = report;
  }

  void check() {
    Namespaces.check(spec.namespace(), report);
    Namespaces.check(spec.operatorNamespace(), report);
    names();
    if (spec.device().isAbsent()) {
      withoutDevice();
    }
    spec.device().ifKnown(this::device);
  }

  private void names() {
    report.require(
        spec.resourcePrefix(),
        KubernetesName::isSubdomain,
        PoolCatalogue.POOL_NAME,
        "\"" + spec.resourcePrefix().shown() + "\" is not a prefix of resources.");
    if (spec.resourceName().isGiven()) {
      report.require(
          pool,
          name -> POOL.matcher(name).matches(),
          PoolCatalogue.POOL_NAME,
          "\"" + pool.shown() + "\" is not the name of a pool.");
    }
    report.check(spec.nodeSelector(), this::labels);
  }

  private void labels(Map<String, Value<String>> labels) {
    labels.forEach(
        (key, value) -> {
          boolean fits = KubernetesName.isLabelKey(key);
          if (!fits || !value.known().map(KubernetesName::isLabelValue).orElse(true)) {
            report.add(
                PoolCatalogue.POOL_NAME,
                value.path(),
                "\""
                    + (fits ? value.shown() : value.shownKey(key))
                    + "\" is not the "
                    + (fits ? "value" : "key")
                    + " of a label.");
          }
        });
  }

  private void withoutDevice() {
    if (spec.resourceName().isAbsent()) {
      report.add(
          PoolCatalogue.POOL_CHOICE,
          spec.device().path(),
          "Neither device nor resourceName is set.");
    } else if (spec.nodeSelector().isGiven()) {
      report.add(
          PoolCatalogue.UNUSED, spec.nodeSelector().path(), "nodeSelector is set without device.");
    }
  }

  private void device(SriovDeviceSpec device) {
    var ways =
        Stream.<Value<?>>of(
                device.vendor(), device.deviceId(), device.pfNames(), device.rootDevices())
            .filter(VirtualFunctionRules::says)
            .toList();
    if (ways.isEmpty() && !says(device.netFilter())) {
      refuse(
          PoolCatalogue.NO_CARD,
          device,
          "Nothing says which cards.",
          "at least one of these parameters (vendor, deviceID, pfNames, rootDevices or netFilter) has to be defined in nicSelector in CR "
              + spec.name().shown());
    }
    range(device.vfs(), device.vfs().known().filter(n -> n < 1).isPresent());
    range(
        device.priority(),
        device.priority().known().filter(p -> p < 0 || p > HIGHEST_PRIORITY).isPresent());
    range(device.mtu(), device.mtu().known().filter(m -> !Mtu.isValid(m)).isPresent());
    device.pfNames().ifKnown(names -> names.forEach(n -> card(n, device.vfs())));
    contradictions(device, ways);
    driver(device);
  }

  /** What is empty says nothing to the operator. */
  private static boolean says(Value<?> way) {
    return way.isGiven()
        && !way.known().filter(w -> w.equals("") || w.equals(List.of())).isPresent();
  }

  private void range(Value<Integer> number, boolean wrong) {
    if (wrong) {
      report.add(PoolCatalogue.POOL_RANGE, number.path(), number.shown() + " is out of its range.");
    }
  }

  private void card(Value<String> name, Value<Integer> vfs) {
    report.check(
        name,
        text ->
            problem(text, vfs)
                .ifPresent(
                    p ->
                        report.add(
                            PoolCatalogue.CARD_NAME,
                            name.path(),
                            "\"" + name.shown() + "\" " + p + ".")));
  }

  private static Optional<String> problem(String text, Value<Integer> vfs) {
    var m = CARD.matcher(text);
    if (!m.matches()) {
      return Optional.of("is not a card with a range of functions");
    }
    if (m.group(2) == null) {
      return InterfaceName.problem(text);
    }
    int first = Integer.parseInt(m.group(2));
    int last = Integer.parseInt(m.group(3));
    if (last < first) {
      return Optional.of("ends before it starts");
    }
    return vfs.known().filter(n -> last >= n).isPresent()
        ? Optional.of("ends behind the last of " + vfs.shown() + " functions")
        : InterfaceName.problem(m.group(1));
  }

  private void contradictions(SriovDeviceSpec device, List<Value<?>> ways) {
    boolean vfio = is(VirtualFunctions.deviceType(spec), SriovDeviceType.VfioPci);
    boolean switchdev = is(device.eswitchMode(), EswitchMode.Switchdev);
    if (vfio && is(device.rdma(), true)) {
      exclude(device.rdma(), "RDMA needs the driver netdevice.");
    }
    if (switchdev && is(device.linkType(), SriovLinkType.Ib)) {
      exclude(device.eswitchMode(), "switchdev works with Ethernet only.");
    }
    if (device.vdpaType().isGiven()) {
      if (vfio) {
        exclude(device.vdpaType(), "vDPA needs the driver netdevice.");
      } else if (!switchdev && !device.eswitchMode().isUnknown()) {
        exclude(device.vdpaType(), "vDPA needs eswitchMode switchdev.");
      }
    }
    if (says(device.netFilter())) {
      ways.forEach(way -> exclude(way, "netFilter says which cards already."));
      if (device.eswitchMode().isGiven()) {
        exclude(device.eswitchMode(), "It can not be set with netFilter.");
      }
    }
  }

  private void driver(SriovDeviceSpec device) {
    boolean machines = is(spec.purpose(), AttachmentPurpose.VirtualMachines);
    if (machines && is(device.deviceType(), SriovDeviceType.Netdevice)) {
      report.add(
          PoolCatalogue.DRIVER,
          device.deviceType().path(),
          "The functions get the driver netdevice.");
    }
  }

  private static <T> boolean is(Value<T> value, T wanted) {
    return value.known().filter(wanted::equals).isPresent();
  }

  private void exclude(Value<?> at, String what) {
    report.add(PoolCatalogue.POOL_CONTRADICTION, at.path(), what);
  }

  private void refuse(Rule rule, SriovDeviceSpec device, String what, String message) {
    report.add(
        Finding.of(rule, device.path(), what, rule.fix())
            .inWordsOf(new Upstream(OPERATOR, "Invalid", "spec.nicSelector", message)));
  }
}
