package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.PlanSketch.definition;
import static io.kubevirtnet.provider.plan.PlanSketch.machine;
import static io.kubevirtnet.provider.plan.PlanSketch.policy;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Plans of any size with anything in them, the same for the same seed. */
public final class RandomPlans {
  private static final List<String> PIECES =
      List.of(
          "br1",
          "VLAN 100",
          "`",
          "```",
          "````",
          "|",
          "<details>",
          "</details>",
          "<b>",
          "&lt;",
          "@all",
          "#7",
          "\n",
          "\r\n",
          "\u001b[2J",
          "\u202e",
          "*",
          "__",
          "[x](y)",
          "\\",
          "~~~",
          "-->",
          "ens4",
          "192.0.2.7/24",
          "\ud83d\ude80",
          "$x$",
          "- [ ] a",
          "1. b",
          "\t",
          "~",
          ":::",
          "é",
          "||");

  private final Random random;

  private RandomPlans(long seed) {
    this.random = new Random(seed);
  }

  public static Plan of(long seed) {
    return new RandomPlans(seed).plan(seed % 50 == 0 ? 9 : 6);
  }

  private Plan plan(int magnitude) {
    int most = 1 << random.nextInt(magnitude);
    var sketch = new PlanSketch().unchanged(random.nextInt(1000));
    times(most, i -> sketch.add(change()));
    times(most, i -> sketch.nodes(nodes()));
    times(
        most,
        i ->
            sketch.machine(
                reference(), pick(List.of(Effect.values())), reference(), text(), text()));
    times(most, i -> sketch.join(new BrokenJoin(reference(), text(), "KVN-X001", text(), coin())));
    times(most, i -> sketch.left(text(), text(), coin() ? text() : ""));
    times(
        most,
        i ->
            sketch.finding(
                PlanExamples.finding(
                    "KVN-A001",
                    pick(List.of(Severity.values())),
                    text(),
                    text(),
                    text(),
                    text(),
                    reference()),
                coin()));
    times(most, i -> sketch.risk(pick(List.of(Risk.Kind.values())), text(), text()));
    times(most, i -> sketch.notChecked(text(), text()));
    return sketch.plan();
  }

  private ResourceChange change() {
    var action = pick(List.of(Action.values()));
    boolean whole = action == Action.CREATE || action == Action.DELETE;
    return new ResourceChange(
        reference(),
        action,
        coin() ? Optional.of(text()) : Optional.empty(),
        whole ? List.of() : list(5, () -> new PlannedField(text(), text(), text(), text())),
        whole
            ? Optional.of(Tree.of("spec", Tree.of("config", text()).with(text(), text())))
            : Optional.empty(),
        List.of(),
        list(4, this::reference),
        list(3, this::text));
  }

  private NodeImpact nodes() {
    return new NodeImpact(
        list(20, this::text),
        text(),
        list(3, this::reference),
        list(6, this::text),
        pick(List.of(ManagementVerdict.Kind.values())),
        list(2, this::text),
        1 + random.nextInt(4),
        random.nextInt(3),
        random.nextInt(2000));
  }

  private ObjectReference reference() {
    return switch (random.nextInt(4)) {
      case 0 -> policy(text());
      case 1 -> definition(text(), text());
      case 2 -> machine("vms", text());
      default -> new ObjectReference(text(), "", text());
    };
  }

  private String text() {
    int longest = random.nextInt(20) == 0 ? 400 : 5;
    var text = new StringBuilder();
    IntStream.rangeClosed(0, random.nextInt(longest))
        .forEach(i -> text.append(pick(PIECES)).append(coin() ? " " : ""));
    return text.toString();
  }

  private boolean coin() {
    return random.nextBoolean();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> list(int longest, Supplier<T> each) {
    return IntStream.range(0, random.nextInt(longest)).mapToObj(i -> each.get()).toList();
  }

  private void times(int most, IntConsumer each) {
    IntStream.range(0, random.nextInt(most + 1)).forEach(each);
  }
}
