package io.kubevirtnet.provider.report;

import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.host.HostPolicy;
import io.kubevirtnet.machine.DesiredMachine;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is new, in few words.
 *
 * @param besides something else happens too, so that one has to say that this is added
 */
record CreatedPhrases(Plan plan, boolean besides) {
  private static final int NAMED = 3;
  private static final int LONGEST = 200;
  private static final Set<String> PATCHES =
      Set.of(PatchFacts.KUBEVIRT, PatchFacts.HYPER_CONVERGED);
  private static final Set<String> KNOWN =
      Set.of(HostPolicy.KIND, NadExpander.KIND, NodeProviderExpander.KIND, DesiredMachine.KIND);

  /** All that is new. */
  static Set<ObjectReference> objects(Plan plan) {
    return plan.resources().stream()
        .filter(r -> r.action() == Action.CREATE)
        .map(ResourceChange::reference)
        .collect(Collectors.toSet());
  }

  /** {@code 3 networks on 6 nodes: }, where nothing but new networks is told of. */
  String head(Optional<String> nodes) {
    int networks = bridges().size() + attached().size();
    return besides || networks == 0
        ? ""
        : Count.of(networks, "network") + nodes.map(n -> " on " + n).orElse("") + ": ";
  }

  List<String> phrases() {
    var phrases = new ArrayList<String>();
    phrases.addAll(shortened(bridges(), "bridge"));
    phrases.addAll(shortened(attached(), "attached network"));
    long types =
        created(NodeProviderExpander.KIND)
            .mapToLong(r -> new NodeProviderFacts(tree(r)).nodeTypes().size())
            .sum();
    if (types > 0) {
      phrases.add(Count.of(types, "node type"));
    }
    phrases.addAll(shortened(additions(), "addition to KubeVirt"));
    long machines = created(DesiredMachine.KIND).count();
    if (machines > 0) {
      phrases.add(Count.of(machines, "VM"));
    }
    others().forEach((kind, number) -> phrases.add(Count.of(number) + " " + kind));
    boolean told = !head(Optional.empty()).isEmpty();
    return told || phrases.isEmpty() ? phrases : added(phrases);
  }

  private static List<String> added(List<String> phrases) {
    var said = new ArrayList<>(phrases);
    said.set(said.size() - 1, said.get(said.size() - 1) + " added");
    return said;
  }

  private List<String> bridges() {
    return created(HostPolicy.KIND)
        .flatMap(
            r -> {
              var facts = PolicyFacts.of(tree(r));
              return facts.bridges().stream()
                  .map(b -> Excerpt.of("bridge " + b, LONGEST) + pace(r, facts));
            })
        .sorted()
        .toList();
  }

  /** What the nodes say of it; the selector where no node is known. */
  private String pace(ResourceChange policy, PolicyFacts facts) {
    var impacts =
        plan.nodes().stream().filter(n -> n.policies().contains(policy.reference())).toList();
    boolean known = impacts.stream().anyMatch(i -> !i.nodes().isEmpty());
    var pace =
        impacts.stream()
            .max(Comparator.comparingInt(NodeImpact::worstSeconds))
            .map(NodeTitle::pace)
            .filter(p -> !p.isEmpty())
            .map(p -> p.replace(' ', Paragraph.FIRM_SPACE));
    return Excerpt.of(known ? "" : " on " + facts.nodes(), LONGEST)
        + " ("
        + pace.orElseGet(facts::pace)
        + ")";
  }

  private List<String> attached() {
    Map<String, Set<String>> namespaces = new TreeMap<>();
    created(NadExpander.KIND)
        .map(r -> new DefinitionFacts(tree(r)))
        .forEach(
            f ->
                namespaces
                    .computeIfAbsent(Excerpt.of(f.network(), LONGEST), n -> new TreeSet<>())
                    .add(Excerpt.of(f.namespace(), LONGEST)));
    return namespaces.entrySet().stream()
        .map(e -> e.getKey() + " for " + spoken(List.copyOf(e.getValue())))
        .toList();
  }

  private static String spoken(List<String> names) {
    return names.size() <= NAMED
        ? String.join(" and ", names)
        : Count.of(names.size(), "namespace");
  }

  private List<String> additions() {
    return created("")
        .filter(r -> PATCHES.contains(r.reference().kind()))
        .flatMap(r -> new PatchFacts(tree(r)).phrases().stream())
        .map(p -> Excerpt.of(p, LONGEST))
        .sorted()
        .toList();
  }

  private Map<String, Integer> others() {
    Map<String, Integer> others = new TreeMap<>();
    created("")
        .filter(r -> !isPartOfAMachine(r))
        .map(r -> r.reference().kind())
        .filter(k -> !KNOWN.contains(k) && !PATCHES.contains(k))
        .forEach(k -> others.merge(Excerpt.of(k, LONGEST), 1, Integer::sum));
    return others;
  }

  /** What cloud-init reads is counted with its machine. */
  private static boolean isPartOfAMachine(ResourceChange change) {
    return change.reference().kind().equals("Secret")
        && change.component().filter(c -> c.startsWith(DesiredMachine.KIND + " ")).isPresent();
  }

  private Stream<ResourceChange> created(String kind) {
    return plan.resources().stream()
        .filter(r -> r.action() == Action.CREATE)
        .filter(r -> kind.isEmpty() || r.reference().kind().equals(kind));
  }

  private static Peek tree(ResourceChange change) {
    return new Peek(change.object());
  }

  private static List<String> shortened(List<String> phrases, String noun) {
    return phrases.size() <= NAMED ? phrases : List.of(Count.of(phrases.size(), noun));
  }
}
