package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.spec.NodeImageSpec;
import io.kubevirtnet.spec.NodeResourcesSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/** The rules for what one machine is: its name, size, image and cost. */
public final class NodeTypeRules {
  private static final List<String> SCHEMES = List.of("docker://", "https://", "http://");

  private NodeTypeRules() {}

  public static void check(KubeVirtNodeTypeSpec spec, String resourceName, Report report) {
    name(spec.name().orDefault(resourceName), report);
    quantity(spec.resources().flatMap(NodeResourcesSpec::cpu), report);
    quantity(spec.resources().flatMap(NodeResourcesSpec::memory), report);
    image(spec.image().flatMap(NodeImageSpec::url), report);
    quantity(spec.image().flatMap(NodeImageSpec::rootDiskSize), report);
    count(spec.maxCapacity(), report);
    count(spec.cost(), report);
    PropertyRules.check(spec.properties(), report);
    NodeNetworkRules.check(spec, report);
    spec.guestAddresses().ifKnown(a -> GuestAddressRules.check(a, spec.maxCapacity(), report));
  }

  private static void name(Value<String> name, Report report) {
    report.require(
        name,
        KubernetesName::isLabel,
        PlatformCatalogue.NAME,
        "\"" + name.shown() + "\" is not a name for a node type.",
        "Set name to " + KubernetesName.proposal(name));
  }

  private static void quantity(Value<String> quantity, Report report) {
    report.require(
        quantity,
        Quantity::isPositive,
        PlatformCatalogue.QUANTITY,
        "\"" + quantity.shown() + "\" is not an amount above 0.");
  }

  private static void image(Value<String> url, Report report) {
    report.require(
        url,
        u -> SCHEMES.stream().anyMatch(s -> u.startsWith(s) && u.length() > s.length()),
        PlatformCatalogue.IMAGE,
        "\"" + url.shown() + "\" has no scheme that the platform knows.");
  }

  private static void count(Value<Integer> count, Report report) {
    report.require(count, c -> c >= 1, PlatformCatalogue.COUNT, count.shown() + " is below 1.");
  }
}
