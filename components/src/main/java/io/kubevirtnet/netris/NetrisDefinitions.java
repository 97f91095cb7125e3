package io.kubevirtnet.netris;

import io.kubevirtnet.enums.AttachmentPurpose;
import io.kubevirtnet.enums.NetrisDefinition;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NetrisKubeVipSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.NetrisName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network definitions on the bridge of a V-Net, each as the NetworkAttachment that it is.
 *
 * @param bridge as attachments join it, where it is made here; else it is only named
 */
public record NetrisDefinitions(
    NetrisInputs inputs, String resourceName, NetrisBridge made, Optional<Fields> bridge) {
  static final String KUBE_VIP_PREFIX = "netris-kubevip-";

  /** The definition of virtual machines, whoever makes it. */
  public NetworkAttachmentSpec ofMachines() {
    var spec = inputs.spec();
    return read(Tree.of("name", name()).with("namespace", spec.namespace()));
  }

  /** The platform names its own by node provider and server cluster. */
  Value<String> name() {
    var spec = inputs.spec();
    return isOwn()
        ? DnsName.of(spec.name(), resourceName)
        : spec.serverCluster()
            .with(
                said(spec.nodeProvider()),
                (cluster, provider) -> NetrisName.definition(provider, cluster));
  }

  /** What is missing is said by the rules, and not known from here on. */
  private static Value<String> said(Value<String> provider) {
    return provider.or(Value.unknown(provider.path()));
  }

  /** Whether it is ours. */
  public boolean isOwn() {
    return inputs.spec().definition().known().orElse(NetrisDefinition.Own) == NetrisDefinition.Own;
  }

  /** The definition of a control plane's pod, which takes the address by itself. */
  public Optional<NetworkAttachmentSpec> ofKubeVip() {
    var vip = inputs.spec().kubeVip();
    return vip.flatMap(NetrisKubeVipSpec::address).isGiven()
        ? Optional.of(
            read(
                Tree.of("name", kubeVipName())
                    .with("namespace", vip.flatMap(NetrisKubeVipSpec::namespace))
                    .with("purpose", AttachmentPurpose.Pods)))
        : Optional.empty();
  }

  Value<String> kubeVipName() {
    return inputs
        .spec()
        .kubeVip()
        .flatMap(NetrisKubeVipSpec::vcluster)
        .map(v -> KUBE_VIP_PREFIX + v);
  }

  private NetworkAttachmentSpec read(Fields start) {
    var spec = inputs.spec();
    var joined =
        bridge.map(b -> Tree.of("bridge", b)).orElseGet(() -> Tree.of("bridgeName", made.name()));
    return SpecReader.read(
        start.with(
            "linuxBridge", joined.with("promiscMode", spec.promiscMode()).with("mtu", spec.mtu())),
        PropertyPath.ROOT,
        new Report(),
        NetworkAttachmentSpec::read);
  }

  /** {@code namespace/name} of all that are on the bridge. */
  public List<Value<String>> references() {
    var all = new ArrayList<Value<String>>();
    all.add(reference(inputs.spec().namespace(), name()));
    if (ofKubeVip().isPresent()) {
      var namespace = inputs.spec().kubeVip().flatMap(NetrisKubeVipSpec::namespace);
      all.add(reference(namespace, kubeVipName()));
    }
    return List.copyOf(all);
  }

  private static Value<String> reference(Value<String> namespace, Value<String> name) {
    return namespace.with(name, (ns, n) -> ns + "/" + n);
  }

  /** Where the inputs of the definition of machines are said here. */
  public Places placesOfMachines() {
    return isOwn()
        ? places()
        : places().at(new PropertyPath("name"), inputs.spec().serverCluster().path());
  }

  /** Where those of the control plane's are. */
  public Places placesOfKubeVip() {
    var vip = inputs.spec().kubeVip();
    return places()
        .at(new PropertyPath("name"), vip.flatMap(NetrisKubeVipSpec::vcluster).path())
        .at(new PropertyPath("namespace"), vip.flatMap(NetrisKubeVipSpec::namespace).path());
  }

  private Places places() {
    var spec = inputs.spec();
    return Places.EMPTY
        .at(new PropertyPath("linuxBridge"), spec.bridgeName().path())
        .at(new PropertyPath("linuxBridge.promiscMode"), spec.promiscMode().path())
        .at(new PropertyPath("linuxBridge.mtu"), spec.mtu().path());
  }
}
