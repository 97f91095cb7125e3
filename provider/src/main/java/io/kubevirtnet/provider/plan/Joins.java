package io.kubevirtnet.provider.plan;

import static java.util.Map.entry;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which things do not fit together, as the findings tell. */
final class Joins {
  /** What a definition needs of the nodes. */
  private static final Set<String> OF_BRIDGE =
      Set.of(
          "KVN-X012",
          "KVN-X013",
          "KVN-X020",
          "KVN-X021",
          "KVN-X030",
          "KVN-X031",
          "KVN-X032",
          "KVN-X033",
          "KVN-X035",
          "KVN-X036",
          "KVN-X062");

  /** What a machine needs of a definition. */
  private static final Set<String> OF_DEFINITION =
      Set.of(
          "KVN-X034",
          "KVN-X042",
          "KVN-X043",
          "KVN-X044",
          "KVN-X045",
          "KVN-X046",
          "KVN-X050",
          "KVN-X051",
          "KVN-X052",
          "KVN-X061");

  /** What a policy needs of a node; the place says which it is. */
  private static final Map<String, String> OF_NODE =
      Map.of(
          "KVN-X010",
          "port",
          "KVN-X011",
          "port",
          "KVN-X014",
          "bridge",
          "KVN-X017",
          "interface",
          "KVN-X018",
          "port",
          "KVN-X019",
          "localnet");

  /** What one needs for itself. */
  private static final Map<String, String> OF_ITS_OWN =
      Map.ofEntries(
          entry("KVN-X015", "a name of its own"),
          entry("KVN-X016", "addresses of its own"),
          entry("KVN-X037", "one config for its network"),
          entry("KVN-X038", "an address book of its own"),
          entry("KVN-X039", "a CNI name of its own"),
          entry("KVN-X040", "addresses of its own"),
          entry("KVN-X041", "addresses of its own"),
          entry("KVN-X054", "a MAC address of its own"),
          entry("KVN-X055", "a registered binding plugin"),
          entry("KVN-X057", "an address of its own"),
          entry("KVN-X059", "an address of its own"));

  private static final Pattern LABEL = Pattern.compile("\\[([^\\[\\]\"]+)\\]");

  private final Map<ObjectReference, KubernetesObject> objects = new HashMap<>();

  private Joins(List<KubernetesObject> all) {
    all.forEach(o -> objects.put(o.reference(), o));
  }

  static List<BrokenJoin> of(Judgement judgement) {
    var joins = new Joins(judgement.objects());
    return judgement.findings().stream().flatMap(f -> joins.join(f).stream()).toList();
  }

  private Optional<BrokenJoin> join(PlannedFinding planned) {
    var finding = planned.finding();
    var object = finding.resource().map(objects::get);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    return to(object.get(), finding)
        .map(
            to ->
                new BrokenJoin(
                    object.get().reference(),
                    to,
                    finding.code(),
                    finding.what(),
                    planned.arises()));
  }

  private static Optional<String> to(KubernetesObject object, Finding finding) {
    if (OF_BRIDGE.contains(finding.code())) {
      return Optional.of(onNodes(object));
    }
    if (OF_DEFINITION.contains(finding.code())) {
      return Optional.of(definition(object, finding));
    }
    return Optional.ofNullable(OF_NODE.get(finding.code()))
        .map(kind -> (kind + " " + label(object, finding)).strip())
        .or(() -> Optional.ofNullable(OF_ITS_OWN.get(finding.code())));
  }

  private static String onNodes(KubernetesObject object) {
    return (ManifestCheck.isDefinition(object)
            ? BridgeNames.joined(object)
            : Optional.<String>empty())
        .map(name -> name.startsWith("localnet ") ? name : "bridge " + name)
        .orElse("its bridge");
  }

  /** The one that is named at the place, or that the finding speaks of. */
  private static String definition(KubernetesObject object, Finding finding) {
    var places = Users.places(object);
    var at = finding.path();
    return places.entrySet().stream()
        .filter(e -> !e.getValue().text().isEmpty() && e.getValue().equals(at))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(
            () ->
                places.keySet().stream()
                    .filter(d -> finding.what().contains(d.substring(d.indexOf('/') + 1)))
                    .sorted()
                    .findFirst())
        .or(() -> places.keySet().stream().sorted().findFirst())
        .map(d -> "NetworkAttachmentDefinition " + d)
        .orElse("its network");
  }

  private static String label(KubernetesObject object, Finding finding) {
    var labels = LABEL.matcher(IdentityPath.of(object.fields(), finding.path()));
    var last = "";
    while (labels.find()) {
      last = labels.group(1);
    }
    return last;
  }
}
