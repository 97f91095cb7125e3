package io.kubevirtnet.provider.report;

import io.kubevirtnet.link.NodeSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy does to its nodes. */
final class PolicyFacts {
  /** What comes of the nodes when the policy goes. */
  static final String DESTROY = "destroy";

  /** Only a policy that this package keeps has it. */
  private static final String OWNER = "kubevirtnet.io/owner";

  private final Peek spec;
  private final boolean managed;

  private PolicyFacts(Peek spec, boolean managed) {
    this.spec = spec;
    this.managed = managed;
  }

  static PolicyFacts of(Peek policy) {
    return new PolicyFacts(
        policy.at("spec"), policy.at("metadata", "annotations", OWNER).isPresent());
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    BridgeFacts.all(spec).forEach(b -> facts.addAll(b.facts()));
    facts.addAll(routes());
    facts.add(Fact.of("on", nodes() + ", " + atATime("")));
    facts.add(Fact.of(DESTROY, destroy()));
    return facts;
  }

  private String destroy() {
    return managed ? "gives the nodes back what they had before" : "leaves the nodes as they are";
  }

  /** {@code br1 over ens4}, for each bridge. */
  List<String> bridges() {
    return BridgeFacts.all(spec).stream().map(BridgeFacts::over).toList();
  }

  /** {@code 2 nodes at a time}. */
  String pace() {
    return atATime("node ").replace(' ', Paragraph.FIRM_SPACE);
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

  /** {@code nodes with rack=a}. */
  String nodes() {
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
