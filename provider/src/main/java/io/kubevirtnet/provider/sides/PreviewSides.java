package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PlannedObject;
import io.kubevirtnet.provider.sides.ReadSides.Said;
import io.kubevirtnet.provider.sides.StackObjects.Read;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Both sides from what {@code pulumi preview --json} prints. */
public final class PreviewSides {
  private static final String SAME = "same";
  private static final String READ = "read";
  private static final String REFRESH = "refresh";

  /** The resource leaves the state, and what it stands for stays. */
  private static final Set<String> DISCARDED = Set.of("discard", "discard-replaced");

  private final PreviewDocument document;
  private final StackObjects before = new StackObjects();
  private final StackObjects after = new StackObjects();
  private final List<KubernetesObject> beside = new ArrayList<>();
  private final Map<String, Integer> foreign = new TreeMap<>();

  private PreviewSides(PreviewDocument document) {
    this.document = document;
  }

  /**
   * Reads it.
   *
   * @param source name of the file, for messages
   */
  public static ReadSides read(String source, InputStream in) throws IOException {
    return new PreviewSides(PreviewFile.read(source, in)).sides();
  }

  private ReadSides sides() {
    resources().values().forEach(this::add);
    var said = said();
    return new ReadSides(
        before.side(),
        after.side(),
        beside,
        StackConfig.settings(document.config()),
        said,
        notChecked(),
        !document.complete() || said.stream().anyMatch(Said::isError));
  }

  /** All steps of one resource; replacing one takes up to three, and a refresh comes before. */
  private record Resource(Urn urn, List<PreviewStep> steps) {
    Optional<PreviewState> old() {
      return steps.stream().flatMap(s -> s.before().stream()).reduce((a, b) -> b);
    }

    /**
     * Nothing when it is deleted; a refresh before it tells of the state, and not of what comes.
     */
    Optional<PreviewState> now() {
      return steps.stream()
          .filter(s -> !s.op().equals(REFRESH))
          .flatMap(s -> s.after().stream())
          .reduce((a, b) -> b);
    }

    /** Where both sides are one. */
    Optional<PreviewState> last() {
      return steps.stream().flatMap(s -> s.after().or(s::before).stream()).reduce((a, b) -> b);
    }

    boolean has(String op) {
      return steps.stream().anyMatch(s -> s.op().equals(op));
    }

    boolean isOnly(Set<String> ops) {
      return steps.stream().allMatch(s -> ops.contains(s.op()));
    }

    boolean isReplaced() {
      return steps.stream()
          .anyMatch(s -> s.op().contains("replace") && !s.op().equals("remove-pending-replace"));
    }
  }

  private Map<String, Resource> resources() {
    var resources = new LinkedHashMap<String, Resource>();
    for (var step : document.steps()) {
      resources
          .computeIfAbsent(
              step.urn(), u -> new Resource(Urn.parse(u).orElseThrow(), new ArrayList<>()))
          .steps()
          .add(step);
    }
    return resources;
  }

  private void add(Resource resource) {
    if (resource.isOnly(Set.of(REFRESH))) {
      // Only the state is brought up to date: the cluster is so already.
      resource.last().ifPresent(s -> unchanged(resource, s));
    } else if (resource.isOnly(Set.of(READ, "read-replacement")) || resource.isOnly(DISCARDED)) {
      resource
          .last()
          .flatMap(s -> read(resource, s).object())
          .map(PlannedObject::object)
          .ifPresent(beside::add);
    } else if (resource.isOnly(Set.of(SAME, REFRESH))) {
      // Secrets may have been hidden on one side only.
      resource.last().ifPresent(s -> unchanged(resource, s));
    } else {
      changed(resource);
    }
  }

  private void unchanged(Resource resource, PreviewState state) {
    var read = read(resource, state);
    before.add(read, false);
    after.add(read, false);
  }

  private void changed(Resource resource) {
    var old = resource.old().map(s -> read(resource, s));
    var now = resource.now().map(s -> read(resource, s));
    boolean kept = now.isEmpty() && resource.old().filter(PreviewState::retained).isPresent();
    if (kept) {
      old.flatMap(Read::object).map(PlannedObject::object).ifPresent(beside::add);
      return;
    }
    if (resource.has("import") && old.isEmpty()) {
      now.ifPresent(r -> before.add(r, false));
    }
    old.ifPresent(r -> before.add(r, false));
    now.ifPresent(r -> after.add(r, resource.isReplaced()));
    if (old.or(() -> now).filter(Read::isForeign).isPresent()) {
      foreign.merge(resource.urn().type(), 1, Integer::sum);
    }
  }

  private static Read read(Resource resource, PreviewState state) {
    if (!state.custom()) {
      return Read.NOTHING;
    }
    var component = Urn.parse(state.parent()).filter(p -> !p.isStack()).map(Urn::title);
    var fields =
        state.inputs().get("kind").isPresent() || state.outputs().fields().isEmpty()
            ? state.inputs()
            : state.outputs();
    return StackObjects.read(resource.steps().get(0).urn(), component, fields);
  }

  private List<Said> said() {
    return document.messages().stream()
        .filter(m -> !m.severity().equals("debug") && !m.message().isEmpty())
        .filter(m -> !FindingText.isEnd(m.message()))
        .map(m -> new Said(who(m.urn()), m.severity().replaceFirst("#.*", ""), m.message()))
        .filter(s -> !s.message().contains("from $PATH at"))
        .distinct()
        .toList();
  }

  private static String who(String urn) {
    return Urn.parse(urn).filter(u -> !u.isStack()).map(Urn::title).orElse("");
  }

  private List<NotChecked> notChecked() {
    var notes = new ArrayList<NotChecked>();
    foreign.forEach(
        (type, number) ->
            notes.add(
                new NotChecked(
                    number == 1
                        ? "1 resource of type " + type
                        : number + " resources of type " + type,
                    "no Kubernetes object")));
    hidden(SAME, "unchanged", "--show-sames").ifPresent(notes::add);
    hidden(READ, "read", "--show-reads").ifPresent(notes::add);
    if (!document.complete()) {
      notes.add(new NotChecked("the rest of the preview", "it was interrupted"));
    }
    document.messages().stream()
        .filter(m -> m.message().startsWith(FindingText.NOT_CHECKED))
        .map(
            m ->
                NotChecked.of(
                    who(m.urn()), m.message().substring(FindingText.NOT_CHECKED.length())))
        .forEach(notes::add);
    return notes.stream().distinct().collect(Collectors.toList());
  }

  /** The engine counts what it does not list. */
  private Optional<NotChecked> hidden(String op, String what, String flag) {
    long listed = document.steps().stream().filter(s -> s.op().equals(op)).count();
    long missing = document.counts().getOrDefault(op, 0) - listed;
    return missing > 0
        ? Optional.of(
            new NotChecked(
                missing + (missing == 1 ? " resource that is " : " resources that are ") + what,
                "the preview does not list them: make it with " + flag))
        : Optional.empty();
  }
}
