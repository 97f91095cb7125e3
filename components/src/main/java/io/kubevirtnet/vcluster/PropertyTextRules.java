package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpNetwork;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.YamlText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules for the text of one property. An empty one counts as left out. */
final class PropertyTextRules {
  private static final List<String> SCHEMES = List.of("docker://", "https://", "http://");
  private static final Pattern CARD = Pattern.compile("[^\\s/]{1,15}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]*");

  /** Digits of a digest. */
  private static final Map<String, Integer> DIGESTS =
      Map.of("md5", 32, "sha1", 40, "sha256", 64, "sha512", 128);

  /** What KubeVirt had once, or has for the pod network, and what takes its place. */
  private static final Map<String, String> NO_BINDINGS =
      Map.of(
          "masquerade",
          "works on the pod network alone",
          "passt",
          "is a plugin since KubeVirt 1.3",
          "slirp",
          "is a plugin since KubeVirt 1.3",
          "macvtap",
          "is a plugin since KubeVirt 1.3");

  private static final List<String> BINDINGS = List.of("bridge", "sriov");

  private final Part value;
  private final Report report;

  private PropertyTextRules(Part value, Report report) {
    this.value = value;
    this.report = report;
  }

  static void check(PropertyKey key, Part value, Report report) {
    var rules = new PropertyTextRules(value, report);
    report.check(
        Reading.value(value),
        text -> {
          if (!text.isEmpty() || key == PropertyKey.NETRIS_SERVER_CLUSTER) {
            rules.text(key, text);
          }
        });
  }

  private void text(PropertyKey key, String text) {
    switch (key.kind()) {
      case FLAG ->
          require(
              text.equals("true") || text.equals("false"),
              KeyCatalogue.FLAG,
              "is no true or false");
      case QUANTITY ->
          require(
              Quantity.isPositive(text), PropertyCatalogue.QUANTITY, "is not an amount above 0");
      case CIDR ->
          require(IpNetwork.parse(text).isPresent(), PropertyCatalogue.CIDR, "is not a network");
      case RANGES -> ranges(text);
      case IMAGE_URL ->
          require(
              SCHEMES.stream().anyMatch(s -> text.startsWith(s) && text.length() > s.length()),
              PropertyCatalogue.IMAGE,
              "has no scheme that the platform knows");
      case CHECKSUM -> require(isChecksum(text), ImageCatalogue.CHECKSUM, "is no checksum");
      case BINDING -> binding(text);
      case REFERENCE -> reference(key, text);
      case LIST -> list(key, text);
      case YAML -> yaml(key, text);
      case TEXT -> free(key, text);
      case BASE64, NAME -> {}
    }
  }

  private void require(boolean passes, Rule rule, String problem) {
    require(passes, rule, problem, rule.fix());
  }

  private void require(boolean passes, Rule rule, String problem, String fix) {
    if (!passes) {
      report.add(rule, value.written(), "\"" + value.shown() + "\" " + problem + ".", fix);
    }
  }

  private void ranges(String text) {
    for (var range : text.split(",", -1)) {
      if (AddressRange.parse(range).isEmpty()) {
        report.add(
            PropertyCatalogue.RANGE,
            value.written(),
            "\"" + shown(range.strip()) + "\" is not first-last with first not above last.");
      }
    }
  }

  private static boolean isChecksum(String text) {
    int colon = text.indexOf(':');
    var digest = text.substring(colon + 1);
    return colon > 0
        && Integer.valueOf(digest.length()).equals(DIGESTS.get(text.substring(0, colon)))
        && HEX.matcher(digest).matches();
  }

  private void binding(String text) {
    var gone = NO_BINDINGS.get(text);
    if (gone != null && !Reading.isSecret(value)) {
      require(
          false,
          KeyCatalogue.BINDING,
          gone,
          text.equals("masquerade")
              ? "Write bridge, or sriov for an SR-IOV attachment."
              : "Remove it, and set interface-template to binding: {name: "
                  + text
                  + "} where KubeVirt has the plugin of this name.");
    } else {
      require(BINDINGS.contains(text), KeyCatalogue.BINDING, "is none of KubeVirt's bindings");
    }
  }

  private void reference(PropertyKey key, String text) {
    var parts = text.split("/", -1);
    boolean isAttachment = key == PropertyKey.ATTACHMENT;
    Predicate<String> name = isAttachment ? KubernetesName::isLabel : KubernetesName::isSubdomain;
    boolean passes =
        parts.length <= 2
            && name.test(parts[parts.length - 1])
            && KubernetesName.isLabel(parts.length == 2 ? parts[0] : "vms");
    require(
        passes,
        isAttachment ? PropertyCatalogue.ATTACHMENT_NAME : ImageCatalogue.DATA_SOURCE,
        "is not a reference");
  }

  private void list(PropertyKey key, String text) {
    if (key == PropertyKey.NAMESERVERS) {
      for (var server : text.split(",", -1)) {
        if (IpText.address(server.strip()).isEmpty()) {
          report.add(
              PropertyCatalogue.NAMESERVER,
              value.written(),
              "\"" + shown(server.strip()) + "\" is not an IP address.");
        }
      }
    }
  }

  /** What is no YAML at all is told where it is put to use. */
  private void yaml(PropertyKey key, String text) {
    YamlText.read(text)
        .tree()
        .map(t -> Part.of(value.path(), t))
        .ifPresent(
            template -> {
              if (key == PropertyKey.INTERFACE_TEMPLATE) {
                interfaceTemplate(template);
              } else if (key == PropertyKey.DATA_VOLUME_TEMPLATE) {
                dataVolume(template);
              }
            });
  }

  private void interfaceTemplate(Part template) {
    var bindings = Bindings.of(template);
    if (bindings.size() > 1) {
      report.add(
          KeyCatalogue.TWO_BINDINGS,
          value.written(),
          "It has " + String.join(" and ", bindings) + ".");
    }
    if (template.get("name").isSet() && !template.get("name").is(Bindings.INJECTED)) {
      report.add(
          EffectCatalogue.NO_EFFECT,
          value.written(),
          "Its name is passed over: the interface is always called multus.",
          "Remove the name.");
    }
  }

  private void dataVolume(Part template) {
    var spec = template.get("spec");
    for (var name : List.of("source", "sourceRef")) {
      overwritten(spec.get(name), "spec." + name);
    }
    for (var name : List.of("storage", "pvc")) {
      overwritten(
          spec.get(name, "resources", "requests", "storage"),
          "spec." + name + ".resources.requests.storage");
    }
  }

  private void overwritten(Part part, String name) {
    if (part.isSet()) {
      report.add(ImageCatalogue.OVERWRITTEN, value.written(), name + " is overwritten.");
    }
  }

  private void free(PropertyKey key, String text) {
    if (key == PropertyKey.GUEST_INTERFACE) {
      require(CARD.matcher(text).matches(), KeyCatalogue.GUEST_INTERFACE, "is no name of a card");
    } else if (key == PropertyKey.NETRIS_SERVER_CLUSTER && text.isBlank()) {
      report.add(KeyCatalogue.NETRIS, value.written(), "The name is empty.");
    }
  }

  private String shown(String part) {
    return Reading.isSecret(value) ? Part.SECRET : part;
  }

  /** The entries of a list in one text. */
  static List<String> entries(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
