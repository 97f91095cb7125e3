package io.kubevirtnet.provider.plan;

import io.kubevirtnet.node.ManagementVerdict;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what came out for the nodes, policy by policy. */
final class HostStory {
  private final List<PolicyMove> moves;
  private final NodeIndex nodes;
  private final Wishes wishes;
  private final PlanScene scene;
  private final Draft draft;
  private final HostRemarks remarks;
  private final HostRisks risks;
  private final Waves waves;
  private final List<Chapters> byMove = new ArrayList<>();

  /** All that nodes have to say about one policy. */
  private static final class Chapters {
    private final Map<NodeRun.Part, List<Integer>> meant = new LinkedHashMap<>();
    private final List<NodeStep> steps = new ArrayList<>();
    private final Map<Made, List<String>> left = new LinkedHashMap<>();
    private final Map<String, List<String>> stays = new LinkedHashMap<>();
    private final Set<Integer> unresolved = new LinkedHashSet<>();
    private final Set<Integer> forgotten = new LinkedHashSet<>();
  }

  HostStory(
      List<PolicyMove> moves,
      NodeIndex nodes,
      List<List<NodeRun.Turn>> turns,
      List<NodeRun> runs,
      Wishes wishes,
      PlanScene scene,
      Draft draft) {
    this.moves = moves;
    this.nodes = nodes;
    this.wishes = wishes;
    this.scene = scene;
    this.draft = draft;
    this.remarks = new HostRemarks(nodes, draft);
    this.risks = new HostRisks(nodes, draft);
    this.waves = new Waves(nodes);
    moves.forEach(m -> byMove.add(new Chapters()));
    for (int place = 0; place < turns.size(); place++) {
      for (var turn : turns.get(place)) {
        byMove
            .get(turn.number())
            .meant
            .computeIfAbsent(turn.part(), p -> new ArrayList<>())
            .add(place);
      }
    }
    runs.forEach(this::sort);
  }

  private void sort(NodeRun run) {
    var name = nodes.at(run.place()).name();
    run.steps().forEach((number, step) -> byMove.get(number).steps.add(step));
    run.left()
        .forEach(
            (number, made) ->
                byMove.get(number).left.computeIfAbsent(made, m -> new ArrayList<>()).add(name));
    run.stays()
        .forEach(
            (number, texts) ->
                texts.forEach(
                    t ->
                        byMove
                            .get(number)
                            .stays
                            .computeIfAbsent(t, x -> new ArrayList<>())
                            .add(name)));
    run.unresolved().forEach(number -> byMove.get(number).unresolved.add(run.place()));
    run.forgotten().forEach(number -> byMove.get(number).forgotten.add(run.place()));
  }

  void tell() {
    for (int i = 0; i < moves.size(); i++) {
      tell(moves.get(i), byMove.get(i));
    }
    remarks.finish();
    risks.finish();
  }

  private void tell(PolicyMove move, Chapters all) {
    var policy = move.policy();
    if (policy.selector().isEmpty()) {
      remarks.open(move, "spec.nodeSelector");
    }
    if (!(policy.policy().desiredState() instanceof Fields)) {
      remarks.open(move, "spec.desiredState");
      return;
    }
    if (nodes.isEmpty() || policy.selector().isEmpty()) {
      onPaper(move);
      return;
    }
    if (all.meant.isEmpty()) {
      remarks.nobodyMeant(move);
      return;
    }
    if (!move.leavesAll()) {
      all.meant.values().forEach(places -> places.forEach(remarks::meant));
    }
    impacts(move, all);
    risks.add(move, all.steps);
    all.left.forEach(
        (made, names) -> draft.add(HostLeftovers.of(move, made, HostLeftovers.where(names))));
    all.stays.forEach(
        (text, names) -> draft.add(new LeftBehind(text, HostLeftovers.where(names), "")));
    if (policy.hasOpenCaptures()) {
      remarks.open(move, "spec.capture");
    } else {
      remarks.unresolved(move, all.unresolved);
    }
    remarks.forgotten(move, all.forgotten);
    if (policy.hasCaptures() && all.meant.containsKey(NodeRun.Part.CHANGE)) {
      remarks.capturedAnew(move);
    }
  }

