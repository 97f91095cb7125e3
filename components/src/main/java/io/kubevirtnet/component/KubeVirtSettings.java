package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.ClusterRules;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What the stack says of the cluster's KubeVirt.
 *
 * @param release nothing where the stack names none
 * @param object a KubeVirt object with the configuration that the stack gives, or nothing in it
 */
public record KubeVirtSettings(Optional<KubeVirtRelease> release, Fields object) {
  public static final String VERSION = "kubevirtVersion";
  public static final String CONFIGURATION = "kubevirtConfiguration";
  static final KubeVirtSettings USUAL = new KubeVirtSettings(Optional.empty(), Fields.EMPTY);

  private static final String PREFIX = "spec.configuration";
  private static final StatedRelease<KubeVirtRelease> RELEASE =
      new StatedRelease<>(KubeVirtRelease.KNOWN, SettingsCatalogue.KUBEVIRT_VERSION);

  static KubeVirtSettings read(Fields config, Report report) {
    var release = RELEASE.read(RELEASE.setting(config, VERSION, report), report);
    var object = config.get(CONFIGURATION).map(t -> object(t, report)).orElse(Fields.EMPTY);
    if (!object.fields().isEmpty()) {
      judge(object, release.orElse(KubeVirtRelease.newest()), report);
    }
    return new KubeVirtSettings(release, object);
  }

  /**
   * The cluster that a machine is for.
   *
   * @param version an input of it, which goes before that of the stack
   */
  public ClusterConfiguration cluster(Value<String> version, Report report) {
    return cluster(
        RELEASE.read(version, report).or(() -> release).orElse(KubeVirtRelease.newest()));
  }

  /** What the stack leaves out is not known, although its own configuration says no more. */
  private ClusterConfiguration cluster(KubeVirtRelease chosen) {
    if (object.fields().isEmpty()) {
      return ClusterConfiguration.of(chosen);
    }
    var cluster = ClusterConfiguration.of(chosen, object);
    var network = fields(fields(fields(object, "spec"), "configuration"), "network");
    return cluster
        .withBindings(
            cluster.defaultInterface(),
            cluster.permitBridge(),
            cluster.plugins().filter(p -> network.get("binding").isPresent()))
        .withUpdates(cluster.rolloutStrategy(), Optional.empty(), cluster.dynamicNetworks());
  }

  private static Fields object(Tree tree, Report report) {
    return Element.map(Element.any())
        .read(tree, path(CONFIGURATION), report)
        .known()
        .map(KubeVirtSettings::object)
        .orElse(Fields.EMPTY);
  }

  private static Fields object(Map<String, Value<Tree>> configuration) {
    return Tree.of("spec", Tree.of("configuration", configuration));
  }

  /** At the places of the configuration's own properties. */
  private static void judge(Fields object, KubeVirtRelease release, Report report) {
    var judged = new Report();
    ClusterRules.check(object, release, judged);
    report.addAll(judged.moved(KubeVirtSettings::moved));
  }

  private static PropertyPath moved(PropertyPath path) {
    return path.text().startsWith(PREFIX)
        ? new PropertyPath(CONFIGURATION + path.text().substring(PREFIX.length()))
        : path;
  }

  private static Fields fields(Fields of, String name) {
    return of.get(name)
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .orElse(Fields.EMPTY);
  }

  private static PropertyPath path(String name) {
    return PropertyPath.ROOT.child(name);
  }
}
