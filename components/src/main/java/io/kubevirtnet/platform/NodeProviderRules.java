package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestNetworkData;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.KubeVipSpec;
import io.kubevirtnet.spec.KubeVirtNodeProviderSpec;
import io.kubevirtnet.spec.NodeTypeSpec;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.AutoNodesRules;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.PropertyCatalogue;

/** The rules for a provider: what comes of its types in it, and what tenants take from it. */
public final class NodeProviderRules {
  private final KubeVirtNodeProviderSpec spec;
  private final DesiredProvider provider;
  private final PlatformRelease release;
  private final ClusterConfiguration config;
  private final Places places;

  private NodeProviderRules(
      KubeVirtNodeProviderSpec spec,
      DesiredProvider provider,
      PlatformRelease release,
      ClusterConfiguration config) {
    this.spec = spec;
    this.provider = provider;
    this.release = release;
    this.config = config;
    this.places = NodeProviderPlaces.of(spec);
  }

  public static void check(
      KubeVirtNodeProviderSpec spec,
      String resourceName,
      PlatformRelease release,
      ClusterConfiguration config,
      Report report) {
    var rules =
        new NodeProviderRules(spec, DesiredProvider.of(spec, resourceName), release, config);
    report.check(spec.nodeTypes(), types -> types.forEach(t -> report.check(t, x -> {})));
    rules.types(report);
    rules.attachmentNamespaces(report);
    rules.tenants(resourceName, report);
  }

  /** What was said of a type by itself is not said again. */
  private void types(Report report) {
    var whole = new Report();
    var alone = new Report();
    NodeChecks.provider(provider, release, whole);
    for (var type : provider.knownTypes()) {
      guest(
          type,
          NodeChecks.effective(new DesiredNode(provider, type), release, config, whole),
          whole);
      var other = DesiredNode.alone(type);
      NodeChecks.type(other, release, alone);
      NodeChecks.effective(other, release, config, alone);
    }
    var told = placed(alone);
    var news = new Report();
    news.addNews(placed(whole));
    report.addNews(
        news.only(f -> told.findings().stream().noneMatch(o -> NodeChecks.isSame(f, o))));
  }

  /** What a type that is merged leaves to its provider. */
  private static void guest(NodeTypeSpec type, EffectiveNode node, Report report) {
    if (type.guestNetwork().isAbsent()) {
      return;
    }
    var cards = NodeCards.of(node);
    if (cards.isOpen()) {
      report.notChecked(type.guestNetwork().path(), "known after apply");
      return;
    }
    var known = cards.all(type.attachment().flatMap(AttachmentSpec::mtu));
    report.check(type.guestNetwork(), n -> GuestNetworkData.check(n, known, report));
  }

  private Report placed(Report said) {
    return said.moved(f -> from(f.at(place(f.path()))), this::place);
  }

  private PropertyPath place(PropertyPath place) {
    return places.input(NodeChecks.inEntry(provider, place));
  }

  /** With the input of the type that says it, where one is known. */
  private Finding from(Finding finding) {
    return new TypeOrigins(provider.knownTypes())
        .of(finding.path())
        .known()
        .map(origin -> finding.withFix(finding.fix() + " It comes from " + origin + "."))
        .orElse(finding);
  }

  private void attachmentNamespaces(Report report) {
    for (var type : provider.knownTypes()) {
      attachmentNamespace(type, spec.namespace(), report);
    }
  }

  private static void attachmentNamespace(
      NodeTypeSpec type, Value<String> namespace, Report report) {
    type.attachment()
        .flatMap(AttachmentSpec::references)
        .ifBothKnown(
            namespace,
            (references, ns) -> {
              if (!references.isEmpty() && !references.containsKey(ns)) {
                report.add(
                    PlatformCatalogue.OTHER_NAMESPACE,
                    type.attachment().path(),
                    "The machines run in "
                        + namespace.shown()
                        + ", and "
                        + NodeProviderExpander.reference(type, namespace).shown()
                        + " is not there.",
                    "Add \"" + namespace.shown() + "\" to the attachment's namespaces.");
              }
            });
  }

  private void tenants(String resourceName, Report report) {
    var said = new Report();
    var names =
        spec.nodeTypes()
            .map(types -> types.stream().map(t -> t.flatMap(NodeTypeSpec::name)).toList());
    AutoNodesRules.check(
        Part.of(PropertyPath.ROOT, (Tree) VclusterValuesExpander.values(spec, resourceName)),
        Part.of(spec.nodeTypes().path(), Tree.of(names)),
        said);
    report.addNews(said.moved(NodeProviderPlaces.values(spec)::input));
    var attachment = spec.kubeVip().flatMap(KubeVipSpec::attachmentName);
    report.require(
        attachment,
        NodeProviderRules::isReference,
        PropertyCatalogue.ATTACHMENT_NAME,
        "\"" + attachment.shown() + "\" is not a reference.");
  }

  private static boolean isReference(String text) {
    int slash = text.indexOf('/');
    return KubernetesName.isSubdomain(text.substring(slash + 1))
        && (slash < 0 || KubernetesName.isLabel(text.substring(0, slash)));
  }
}
