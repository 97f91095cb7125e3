package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.preview.LogLine.Level;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.Preview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the run of a program says that is in none of its Kubernetes objects. */
public final class ProgramNotes {
  private static final String WIRING = "VirtualMachineWiring";
  private static final String SERVER_CLUSTER = "NetrisServerCluster";
  private static final String NODE_TYPE = "KubeVirtNodeType";

  private final Preview preview;
  private final Map<String, PlannedResource> byUrn = new HashMap<>();
  private final List<Note> notes = new ArrayList<>();

  private ProgramNotes(Preview preview) {
    this.preview = preview;
    preview.resources().forEach(r -> byUrn.put(r.urn(), r));
  }

  /** In an order that does not depend on that of the registrations. */
  public static List<Note> of(Preview preview) {
    var notes = new ProgramNotes(preview);
    preview.logs().stream()
        .filter(l -> l.level() != Level.DEBUG && !FindingText.isEnd(l.message()))
        .forEach(l -> notes.notes.add(new Note("", word(l.level()) + l.message().strip())));
    preview.resources().stream()
        .sorted(Comparator.comparing(PlannedResource::type).thenComparing(PlannedResource::name))
        .forEach(notes::resource);
    return List.copyOf(notes.notes);
  }

  /** What rules had to leave open, and what only an engine could have answered. */
  public static List<NotChecked> notChecked(Preview preview) {
    var open = new ArrayList<NotChecked>();
    for (var component : preview.components()) {
      component.messages(Level.DEBUG).stream()
          .filter(m -> m.startsWith(FindingText.NOT_CHECKED))
          .map(m -> m.substring(FindingText.NOT_CHECKED.length()))
          .map(m -> NotChecked.of(title(component), m))
          .forEach(open::add);
    }
    preview.unanswered().forEach(u -> open.add(new NotChecked(u, "only a real engine can answer")));
    return open.stream().distinct().sorted().toList();
  }

  private void resource(PlannedResource resource) {
    var component = componentOf(resource);
    for (var level : List.of(Level.ERROR, Level.WARNING, Level.INFO)) {
      resource.messages(level).stream()
          .sorted()
          .forEach(m -> notes.add(new Note(component, word(level) + m.strip())));
    }
    var tree = Peek.of(resource.inputs());
    if (resource.kind().equals(WIRING)) {
      notes.add(new Note(component, shown(wiringTitle(tree), new WiringFacts(tree).facts())));
    } else if (resource.kind().equals(SERVER_CLUSTER)) {
      var title = SERVER_CLUSTER + " " + tree.at("serverCluster").text();
      notes.add(new Note(component, shown(title, new ServerClusterLines(tree).facts())));
    } else if (resource.isComponent()) {
      withoutObjects(resource, component);
    }
  }

  private void withoutObjects(PlannedResource component, String title) {
    boolean hasChildren = !preview.childrenOf(component).isEmpty();
    if (hasChildren || !component.errors().isEmpty()) {
      return;
    }
    if (preview.failed() && component.outputs().isEmpty()) {
      notes.add(new Note(title, "not expanded: it waits for a component that has problems"));
    } else if (component.kind().equals(NODE_TYPE)) {
      notes.add(new Note(title, "no object of its own: it goes into a node provider"));
    }
  }

  private static String wiringTitle(Peek wiring) {
    return WIRING
        + " "
        + (wiring.at("nodeType").isPresent()
            ? wiring.at("nodeType").text()
            : wiring.at("namespace").text() + "/" + wiring.at("virtualMachine").text());
  }

  private static String shown(String title, List<Fact> facts) {
    var text = new StringBuilder(title);
    facts.stream()
        .flatMap(f -> f.shown(Page.INDENT, Integer.MAX_VALUE).stream())
        .forEach(l -> text.append('\n').append(l));
    return text.toString();
  }

  private String componentOf(PlannedResource resource) {
    if (resource.isComponent()) {
      return title(resource);
    }
    var parent = byUrn.get(resource.parent());
    return parent != null && parent.isComponent() ? title(parent) : "";
  }

  private static String title(PlannedResource component) {
    return component.kind() + " " + component.name();
  }

  private static String word(Level level) {
    return switch (level) {
      case ERROR -> "error: ";
      case WARNING -> "warning: ";
      case INFO -> "info: ";
      case DEBUG -> "";
    };
  }
}
