package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisNetworkSpec;
import io.kubevirtnet.value.Value;

/** Whether the facts are those of the server cluster that the author names. */
record FactsOrigin(NetrisInputs inputs, Report report) {

  void check() {
    var spec = inputs.spec();
    var vnet = inputs.facts().vnet();
    report.check(vnet, v -> spec.serverCluster().ifKnown(cluster -> cluster(cluster.strip(), v)));
    vnet.ifBothKnown(spec.vnet(), this::vnet);
    same(spec.site(), inputs.facts().spec().flatMap(NetrisFactsSpec::site), "site");
    same(spec.vpc(), inputs.facts().spec().flatMap(NetrisFactsSpec::vpc), "VPC");
  }

  /** V-Nets are called after their server cluster, with a postfix. */
  private void cluster(String cluster, String vnet) {
    NetrisNetworkSpec spec = inputs.spec();
    var name = spec.serverCluster();
    if (cluster.equals(vnet)) {
      int postfix = vnet.lastIndexOf('-');
      report.add(
          NetrisCatalogue.OTHER_FACTS,
          name.path(),
          "\"" + name.shown() + "\" is the name of the V-Net, which is <server cluster>-<postfix>.",
          postfix > 0 && !name.marks().secret()
              ? "Did you mean " + vnet.substring(0, postfix) + "?"
              : NetrisCatalogue.OTHER_FACTS.fix());
    } else if (!vnet.startsWith(cluster + "-")) {
      report.add(
          NetrisCatalogue.OTHER_FACTS,
          inputs.facts().vnet().path(),
          "\"" + inputs.facts().vnet().shown() + "\" is not a V-Net of " + name.shown() + ".");
    }
  }

  /** By its name, or by its postfix alone. */
  private void vnet(String vnet, String wanted) {
    if (!vnet.equals(wanted) && !vnet.endsWith("-" + wanted)) {
      differs(inputs.spec().vnet(), inputs.facts().vnet(), "V-Net");
    }
  }

  private void same(Value<String> wanted, Value<String> fact, String what) {
    wanted.ifBothKnown(
        fact,
        (w, f) -> {
          if (!w.equals(f)) {
            differs(wanted, fact, what);
          }
        });
  }

  private void differs(Value<String> wanted, Value<String> fact, String what) {
    report.add(
        NetrisCatalogue.OTHER_FACTS,
        wanted.path(),
        "The facts are of " + what + " " + fact.shown() + ", not of " + wanted.shown() + ".");
  }
}
