package io.kubevirtnet.attachment;

import io.kubevirtnet.spec.BandwidthSpec;
import io.kubevirtnet.spec.IpamSpec;
import io.kubevirtnet.spec.TuningSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What goes with the first plugin, whichever that is: addresses, and the plugins after it. */
record Chain(
    Value<IpamSpec> ipam,
    Value<TuningSpec> tuning,
    Value<BandwidthSpec> bandwidth,
    Value<List<Value<Map<String, Value<Tree>>>>> further,
    Value<Map<String, Value<Boolean>>> capabilities) {

  static Chain none(PropertyPath path) {
    return new Chain(
        new Value.Absent<>(path),
        new Value.Absent<>(path),
        new Value.Absent<>(path),
        new Value.Absent<>(path),
        new Value.Absent<>(path));
  }

  /** Keys that every plugin knows. */
  Wording keysOfFirst() {
    return IpamWording.add(Wording.of("capabilities", Canonical.sorted(capabilities)), ipam);
  }

  /** The plugins after the first, in the order in which they run. */
  List<Wording> plugins() {
    var plugins = new ArrayList<Wording>();
    if (tuning.isGiven()) {
      plugins.add(tuningKeys());
    }
    if (bandwidth.isGiven()) {
      plugins.add(bandwidthKeys());
    }
    if (further.isUnknown()) {
      plugins.add(Wording.of("type", further.map(f -> "")));
    }
    further.known().orElse(List.of()).forEach(f -> plugins.add(free(f)));
    return plugins;
  }

  /** Inputs of which any makes a difference, the addresses first. */
  Stream<Value<?>> given() {
    return Stream.<Value<?>>of(ipam, tuning, bandwidth, further, capabilities)
        .filter(Value::isGiven);
  }

  private Wording tuningKeys() {
    return Wording.of("type", "tuning")
        .with("sysctl", Canonical.sorted(tuning.flatMap(TuningSpec::sysctl)))
        .with("mac", tuning.flatMap(TuningSpec::mac))
        .with("mtu", tuning.flatMap(TuningSpec::mtu))
        .withOn("promisc", tuning.flatMap(TuningSpec::promisc))
        .with("allmulti", tuning.flatMap(TuningSpec::allMulticast))
        .with("txQLen", tuning.flatMap(TuningSpec::txQueueLength))
        .with("dataDir", tuning.flatMap(TuningSpec::dataDir));
  }

  private Wording bandwidthKeys() {
    return Wording.of("type", "bandwidth")
        .with("ingressRate", BitCount.of(bandwidth.flatMap(BandwidthSpec::ingressRate)))
        .with("ingressBurst", BitCount.of(bandwidth.flatMap(BandwidthSpec::ingressBurst)))
        .with("egressRate", BitCount.of(bandwidth.flatMap(BandwidthSpec::egressRate)))
        .with("egressBurst", BitCount.of(bandwidth.flatMap(BandwidthSpec::egressBurst)));
  }

  private static Wording free(Value<Map<String, Value<Tree>>> plugin) {
    return Tree.of(plugin) instanceof Fields fields
        ? new Wording(Canonical.plugin(fields), Map.of())
        : Wording.of("type", new Unknown(plugin.marks()));
  }
}
