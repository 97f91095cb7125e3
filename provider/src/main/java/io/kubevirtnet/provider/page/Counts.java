package io.kubevirtnet.provider.page;

import io.kubevirtnet.provider.markup.Element;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.Plan;

/** How much changes, in numbers. */
final class Counts {
  private Counts() {}

  static Element of(Plan plan) {
    var list = Element.of("ul").kind("counts").attribute("aria-label", "Objects");
    for (var action : Action.values()) {
      int number = (int) plan.resources().stream().filter(r -> r.action() == action).count();
      if (number > 0) {
        list.add(
            Element.of("li")
                .add(
                    Piece.badge(
                        kind(action), sign(action), Piece.number(number) + " " + done(action))));
      }
    }
    return list.add(
        Element.of("li")
            .add(Piece.badge("plain", "=", Piece.number(plan.unchanged()) + " unchanged")));
  }

  static String kind(Action action) {
    return switch (action) {
      case DELETE -> "deleted";
      case REPLACE -> "replaced";
      case CHANGE -> "changed";
      case REWORD -> "plain";
      case CREATE -> "created";
    };
  }

  static String sign(Action action) {
    return switch (action) {
      case DELETE -> "\u2212";
      case REPLACE -> "\u00b1";
      case CHANGE -> "~";
      case REWORD -> "\u2248";
      case CREATE -> "+";
    };
  }

  static String done(Action action) {
    return switch (action) {
      case DELETE -> "deleted";
      case REPLACE -> "replaced";
      case CHANGE -> "changed";
      case REWORD -> "reworded";
      case CREATE -> "created";
    };
  }
}
