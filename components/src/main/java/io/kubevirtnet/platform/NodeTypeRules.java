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
    report.check(
        name,
        n -> {
          if (!KubernetesName.isLabel(n)) {
            report.add(
                PlatformCatalogue.NAME,
                name.path(),
                "\"" + name.shown() + "\" is not a name for a node type.",
                "Set name to something like \"" + KubernetesName.labelLike(name.shown()) + "\".");
          }
        });
  }

  private static void quantity(Value<String> quantity, Report report) {
    report.check(
        quantity,
        q -> {
          if (!Quantity.isPositive(q)) {
            report.add(
                PlatformCatalogue.QUANTITY,
                quantity.path(),
                "\"" + quantity.shown() + "\" is not an amount above 0.");
          }
        });
  }

  private static void image(Value<String> url, Report report) {
    report.check(
        url,
        u -> {
          if (SCHEMES.stream().noneMatch(s -> u.startsWith(s) && u.length() > s.length())) {
            report.add(
                PlatformCatalogue.IMAGE,
                url.path(),
                "\"" + url.shown() + "\" has no scheme that the platform knows.");
          }
        });
  }

  private static void count(Value<Integer> count, Report report) {
    report.check(
        count,
        c -> {
          if (c < 1) {
            report.add(PlatformCatalogue.COUNT, count.path(), count.shown() + " is below 1.");
          }
        });
  }
}
