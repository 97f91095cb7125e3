package io.kubevirtnet.provider.report;

import io.kubevirtnet.finding.FirstFew;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.manifest.CheckedObject;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.PlannedField;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The objects of a plan that are not as they were. */
final class ChangeText {
  private static final int OBJECTS = 100;
  private static final int FIELDS = 40;
  private static final int USERS = 10;

  /** Components are shown from the hosts up. */
  private static final List<String> FROM_THE_HOSTS_UP =
      List.of(
          "NMState",
          "BridgeNetwork",
          "NetworkAttachment",
          "VirtualMachine",
          "KubeVirtNodeType",
          "KubeVirtNodeProvider");

  private final Page page;
  private final List<Note> notes;

  ChangeText(Page page, List<Note> notes) {
    this.page = page;
    this.notes = notes;
  }

  static int rank(String component) {
    int rank = FROM_THE_HOSTS_UP.indexOf(component.split(" ", 2)[0]);
    return rank < 0 ? FROM_THE_HOSTS_UP.size() : rank;
  }

  /** All of one action under one head. */
  void section(Action action, List<ResourceChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    page.section(ActionWord.of(action).heading() + " (" + Count.of(changes.size()) + ")");
    page.some(changes, OBJECTS, Page.INDENT, c -> object(c, Page.INDENT, true));
  }

  /** What is new, by the component that makes it; notes stand with their component. */
  void created(List<ResourceChange> changes) {
    var components = new LinkedHashSet<String>();
    changes.forEach(c -> c.component().ifPresent(components::add));
    notes.forEach(n -> components.add(n.component()));
    components.remove("");
    var manifests = changes.stream().filter(c -> c.component().isEmpty()).toList();
    section(Action.CREATE, manifests);
    page.some(
        components.stream()
            .sorted(Comparator.comparingInt(ChangeText::rank).thenComparing(c -> c))
            .toList(),
        OBJECTS,
        "",
        name -> {
          page.section(name);
          NoteText.lines(notes, name, page);
          var objects =
              changes.stream().filter(c -> c.component().filter(name::equals).isPresent());
          page.some(objects.toList(), OBJECTS, Page.INDENT, c -> object(c, Page.INDENT, false));
        });
  }

  private void object(ResourceChange change, String indent, boolean withComponent) {
    var word = ActionWord.of(change.action());
    var component = change.component().filter(c -> withComponent).map(c -> " of " + c).orElse("");
    page.item(
        word.symbol() + " " + CheckedObject.title(change.reference()) + component,
        indent,
        word.colour());
    var inner = indent + Page.INDENT + Page.INDENT;
    ObjectFacts.of(change).forEach(f -> page.fact(f, inner));
    page.some(change.fields(), FIELDS, inner, f -> field(f, inner));
    change.notes().forEach(n -> page.say(n, inner));
    users(change.users(), inner);
  }

  private void field(PlannedField field, String indent) {
    page.item(
        field.path() + ": " + FieldValue.of(field.before()) + " -> " + FieldValue.of(field.after()),
        indent,
        Colour.NONE);
    if (!field.consequence().isEmpty()) {
      page.say(field.consequence(), indent + Page.INDENT);
    }
  }

  private void users(List<ObjectReference> users, String indent) {
    if (!users.isEmpty()) {
      var titles = users.stream().map(CheckedObject::title).toList();
      page.say("Used by " + FirstFew.of(titles, USERS) + ".", indent);
    }
  }
}
