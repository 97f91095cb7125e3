package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.kubevirt.Effect;
import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.provider.plan.AcceptedPlan;
import io.kubevirtnet.provider.plan.AcknowledgedRisk;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.BrokenJoin;
import io.kubevirtnet.provider.plan.LeftBehind;
import io.kubevirtnet.provider.plan.MachineImpact;
import io.kubevirtnet.provider.plan.NodeImpact;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.Outcome;
import io.kubevirtnet.provider.plan.PatchOperation;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.PlannedField;
import io.kubevirtnet.provider.plan.PlannedFinding;
import io.kubevirtnet.provider.plan.ResourceChange;
import io.kubevirtnet.provider.plan.Risk;
import io.kubevirtnet.provider.plan.SuppressedFinding;
import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plans that nobody would make, with everything in them that the records take. */
final class RandomDocuments {
  private static final List<String> TEXTS =
      List.of("", "br1", "spec.config[\"a.b/c\"]", "a \"quote\" \\ and\nanother line", "äöü ☃ 𝄞");

  private final Random random;
  private final boolean rich;
  private int number;
  private int turn;

  private RandomDocuments(Random random, boolean rich) {
    this.random = random;
    this.rich = rich;
  }

  static PlanDocument of(long seed) {
    return new RandomDocuments(new Random(seed), false).document();
  }

  /** Plans in which each field is, each list has several items, and together each word. */
  static List<PlanDocument> rich() {
    var plans = new ArrayList<PlanDocument>();
    for (int i = 0; i < Outcome.values().length; i++) {
      var rich = new RandomDocuments(new Random(i), true);
      rich.turn = i;
      plans.add(rich.document());
    }
    return plans;
  }

  private PlanDocument document() {
    var outcome = one(Outcome.values());
    List<Risk> open = list(this::risk);
    List<AcknowledgedRisk> acknowledged =
        list(() -> new AcknowledgedRisk(risk(), "restart/*", text()));
    var risks =
        Stream.concat(open.stream(), acknowledged.stream().map(AcknowledgedRisk::risk)).toList();
    var plan =
        new Plan(
            list(this::resource),
            random.nextInt(9),
            list(this::node),
            list(this::machine),
            list(() -> new BrokenJoin(reference(), text(), text(), text(), random.nextBoolean())),
            list(() -> new LeftBehind(text(), text(), text())),
            list(this::planned),
            risks,
            list(() -> new NotChecked(text(), text())),
            topology(),
            topology());
    return new PlanDocument(
        text(),
        new AcceptedPlan(
            plan,
            outcome,
            list(() -> new SuppressedFinding(planned(), text())),
            open,
            acknowledged,
            list(this::text)));
  }

  /** No two of one name, as in a plan. */
  private Risk risk() {
    return Risk.of(one(Risk.Kind.values()), "vms/web-" + number++, text());
  }

  private PlannedFinding planned() {
    var finding =
        new Finding(
            "KVN-X0" + (10 + random.nextInt(90)),
            one(Severity.values()),
            new PropertyPath(text()),
            text(),
            text(),
            text(),
            maybe(this::reference),
            maybe(() -> new Upstream(text(), text(), text(), text())));
    return new PlannedFinding(finding, random.nextBoolean());
  }

  private ResourceChange resource() {
    return new ResourceChange(
        reference(),
        one(Action.values()),
        maybe(this::text),
        list(() -> new PlannedField(text(), text(), text(), text())),
        maybe(() -> fields(3)),
        list(this::operation),
        list(this::reference),
        list(this::text));
  }

  private PatchOperation operation() {
    var op = one("add", "replace", "remove");
    return new PatchOperation(
        op, "/a~1b/0", op.equals("remove") ? Optional.empty() : Optional.of(tree(3)));
  }

  private NodeImpact node() {
    return new NodeImpact(
        list(this::text),
        text(),
        list(this::reference),
        list(this::text),
        one(ManagementVerdict.Kind.values()),
        list(this::text),
        1 + random.nextInt(5),
        random.nextInt(5),
        random.nextInt(10_000));
  }

  private MachineImpact machine() {
    return new MachineImpact(
        reference(), text(), one(Effect.values()), list(this::reference), list(this::text));
  }

  private Topology topology() {
    return new Topology(
        list(
            () ->
                new Topology.Box(
                    text(),
                    one(Topology.Layer.values()),
                    text(),
                    text(),
                    list(this::text),
                    1 + random.nextInt(9),
                    one(Topology.State.values()))),
        list(
            () -> new Topology.Wire(text(), text(), text(), text(), one(Topology.State.values()))));
  }

  private ObjectReference reference() {
    return new ObjectReference(text(), text(), text());
  }

  private Tree tree(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> Tree.of(text());
      case 1 -> Tree.of(random.nextBoolean());
      case 2 -> Tree.of(random.nextInt());
      case 3 -> Tree.of(random.nextInt(1000) + 0.5 + (random.nextBoolean() ? 5e9 : 0));
      case 4 -> Tree.items(tree(depth - 1), tree(depth - 1));
      default -> fields(depth - 1);
    };
  }

  private Tree fields(int depth) {
    var fields = Tree.fields();
    for (int i = random.nextInt(3); i >= 0; i--) {
      fields = fields.with("f" + i, tree(Math.max(0, depth)));
    }
    return fields;
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private <T> Optional<T> maybe(Supplier<? extends T> some) {
    return rich || random.nextBoolean() ? Optional.of(some.get()) : Optional.empty();
  }

  private <T> List<T> list(Supplier<T> item) {
    var items = new ArrayList<T>();
    for (int i = rich ? 12 : random.nextInt(3); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  @SafeVarargs
  private <T> T one(T... choices) {
    // A rich one has each choice, as its lists are longer than any of these.
    return choices[rich ? turn++ % choices.length : random.nextInt(choices.length)];
  }
}
