package io.kubevirtnet.provider.cli;

import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.link.NodeSelector;
import io.kubevirtnet.provider.preview.PlannedResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy does to its nodes. */
final class PolicyFacts {
  private final Peek spec;
  private final boolean managed;

  private PolicyFacts(Peek spec, boolean managed) {
    this.spec = spec;
    this.managed = managed;
  }

  /** Those of an object, or of the inputs of a NodeNetworkPolicy, which say the same. */
  static PolicyFacts of(PlannedResource resource) {
    var inputs = Peek.of(resource.inputs());
    return resource.kind().equals(HostPolicy.KIND)
        ? new PolicyFacts(inputs.at("spec"), false)
        : new PolicyFacts(inputs, true);
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    BridgeFacts.all(spec).forEach(b -> facts.addAll(b.facts()));
    facts.addAll(routes());
    facts.add(Fact.of("on", nodes() + ", " + atATime("")));
    facts.add(Fact.of("destroy", destroy()));
    return facts;
  }

  private String destroy() {
    return managed && !spec.at("teardown").is("leave")
        ? "gives the nodes back what they had before"
        : "leaves the nodes as they are";
  }

  /** {@code bridge br1 over ens4 on nodes with rack=a (1 node at a time)}, for each bridge. */
  List<String> phrases() {
    return BridgeFacts.all(spec).stream()
        .map(
            b ->
                "bridge "
                    + b.over()
                    + " on "
                    + nodes()
                    + " ("
                    + atATime("node ").replace(' ', Paragraph.FIRM_SPACE)
                    + ")")
        .toList();
  }

  private List<Fact> routes() {
    var routes =
        spec.at("desiredState", "routes", "config").items().stream()
            .map(
                r ->
                    r.at("destination").text()
                        + via(r.at("next-hop-address"))
                        + (r.at("route-type").isPresent() ? " " + r.at("route-type").text() : ""))
            .toList();
    return routes.isEmpty() ? List.of() : List.of(new Fact("routes", routes));
  }

  private static String via(Peek router) {
    return router.isPresent() ? " via " + router.text() : "";
  }

  private String nodes() {
    var selector = spec.at("nodeSelector");
    Map<String, String> labels = new LinkedHashMap<>();
    selector.fields().forEach((key, value) -> labels.put(key, value.text()));
    boolean open = selector.isPresent() && !selector.text().equals("{}");
    return labels.isEmpty() && open
        ? "nodes with " + selector.text()
        : new NodeSelector(labels).toString();
  }

  private String atATime(String noun) {
    var limit = spec.at("maxUnavailable").text();
    var number = limit.isEmpty() ? "50%" : limit;
    var what = number.endsWith("%") && !noun.isEmpty() ? "of the nodes " : plural(number, noun);
    return number + " " + what + "at a time";
  }

  private static String plural(String number, String noun) {
    return noun.isEmpty() || number.equals("1") ? noun : noun.strip() + "s ";
  }
}
