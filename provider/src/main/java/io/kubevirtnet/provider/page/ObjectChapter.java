package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.ResourceChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every object that is not as it was; what it says differently is folded. */
final class ObjectChapter {
  private static final String ID = "objects";

  /** Beyond it a list is folded by kind. */
  private static final int SHORT = 60;

  /** Objects that are named at all. */
  static final int MOST = 12_000;

  /** Characters of details; a browser opens a page of this size at once. */
  private static final int BUDGET = 5_000_000;

  private final Anchors anchors;
  private int left = BUDGET;
  private int folded;
  private final Set<String> used = new HashSet<>();

  private ObjectChapter(Anchors anchors) {
    this.anchors = anchors;
  }

  static Optional<PageChapter> of(Plan plan, Anchors anchors) {
    if (plan.resources().isEmpty()) {
      return Optional.empty();
    }
    var section = new ObjectChapter(anchors).section(plan.resources());
    return Optional.of(new PageChapter(ID, "Objects", plan.resources().size(), section));
  }

  private Element section(List<ResourceChange> changes) {
    var section = Piece.section(ID, "Objects").add(filter());
    var named = changes.subList(0, Math.min(changes.size(), MOST));
    for (var action : Action.values()) {
      var those = named.stream().filter(c -> c.action() == action).toList();
      if (!those.isEmpty()) {
        var word = Counts.done(action);
        section.add(
            Element.of(
                "h3",
                Character.toUpperCase(word.charAt(0))
                    + word.substring(1)
                    + ": "
                    + Piece.number(those.size())));
        section.addAll(groups(those));
      }
    }
    if (folded > 0) {
      section.add(
          Element.of(
                  "p",
                  "Of "
                      + Piece.count(folded, "object")
                      + " only the name is shown; the plan as JSON has all of them in full.")
              .kind("more"));
    }
    int unnamed = changes.size() - named.size();
    if (unnamed > 0) {
      section.add(Piece.more(unnamed, "objects"));
    }
    return section;
  }

  private List<Element> groups(List<ResourceChange> changes) {
    if (changes.size() <= SHORT) {
      return List.of(list(changes));
    }
    var byKind = new TreeMap<String, List<ResourceChange>>();
    changes.forEach(
        c -> byKind.computeIfAbsent(c.reference().kind(), k -> new ArrayList<>()).add(c));
    var groups = new ArrayList<Element>();
    byKind.forEach(
        (kind, those) ->
            groups.add(
                Element.of("details")
                    .kind("group")
                    .add(
                        Element.of("summary")
                            .add(Piece.code(kind))
                            .say(": " + Piece.number(those.size())))
                    .add(list(those))));
    return groups;
  }

  private Element list(List<ResourceChange> changes) {
    var list = Element.of("ul").kind("objects");
    for (var change : changes) {
      list.add(Element.of("li").kind("object").add(item(change)));
    }
    return list;
  }

  private Element item(ResourceChange change) {
    var details = new ObjectDetails(change, anchors);
    var title = title(change);
    int cost = details.cost();
    if (cost > left) {
      folded++;
      id(change).ifPresent(title::id);
      return title;
    }
    left -= cost;
    // A link opens what it leads into, but not the fold that it leads to.
    var body = details.body();
    id(change).ifPresent(body::id);
    return Element.of("details").add(Element.of("summary").add(title)).add(body);
  }

  /** Of two objects that are called the same, the first has it. */
  private Optional<String> id(ResourceChange change) {
    return anchors.id(change.reference()).filter(used::add);
  }

  private static Element title(ResourceChange change) {
    var title =
        Element.of("span")
            .kind("title")
            .add(
                Element.of("span", Counts.sign(change.action()))
                    .kind("action " + Counts.kind(change.action()))
                    .attribute("aria-hidden", "true"))
            .say(" ")
            .add(Piece.code(Piece.title(change.reference())));
    change.component().ifPresent(c -> title.say(" of ").add(Piece.words(c)));
    if (!change.fields().isEmpty()) {
      title
          .say(" ")
          .add(Element.of("span", Piece.count(change.fields().size(), "field")).kind("muted"));
    }
    return title;
  }

  /** The script shows it, for without one it does nothing. */
  private static Element filter() {
    return Element.of("div")
        .kind("filter")
        .attribute("hidden")
        .add(Element.of("label", "Filter the objects").attribute("for", "filter"))
        .add(
            Element.of("input")
                .id("filter")
                .attribute("type", "search")
                .attribute("autocomplete", "off")
                .attribute("spellcheck", "false"))
        .add(button("open", "Open all"))
        .add(button("close", "Close all"))
        .add(Element.of("output").id("matches").attribute("for", "filter"));
  }

  private static Element button(String id, String text) {
    return Element.of("button", text).attribute("type", "button").id(id);
  }
}
