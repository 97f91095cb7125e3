package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.enums.IpMode;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.host.BridgePolicy;
import io.kubevirtnet.host.BridgePolicyRules;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;

/** The Linux bridges of a NodeNetworkConfigurationPolicy. */
final class PolicyManifest {
  private static final String LINUX_BRIDGE = "linux-bridge";
  private static final List<String> NOT_WANTED = List.of("absent", "ignore", "down");

  private final Cursor object;
  private final String title;
  private final Run run;
  private final Report report;

  private PolicyManifest(KubernetesObject object, Run run, Report report) {
    this.object = Cursor.root(object);
    this.title = object.reference().kind() + " " + object.reference().name();
    this.run = run;
    this.report = report;
  }

  static void check(KubernetesObject object, Run run, Report report) {
    var policy = new PolicyManifest(object, run, report);
    var before = report.findings().size();
    run.object(policy.claimant(), HostPolicy.KIND, "", policy.name(), report);
    policy.interfaces(report.findings().size() == before);
    policy.object.child("spec").rest(report, "nodeSelector", "maxUnavailable", "desiredState");
    policy.object.at("spec", "desiredState").rest(report, "interfaces", "description");
  }

  /** Names of the Linux bridges that a policy makes. */
  static List<String> bridges(KubernetesObject object) {
    return Cursor.root(object).at("spec", "desiredState", "interfaces").items().stream()
        .filter(PolicyManifest::isBridge)
        .flatMap(i -> i.child("name").known().stream())
        .toList();
  }

  private Value<String> name() {
    return object.at("metadata", "name").text(new Report());
  }

  private Claimant claimant() {
    return new Claimant(title, ManifestCheck.CLUSTER);
  }

  private void interfaces(boolean first) {
    for (var entry : object.at("spec", "desiredState", "interfaces").items()) {
      if (isBridge(entry) && !isCaptured(entry.child("name"))) {
        bridge(entry, first);
      } else {
        report.notChecked(
            entry.path(),
            entry.child("type").known().orElse("interface")
                + entry.child("name").known().map(n -> " " + n).orElse(""));
      }
    }
  }

  private static boolean isBridge(Cursor entry) {
    return entry.child("type").is(LINUX_BRIDGE)
        && entry.child("state").known().filter(NOT_WANTED::contains).isEmpty();
  }

  /** What a capture fills in is only known on the node. */
  private static boolean isCaptured(Cursor name) {
    return name.known().filter(n -> n.contains("{{")).isPresent();
  }

  /**
   * @param first false for the copy of an object whose bridges are registered already
   */
  private void bridge(Cursor entry, boolean first) {
    var ports = entry.at("bridge", "port").items();
    var names = ports.stream().map(p -> p.child("name")).filter(n -> !isCaptured(n)).toList();
    if (names.isEmpty()) {
      judge(policy(entry, entry.at("bridge", "port")), first, report);
    } else {
      judge(policy(entry, names.get(0)), first, report);
      names.stream().skip(1).forEach(n -> otherPort(policy(entry, n), first));
    }
    ports.forEach(p -> p.rest(report, "name"));
    entry.rest(report, "name", "type", "state", "description", "mtu", "ipv4", "ipv6", "bridge");
    entry.child("ipv4").rest(report, "enabled", "dhcp");
    entry.child("ipv6").rest(report, "enabled", "dhcp", "autoconf");
    entry.child("bridge").rest(report, "port");
  }

  private void judge(BridgePolicy policy, boolean first, Report into) {
    BridgePolicyRules.check(policy, into);
    if (first) {
      run.bridge(claimant(), policy, into);
    }
  }

  /** Of the bridge itself everything was said at its first port. */
  private void otherPort(BridgePolicy policy, boolean first) {
    var scratch = new Report();
    judge(policy, first, scratch);
    scratch.findings().stream()
        .filter(f -> f.path().equals(policy.nic().path()))
        .forEach(report::add);
  }

  private BridgePolicy policy(Cursor entry, Cursor port) {
    var spec = object.child("spec");
    return new BridgePolicy(
        name(),
        entry.child("name").text(report),
        port.path().text().endsWith(".name") ? port.text(report) : new Value.Absent<>(port.path()),
        spec.child("nodeSelector").texts(report).orDefault(Map.of()),
        mode(entry.child("ipv4")),
        mode(entry.child("ipv6")),
        entry.child("mtu").value(Element.integer(), report),
        spec.child("maxUnavailable").textOrNumber(report));
  }

  /** The rules ask whether the family is on, whoever gives the address. */
  private static Value<IpMode> mode(Cursor family) {
    return Value.known(
        family.path(), family.child("enabled").is("true") ? IpMode.Dhcp : IpMode.None);
  }
}
