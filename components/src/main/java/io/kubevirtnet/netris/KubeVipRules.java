package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.NetrisKubeVipSpec;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/** The rules for the address of a control plane, as far as it stands by itself. */
final class KubeVipRules {
  private static final int LAST_PORT = 65535;

  private final NetrisKubeVipSpec spec;
  private final Report report;

  private KubeVipRules(NetrisKubeVipSpec spec, Report report) {
    this.spec = spec;
    this.report = report;
  }

  static void check(NetrisKubeVipSpec spec, Report report) {
    var rules = new KubeVipRules(spec, report);
    rules.names();
    rules.choice();
    rules.pod();
  }

  private void names() {
    report.require(
        spec.vcluster(),
        name ->
            KubernetesName.isLabel(name)
                && KubernetesName.isLabel(NetrisDefinitions.KUBE_VIP_PREFIX + name),
        NetrisCatalogue.KUBE_VIP_NAME,
        "\"" + spec.vcluster().shown() + "\" is not the name of a virtual cluster.");
    report.require(
        spec.namespace(),
        KubernetesName::isLabel,
        NetrisCatalogue.KUBE_VIP_NAME,
        "\"" + spec.namespace().shown() + "\" is not a namespace.");
  }

  private void choice() {
    boolean fixed = spec.address().isGiven();
    boolean platform = spec.connector().isGiven();
    if (fixed == platform) {
      report.add(
          NetrisCatalogue.KUBE_VIP_CHOICE,
          spec.address().path(),
          fixed ? "address and connector are both set." : "Neither address nor connector is set.");
      return;
    }
    if (fixed) {
      without(spec.ranges(), "ranges", "address");
    } else {
      without(spec.port(), "port", "connector");
      without(spec.interfaceName(), "interfaceName", "connector");
    }
  }

  private void without(Value<?> input, String name, String beside) {
    if (input.isGiven()) {
      report.add(
          NetrisCatalogue.KUBE_VIP_CHOICE,
          input.path(),
          name + " has no effect beside " + beside + ".");
    }
  }

  private void pod() {
    report.require(
        spec.port(),
        port -> port >= 1 && port <= LAST_PORT,
        NetrisCatalogue.KUBE_VIP_POD,
        spec.port().shown() + " is not a port.");
    report.refuse(spec.interfaceName(), InterfaceName::problem, NetrisCatalogue.KUBE_VIP_POD);
    report.refuse(
        spec.connector(),
        name ->
            KubernetesName.isSubdomain(name)
                ? Optional.empty()
                : Optional.of("is not the name of a Secret"),
        NetrisCatalogue.KUBE_VIP_POD);
  }
}
