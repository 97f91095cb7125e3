package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.markup.InlineSource;
import io.kubevirtnet.provider.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as one HTML page. The browser is told to ask nobody for anything, whatever the page says;
 * all but the filter works without its script.
 */
public final class PlanPage {
  private PlanPage() {}

  /**
   * The page.
   *
   * @param verdict what the plan comes to, as sentences
   */
  public static String of(Plan plan, String verdict) {
    return of(plan, verdict, List.of());
  }

  /**
   * The page of a plan that somebody accepted parts of.
   *
   * @param accepted what of it and why, line by line
   */
  public static String of(Plan plan, String verdict, List<String> accepted) {
    var style = InlineSource.of(PlanPage.class, "page.css", "drawing.css", "print.css");
    var script = InlineSource.of(PlanPage.class, "page.js");
    var anchors = new Anchors(plan);
    var chapters = chapters(plan, anchors, accepted);
    var main =
        Element.of("main").id("content").attribute("tabindex", "-1").add(head(plan, verdict));
    main.add(contents(chapters));
    chapters.forEach(c -> main.add(c.section()));
    var html =
        Element.of("html")
            .attribute("lang", "en")
            .add(
                Element.of("head")
                    .add(Element.of("meta").attribute("charset", "utf-8"))
                    .add(policy(style, script))
                    .add(meta("viewport", "width=device-width, initial-scale=1"))
                    .add(meta("color-scheme", "light dark"))
                    .add(meta("referrer", "no-referrer"))
                    .add(Element.of("title", "Plan of the network"))
                    .add(Element.of("style").add(style)))
            .add(
                Element.of("body")
                    .add(
                        Element.of("a", "Skip to the plan")
                            .kind("skip")
                            .attribute("href", "#content"))
                    .add(main)
                    .add(Element.of("script").add(script)));
    return "<!DOCTYPE html>\n" + html.text() + "\n";
  }

  private static List<PageChapter> chapters(Plan plan, Anchors anchors, List<String> accepted) {
    var chapters = new ArrayList<PageChapter>();
    RiskChapter.of(plan).ifPresent(chapters::add);
    FindingChapter.of(plan, anchors).ifPresent(chapters::add);
    DrawingChapter.of(plan, anchors).ifPresent(chapters::add);
    NodeChapter.of(plan, anchors).ifPresent(chapters::add);
    MachineChapter.of(plan, anchors).ifPresent(chapters::add);
    ObjectChapter.of(plan, anchors).ifPresent(chapters::add);
    chapters.addAll(LastChapters.of(plan, anchors, accepted));
    return chapters;
  }

  private static Element head(Plan plan, String verdict) {
    var kind =
        plan.hasErrors()
            ? "stop"
            : !plan.risks().isEmpty() ? "caution" : plan.isEmpty() ? "calm" : "go";
    var sign =
        switch (kind) {
          case "stop" -> "\u2715";
          case "caution" -> "\u25b2";
          case "calm" -> "=";
          default -> "\u2713";
        };
    return Element.of("header")
        .kind("verdict " + kind)
        .add(Element.of("h1", "Plan of the network"))
        .add(
            Element.of("p")
                .kind("says")
                .add(Element.of("span", sign).kind("mark").attribute("aria-hidden", "true"))
                .add(Element.of("bdi", verdict)))
        .add(Counts.of(plan));
  }

  private static Element contents(List<PageChapter> chapters) {
    var list = Element.of("ul");
    for (var chapter : chapters) {
      var item = Element.of("a", chapter.title()).attribute("href", "#" + chapter.id());
      if (chapter.count() > 0) {
        item.say(" ").add(Element.of("span", Piece.number(chapter.count())).kind("number"));
      }
      list.add(Element.of("li").add(item));
    }
    return Element.of("nav").attribute("aria-label", "On this page").add(list);
  }

  private static Element policy(InlineSource style, InlineSource script) {
    return Element.of("meta")
        .attribute("http-equiv", "Content-Security-Policy")
        .attribute(
            "content",
            "default-src 'none'; style-src "
                + style.hash()
                + "; script-src "
                + script.hash()
                + "; base-uri 'none'; form-action 'none'");
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").attribute("name", name).attribute("content", content);
  }
}
