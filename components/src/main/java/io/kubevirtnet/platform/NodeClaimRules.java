package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.NodeClaimSpec;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.ClaimCatalogue;
import io.kubevirtnet.vcluster.ClaimRules;
import io.kubevirtnet.vcluster.ObjectCatalogue;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The rules for a claim. */
public final class NodeClaimRules {
  private static final Set<PropertyKey> INPUTS =
      EnumSet.of(
          PropertyKey.MACHINE_TEMPLATE,
          PropertyKey.ENVIRONMENT_NAME,
          PropertyKey.IMAGE_URL,
          PropertyKey.IMAGE_CHECKSUM,
          PropertyKey.IMAGE_DATA_SOURCE,
          PropertyKey.OS_IMAGE_NAME,
          PropertyKey.ROOT_DISK_SIZE,
          PropertyKey.DATA_VOLUME_TEMPLATE,
          PropertyKey.ROOT_DISK_TEMPLATE,
          PropertyKey.ATTACHMENT,
          PropertyKey.SSH_KEYS,
          PropertyKey.USER_DATA,
          PropertyKey.NETWORK_DATA);

  private NodeClaimRules() {}

  public static void check(
      NodeClaimSpec spec, String resourceName, PlatformRelease release, Report report) {
    NameRules.label(spec.name().orDefault(resourceName), "a claim", report);
    NameRules.place(spec.namespace(), KubernetesName::isLabel, "namespace", report);
    NameRules.place(spec.provider(), KubernetesName::isSubdomain, "provider", report);
    nodeType(spec, report);
    NameRules.subdomain(spec.environment(), "an environment", report);
    NameRules.subdomain(spec.virtualCluster(), "a virtual cluster", report);
    NameRules.subdomain(spec.profile(), "a profile", report);
    AttachmentInputRules.check(spec.attachment(), spec.attachmentName(), report);
    ImageInputRules.check(spec.image(), report);
    kubeletArgs(spec.kubeletArgs(), report);
    PropertyRules.check(spec.properties(), INPUTS, report);
    var object = NodeClaimExpander.object(spec, resourceName);
    var said = new Report();
    ClaimRules.check(object.part(), release, said);
    object.hand(said, report);
  }

  /** A name has no dots, so that a full one can be told by its provider. */
  private static void nodeType(NodeClaimSpec spec, Report report) {
    var type = spec.nodeType();
    var other = NodeClaimExpander.shortType(spec).known().filter(t -> t.indexOf('.') >= 0);
    if (other.isPresent()) {
      report.add(
          ObjectCatalogue.NAME,
          type.path(),
          "\"" + type.shown() + "\" is no node type of " + spec.provider().shown() + ".",
          "Write the name inside the provider, or that of the provider and a dot before it.");
    } else {
      NameRules.label(NodeClaimExpander.shortType(spec), "a node type", report);
    }
  }

  private static void kubeletArgs(Value<Map<String, Value<String>>> arguments, Report report) {
    report.check(
        arguments,
        all ->
            all.forEach(
                (name, value) -> {
                  if (name.isBlank() || name.startsWith("-") || name.matches(".*[\\s=].*")) {
                    report.add(
                        ClaimCatalogue.KUBELET,
                        value.path(),
                        "\"" + value.shownKey(name) + "\" is no argument of the kubelet.");
                  }
                }));
  }
}
