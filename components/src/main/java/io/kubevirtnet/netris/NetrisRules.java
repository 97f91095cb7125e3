package io.kubevirtnet.netris;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisNetworkSpec;
import io.kubevirtnet.spec.NetrisServerSpec;
import io.kubevirtnet.spec.UplinkSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/** The rules for what an author wants of a V-Net, and whether its facts are enough for that. */
public final class NetrisRules {
  private final NetrisInputs inputs;
  private final NetrisNetworkSpec spec;
  private final Report report;

  private NetrisRules(NetrisInputs inputs, Report report) {
    this.inputs = inputs;
    this.spec = inputs.spec();
    this.report = report;
  }

  public static void check(NetrisInputs inputs, NetrisDefinitions definitions, Report report) {
    var rules = new NetrisRules(inputs, report);
    rules.source();
    rules.hostModel();
    rules.bridge();
    rules.definition(definitions);
    new FactsOrigin(inputs, report).check();
    report.check(inputs.spec().addresses(), a -> AddressInputRules.check(a, report));
    report.check(inputs.spec().kubeVip(), vip -> KubeVipRules.check(vip, report));
  }

  private void source() {
    report.require(
        spec.serverCluster(),
        name -> !name.isBlank() && name.equals(name.strip()),
        NetrisCatalogue.SERVER_CLUSTER,
        "\"" + spec.serverCluster().shown() + "\" is not the name of a server cluster.");
    if (spec.controller().isAbsent() && spec.facts().isAbsent()) {
      report.add(
          NetrisCatalogue.NO_FACTS, spec.facts().path(), "Neither controller nor facts is set.");
    }
  }

  private void hostModel() {
    if (inputs.is(HostModel.EvpnOnHost)) {
      onlyOnTrunk(spec.uplink(), "The agent of Netris brings the V-Net to the nodes.");
      onlyOnTrunk(spec.bridgeName(), "The agent of Netris names the bridge.");
      onlyOnTrunk(spec.nodeSelector(), "The agent of Netris makes the bridge.");
      needs(inputs.facts().vxlan(), "a VXLAN id", "nbr-<VXLAN id>");
    } else if (spec.uplink().isAbsent()) {
      onlyOnTrunk(spec.nodeSelector(), "Without uplink there is no policy for nodes.");
    }
    if (inputs.is(HostModel.Trunk)) {
      if (spec.uplink().isGiven() || spec.bridgeName().isAbsent()) {
        needs(inputs.facts().vlan(), "a VLAN id", "br-<VLAN id>");
      }
      report.check(inputs.facts().spec().flatMap(NetrisFactsSpec::servers), this::members);
    }
  }

  private void onlyOnTrunk(Value<?> input, String what) {
    if (input.isGiven()) {
      report.add(NetrisCatalogue.HOST_MODEL, input.path(), what);
    }
  }

  /** Of facts that are not there at all something is said elsewhere. */
  private void needs(Value<Integer> id, String what, String bridge) {
    if (id.isAbsent() && inputs.facts().spec().isGiven()) {
      report.add(
          NetrisCatalogue.FACT_MISSING,
          id.path(),
          "The V-Net has no " + what.substring(2) + ", and " + bridge + " needs " + what + ".");
    }
  }

  private void members(List<Value<NetrisServerSpec>> servers) {
    var shared = servers.stream().map(s -> s.flatMap(NetrisServerSpec::shared)).toList();
    if (!shared.isEmpty() && shared.stream().allMatch(s -> s.known().filter(x -> !x).isPresent())) {
      report.add(
          NetrisCatalogue.DEDICATED,
          spec.hostModel().path(),
          "No server of the server cluster is a shared endpoint.");
    }
  }

  private void bridge() {
    var vlanId = spec.uplink().flatMap(UplinkSpec::vlanId);
    if (spec.uplink().known().isPresent() && vlanId.isGiven()) {
      report.add(NetrisCatalogue.VLAN_SAID, vlanId.path(), "vlanId is set.");
    }
    if (inputs.is(HostModel.Trunk) && spec.uplink().isAbsent()) {
      report.require(
          spec.bridgeName(),
          name -> !InterfaceName.isOfNetris(name),
          NetrisCatalogue.BRIDGE_OF_OTHER_MODEL,
          spec.bridgeName().shown() + " is a bridge of the agent of Netris.");
    }
  }

  private void definition(NetrisDefinitions definitions) {
    if (definitions.isOwn()) {
      if (spec.nodeProvider().isGiven()) {
        report.add(
            NetrisCatalogue.DEFINITION_KIND,
            spec.nodeProvider().path(),
            "nodeProvider is set, and the definition is our own.");
      }
      return;
    }
    if (spec.nodeProvider().isAbsent()) {
      report.add(
          NetrisCatalogue.DEFINITION_KIND,
          spec.nodeProvider().path(),
          "nodeProvider is not set, and the platform names its definition by it.");
    }
    ofOwn(spec.name(), "name");
    ofOwn(spec.mtu(), "mtu");
    if (inputs.is(HostModel.Trunk)) {
      report.add(
          NetrisCatalogue.PLATFORM_ON_TRUNK,
          spec.definition().path(),
          "The platform's definition joins nbr-<VXLAN id>, which no node has.");
    }
    if (spec.addresses().isAbsent()) {
      report.add(
          NetrisCatalogue.PLATFORM_ADDRESSES, spec.addresses().path(), "addresses is not set.");
    }
    report.check(
        definitions.name(),
        name -> {
          if (!KubernetesName.isSubdomain(name)) {
            report.add(
                NetrisCatalogue.PLATFORM_NAME,
                spec.serverCluster().path(),
                "\"" + definitions.name().shown() + "\" is not a name that Kubernetes takes.");
          }
        });
  }

  private void ofOwn(Value<?> input, String name) {
    if (input.isGiven()) {
      report.add(
          NetrisCatalogue.DEFINITION_KIND,
          input.path(),
          name + " is set, and the platform makes the definition.");
    }
  }
}
