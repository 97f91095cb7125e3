package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentPurpose;
import io.kubevirtnet.enums.SriovDeviceType;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.SriovDeviceSpec;
import io.kubevirtnet.spec.SriovNetworkSpec;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pool of virtual functions and a network of them, as objects of the operator of SR-IOV. */
public final class VirtualFunctions {
  public static final String POLICY_KIND = "SriovNetworkNodePolicy";
  public static final String NETWORK_KIND = "SriovNetwork";
  private static final String API_VERSION = "sriovnetwork.openshift.io/v1";
  private static final String CAPABLE = "feature.node.kubernetes.io/network-sriov.capable";

  private final SriovNetworkSpec spec;
  private final Value<String> name;

  private VirtualFunctions(SriovNetworkSpec spec, String resourceName) {
    this.spec = spec;
    this.name = spec.name().orDefault(resourceName);
  }

  public static VirtualFunctions of(SriovNetworkSpec spec, String resourceName) {
    return new VirtualFunctions(spec, resourceName);
  }

  public Value<String> name() {
    return name;
  }

  /** The definition that the operator will make, and what others know of it. */
  public DesiredAttachment attachment() {
    var resource = spec.resourcePrefix().with(pool(), (prefix, pool) -> prefix + "/" + pool);
    return DesiredAttachment.of(spec, name, resource);
  }

  public void check(Report report) {
    new VirtualFunctionRules(spec, pool(), report).check();
    AttachmentRules.check(attachment(), report);
  }

  /** Older releases of the operator take no hyphen. */
  private Value<String> pool() {
    return spec.resourceName().or(name.map(n -> n.replace('-', '_')));
  }

  /** The policy that makes the pool, when this does. */
  public Optional<Fields> policy() {
    return spec.device().isGiven()
        ? Optional.of(object(POLICY_KIND, policySpec(spec.device())))
        : Optional.empty();
  }

  public Fields network() {
    var chain = attachment().chain();
    return object(
        NETWORK_KIND,
        Tree.of("resourceName", pool())
            .with("networkNamespace", spec.namespace())
            .with("vlan", spec.vlan())
            .with("vlanQoS", spec.vlanQos())
            .with("vlanProto", spec.vlanProtocol())
            .with("spoofChk", SriovPlug.onOff(spec.spoofCheck()))
            .with("trust", SriovPlug.onOff(spec.trust()))
            .with("linkState", spec.linkState())
            .with("minTxRate", spec.minTxRate())
            .with("maxTxRate", spec.maxTxRate())
            .withIf(spec.ipam().isGiven(), "ipam", inside(chain, "ipam"))
            .withIf(spec.capabilities().isGiven(), "capabilities", inside(chain, "capabilities"))
            .withIf(!chain.plugins().isEmpty(), "metaPlugins", metaPlugins(chain))
            .with("logLevel", spec.logLevel())
            .with("logFile", spec.logFile()));
  }

  private Fields object(String kind, Fields objectSpec) {
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", kind)
        .with("metadata", Tree.of("name", name).with("namespace", spec.operatorNamespace()))
        .with("spec", objectSpec);
  }

  private Fields policySpec(Value<SriovDeviceSpec> device) {
    Value<Map<String, Value<String>>> capable =
        Value.known(
            spec.nodeSelector().path(), Map.of(CAPABLE, Value.known(PropertyPath.ROOT, "true")));
    var selector =
        Tree.fields()
            .with("vendor", device.flatMap(SriovDeviceSpec::vendor))
            .with("deviceID", device.flatMap(SriovDeviceSpec::deviceId))
            .with("pfNames", device.flatMap(SriovDeviceSpec::pfNames))
            .with("rootDevices", device.flatMap(SriovDeviceSpec::rootDevices))
            .with("netFilter", device.flatMap(SriovDeviceSpec::netFilter));
    return Wording.of("resourceName", pool())
        .with("nodeSelector", Canonical.sorted(spec.nodeSelector().or(capable)))
        .with("priority", device.flatMap(SriovDeviceSpec::priority))
        .with("mtu", device.flatMap(SriovDeviceSpec::mtu))
        .with("numVfs", device.flatMap(SriovDeviceSpec::vfs))
        .with("nicSelector", selector)
        .with("deviceType", deviceType(spec))
        .withOn("isRdma", device.flatMap(SriovDeviceSpec::rdma))
        .withOn("needVhostNet", device.flatMap(SriovDeviceSpec::vhostNet))
        .with("linkType", device.flatMap(SriovDeviceSpec::linkType))
        .with("eSwitchMode", device.flatMap(SriovDeviceSpec::eswitchMode))
        .with("vdpaType", device.flatMap(SriovDeviceSpec::vdpaType))
        .withOn("excludeTopology", device.flatMap(SriovDeviceSpec::excludeTopology))
        .withOn("externallyManaged", device.flatMap(SriovDeviceSpec::externallyManaged))
        .config();
  }

  /** Virtual machines take a function by VFIO. */
  static Value<SriovDeviceType> deviceType(SriovNetworkSpec spec) {
    var suits =
        spec.purpose()
            .map(
                purpose ->
                    purpose == AttachmentPurpose.Pods
                        ? SriovDeviceType.Netdevice
                        : SriovDeviceType.VfioPci);
    return spec.device().flatMap(SriovDeviceSpec::deviceType).or(suits);
  }

  /** The operator has these as texts of JSON. */
  private static Tree inside(Chain chain, String key) {
    return chain.keysOfFirst().config().get(key).map(Json::text).orElse(Tree.of(""));
  }

  /** Objects with commas between them, without the brackets of a list. */
  private static Tree metaPlugins(Chain chain) {
    List<Fields> plugins = chain.plugins().stream().map(Wording::config).toList();
    var text = Json.text(Tree.of(plugins));
    return text instanceof Scalar s && s.value() instanceof String list
        ? new Scalar(list.substring(1, list.length() - 1), s.marks())
        : text;
  }
}
