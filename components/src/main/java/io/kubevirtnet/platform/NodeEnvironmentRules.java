package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.NodeEnvironmentSpec;
import io.kubevirtnet.vcluster.EnvironmentRules;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.EnumSet;
import java.util.Set;

/** The rules for an environment. */
public final class NodeEnvironmentRules {
  private static final Set<PropertyKey> INPUTS =
      EnumSet.of(
          PropertyKey.ATTACHMENT,
          PropertyKey.CIDR,
          PropertyKey.RANGES,
          PropertyKey.NAMESERVERS,
          PropertyKey.GUEST_INTERFACE);

  private NodeEnvironmentRules() {}

  public static void check(
      NodeEnvironmentSpec spec, String resourceName, PlatformRelease release, Report report) {
    NameRules.subdomain(spec.name().orDefault(resourceName), "an environment", report);
    NameRules.place(spec.namespace(), KubernetesName::isLabel, "namespace", report);
    NameRules.place(spec.provider(), KubernetesName::isSubdomain, "provider", report);
    NameRules.subdomain(spec.virtualCluster(), "a virtual cluster", report);
    AttachmentInputRules.check(spec.attachment(), spec.attachmentName(), report);
    spec.guestAddresses().ifKnown(a -> GuestAddressRules.check(a, report));
    PropertyRules.check(spec.properties(), INPUTS, report);
    var object = NodeEnvironmentExpander.object(spec, resourceName);
    var said = new Report();
    EnvironmentRules.check(object.part(), release, said);
    object.hand(said, report);
  }
}