  private void impacts(PolicyMove move, Chapters all) {
    var pending = new ArrayList<NodeGroups.Group>(NodeGroups.of(all.steps).groups());
    all.meant.forEach(
        (part, places) -> {
          if (places.stream().allMatch(p -> nodes.at(p).state().isEmpty())) {
            var lines = paper(move).lines(part);
            if (!lines.isEmpty()) {
              pending.add(
                  new NodeGroups.Group(
                      List.copyOf(places), lines, ManagementVerdict.Kind.UNKNOWN, List.of()));
            }
          }
        });
    if (pending.isEmpty()) {
      return;
    }
    int wave = waves.next(move, pending.stream().flatMap(g -> g.nodes().stream()).toList());
    var pace = RolloutPace.of(move.policy(), ready(move, all));
    for (var group : pending) {
      draft.add(
          new NodeImpact(
              group.nodes().stream().map(p -> nodes.at(p).name()).toList(),
              move.policy().nodesInWords(),
              List.of(move.reference()),
              group.lines(),
              group.management(),
              group.touches(),
              wave,
              pace.atOnce(),
              pace.worstSeconds()));
    }
  }

  /** Nodes that have their turn now; those that leave a policy have theirs beside them. */
  private int ready(PolicyMove move, Chapters all) {
    return (int)
        all.meant.entrySet().stream()
            .filter(
                e -> move.isDelete() || e.getKey() != NodeRun.Part.LEAVE || all.meant.size() == 1)
            .flatMap(e -> e.getValue().stream())
            .filter(p -> nodes.at(p).ready())
            .count();
  }

  private PaperRun paper(PolicyMove move) {
    return new PaperRun(move, wishes.meeting(move.policy()));
  }

  private void onPaper(PolicyMove move) {
    if (nodes.isEmpty() && !move.leavesAll()) {
      remarks.noNodes(scene);
    }
    var parts = new LinkedHashMap<NodeRun.Part, String>();
    if (move.before().isEmpty()) {
      parts.put(NodeRun.Part.APPLY, move.policy().nodesInWords());
    } else if (move.isDelete()) {
      parts.put(NodeRun.Part.LEAVE, move.policy().nodesInWords());
    } else {
      var old = move.before().get();
      var now = move.policy();
      parts.put(NodeRun.Part.CHANGE, now.nodesInWords());
      if (!old.takesAllOf(now)) {
        parts.put(NodeRun.Part.APPLY, now.nodesInWords() + " that it did not mean before");
      }
      if (!now.takesAllOf(old)) {
        parts.put(NodeRun.Part.LEAVE, old.nodesInWords() + " that it means no more");
      }
    }
    var paper = paper(move);
    var told = new LinkedHashMap<NodeRun.Part, List<String>>();
    parts.forEach((part, where) -> tellPaper(move, paper, part, where, told));
    if (told.isEmpty()) {
      return;
    }
    int wave = waves.next(move, List.of());
    var pace = RolloutPace.of(move.policy());
    told.forEach(
        (part, lines) ->
            draft.add(
                new NodeImpact(
                    List.of(),
                    parts.getOrDefault(part, ""),
                    List.of(move.reference()),
                    lines,
                    ManagementVerdict.Kind.UNKNOWN,
                    List.of(),
                    wave,
                    pace.atOnce(),
                    pace.worstSeconds())));
  }

  private void tellPaper(
      PolicyMove move,
      PaperRun paper,
      NodeRun.Part part,
      String where,
      Map<NodeRun.Part, List<String>> told) {
    var lines = paper.lines(part);
    if (!lines.isEmpty()) {
      told.put(part, lines);
    }
    var left = paper.left(part);
    if (!left.isEmpty()) {
      draft.add(HostLeftovers.of(move, left, where));
    }
    if (!paper.stays(part).isEmpty()) {
      remarks.former(move, "");
    }
  }
}
