package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.guest.GuestNetworkData;
import io.kubevirtnet.guest.GuestNetworkText;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.TemplateMerge.Conflict;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.spec.KubeVirtNodeTypeSpec;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.ImageCatalogue;
import io.kubevirtnet.vcluster.KeyCatalogue;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.TemplateCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** The rules for a node type: its inputs, then what the platform makes of them. */
public final class NodeTypeRules {
  private final KubeVirtNodeTypeSpec spec;
  private final Report report;

  private NodeTypeRules(KubeVirtNodeTypeSpec spec, Report report) {
    this.spec = spec;
    this.report = report;
  }

  public static void check(
      KubeVirtNodeTypeSpec spec,
      String resourceName,
      PlatformRelease release,
      ClusterConfiguration config,
      Report report) {
    var inputs = new Report();
    new NodeTypeRules(spec, inputs).inputs();
    report.addAll(inputs);
    var node = desired(spec, resourceName);
    var said = new Report();
    if (spec.nodeProvider().known().isPresent()) {
      NodeChecks.provider(node.provider(), release, said);
    } else {
      NodeChecks.type(node, release, said);
    }
    if (inputs.findings().stream().noneMatch(NodeTypeRules::isRefused)) {
      var effective = NodeChecks.effective(node, release, config, said);
      new NodeTypeRules(spec, report).guest(effective);
    }
    var told = inputs.findings().stream().map(Finding::code).toList();
    report.addNews(said.only(f -> !isTold(f.code(), told)).moved(NodePlaces.of(spec, node)));
  }

  /** A binding in the template is one too many, whichever is beside it. */
  private static boolean isTold(String code, List<String> told) {
    return told.contains(code)
        || code.equals(KeyCatalogue.TWO_BINDINGS.code())
            && told.contains(PlatformCatalogue.BINDING_CHOICE.code());
  }

  /** What comes of inputs that contradict each other is of no use to anybody. */
  private static boolean isRefused(Finding finding) {
    return PlatformCatalogue.ALL.stream()
            .anyMatch(r -> r.fixed() && r.code().equals(finding.code()))
        || finding.code().equals(ImageCatalogue.SOURCES.code())
        || finding.code().equals(TemplateCatalogue.TWO_TEMPLATES.code());
  }

  private void inputs() {
    choices();
    spec.guestAddresses().ifKnown(a -> GuestAddressRules.check(a, report));
    PropertyRules.check(spec.properties(), NodeTypePlaces.keys(spec), report);
    NodeNetworkRules.check(spec, report);
    NodeMachine.of(spec).conflicts().forEach(this::conflict);
  }

  /** With its own provider, or with any that may take it. */
  public static DesiredNode desired(KubeVirtNodeTypeSpec spec, String resourceName) {
    return spec.nodeProvider()
        .known()
        .map(own -> DesiredProvider.of(own, spec, resourceName))
        .map(provider -> new DesiredNode(provider, provider.knownTypes().get(0)))
        .orElseGet(() -> DesiredNode.alone(NodeTypeExpander.typed(spec, resourceName)));
  }

  private void choices() {
    AttachmentInputRules.check(spec.attachment(), spec.attachmentName(), report);
    ImageInputRules.check(spec.image(), report);
    oneOf(PlatformCatalogue.BINDING_CHOICE, spec.binding(), spec.plugin(), spec.pluginName());
    oneOf(
        PlatformCatalogue.GUEST_CHOICE,
        spec.guestAddresses(),
        spec.guestNetwork(),
        spec.networkData(),
        spec.networkDataTemplate());
    oneOf(PlatformCatalogue.GUEST_CHOICE, spec.userData(), spec.userDataTemplate());
    oneOf(
        TemplateCatalogue.TWO_TEMPLATES,
        spec.virtualMachineTemplate(),
        spec.mergeVirtualMachineTemplate());
  }

  private void oneOf(Rule rule, Value<?>... inputs) {
    var given = Stream.of(inputs).filter(Value::isGiven).map(Value::path).toList();
    if (given.size() > 1) {
      report.add(rule, given.get(1), given.get(0) + " and " + given.get(1) + " are both set.");
    }
  }

  private void conflict(Conflict conflict) {
    var input = NodeMachine.of(spec).places().input(conflict.made());
    report.add(
        PlatformCatalogue.TEMPLATE_CONFLICT,
        conflict.added(),
        input
            + " makes "
            + (conflict.name().isEmpty() ? "it" : "\"" + conflict.name() + "\"")
            + " already.",
        "Remove it from " + conflict.added() + ", or give it another name.");
  }

  private void guest(EffectiveNode node) {
    if (spec.guestNetwork().isAbsent() && spec.networkData().isAbsent()) {
      return;
    }
    var cards = NodeCards.of(node);
    if (cards.isOpen()) {
      boolean isLeft = NodeMachine.of(spec).merged() && spec.nodeProvider().isAbsent();
      report.notChecked(
          spec.guestNetwork().isGiven() ? spec.guestNetwork().path() : spec.networkData().path(),
          isLeft
              ? "the cards, which the template of its provider decides on"
              : "known after apply");
      return;
    }
    var known = cards.all(spec.attachment().flatMap(AttachmentSpec::mtu));
    report.check(spec.guestNetwork(), n -> GuestNetworkData.check(n, known, report));
    GuestNetworkText.check(spec.networkData(), known, report);
  }
}
