package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.AttachmentApi;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.HostBridgeSpec;
import io.kubevirtnet.spec.IpamSpec;
import io.kubevirtnet.spec.LinuxBridgeSpec;
import io.kubevirtnet.spec.MacvtapSpec;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.OvsBridgeSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules for what an author chooses by giving one input and leaving out others. */
final class ChoiceRules {
  private final NetworkAttachmentSpec spec;
  private final DesiredAttachment attachment;
  private final Report report;

  private ChoiceRules(NetworkAttachmentSpec spec, DesiredAttachment attachment, Report report) {
    this.spec = spec;
    this.attachment = attachment;
    this.report = report;
  }

  static void check(NetworkAttachmentSpec spec, DesiredAttachment attachment, Report report) {
    var rules = new ChoiceRules(spec, attachment, report);
    rules.plug();
    spec.linuxBridge().ifKnown(b -> rules.bridge(b.path(), b.bridge(), b.bridgeName()));
    spec.ovs().ifKnown(b -> rules.bridge(b.path(), b.bridge(), b.bridgeName()));
    ipam(spec.ipam(), report);
    rules.resource();
    rules.withoutEffectBesideRaw();
    rules.api();
  }

  private void plug() {
    var plugs = attachment.plugs();
    if (plugs.isEmpty()) {
      report.add(
          TypedCatalogue.PLUG_CHOICE,
          PropertyPath.ROOT,
          "Nothing says what the attachment plugs into.");
    }
    if (plugs.size() > 1) {
      report.add(
          TypedCatalogue.PLUG_CHOICE,
          plugs.get(1).path(),
          plugs.stream().map(p -> p.path().text()).collect(Collectors.joining(" and "))
              + " are set.");
    }
  }

  private void bridge(PropertyPath path, Value<HostBridgeSpec> joined, Value<String> named) {
    if (joined.isGiven() == named.isGiven()) {
      report.add(
          AttachmentCatalogue.BRIDGE_CHOICE,
          joined.isGiven() ? named.path() : path,
          joined.isGiven()
              ? "bridge and bridgeName are both set."
              : "Neither bridge nor bridgeName is set.");
    }
  }

  static void ipam(Value<IpamSpec> ipam, Report report) {
    ipam.ifKnown(
        choice -> {
          var kinds = IpamWording.kinds(choice);
          if (kinds.size() != 1) {
            report.add(
                TypedCatalogue.IPAM_CHOICE,
                ipam.path(),
                kinds.isEmpty() ? "None is set." : kinds.size() + " of them are set.");
          }
        });
  }

  /** A device plugin hands out what Multus then names to the CNI plugin. */
  private void resource() {
    var macvtap = spec.macvtap().flatMap(MacvtapSpec::device);
    var generated =
        Stream.of(
                macvtap,
                on(spec.linuxBridge().flatMap(LinuxBridgeSpec::nodeMarker)),
                on(spec.ovs().flatMap(OvsBridgeSpec::nodeMarker)))
            .filter(Value::isGiven)
            .findFirst();
    if (generated.isPresent() && spec.resourceName().isGiven()) {
      report.add(
          TypedCatalogue.RESOURCE_CHOICE,
          spec.resourceName().path(),
          "resourceName and " + generated.get().path() + " are both set.");
    }
  }

  private static Value<Boolean> on(Value<Boolean> flag) {
    return flag.known().orElse(flag.isUnknown()) ? flag : new Value.Absent<>(flag.path());
  }

  private void withoutEffectBesideRaw() {
    if (spec.raw().isGiven() || spec.rawConfig().isGiven()) {
      attachment.chain().given().forEach(input -> noEffect(input, "a config written as a whole"));
    }
  }

  private void noEffect(Value<?> input, String beside) {
    report.add(
        TypedCatalogue.NO_EFFECT,
        input.path(),
        input.path() + " has no effect beside " + beside + ".");
  }

  private void api() {
    if (spec.api().known().filter(a -> a == AttachmentApi.UserDefinedNetwork).isEmpty()) {
      return;
    }
    boolean ovn = spec.ovnLayer2().isGiven() || spec.ovnLocalnet().isGiven();
    if (!ovn && attachment.plug().isPresent()) {
      report.add(
          TypedCatalogue.API,
          spec.api().path(),
          attachment.plug().get().path() + " is no network of OVN-Kubernetes.");
    }
    Stream.concat(attachment.chain().given(), Stream.of(spec.resourceName()))
        .filter(Value::isGiven)
        .forEach(input -> noEffect(input, "a network that OVN-Kubernetes defines"));
    attachment
        .plug()
        .map(Plug::networkName)
        .filter(Value::isGiven)
        .ifPresent(input -> noEffect(input, "a network that OVN-Kubernetes defines"));
  }
}
