package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the shape of a state: names, types and ranges of its settings. */
final class ShapeCatalogue {
  private ShapeCatalogue() {}

  static final Rule UNKNOWN_SETTING =
      Rule.refused("KVN-N100", "Setting that nmstate does not know")
          .why("nmstate refuses a state with a setting that it does not know, on each node.")
          .fix(
              "Correct the name, or take the setting out; names are written with hyphens, those of bond options with underscores.")
          .source("nmstate: deny_unknown_fields of its parser")
          .example(
              """
              desired:
                interfaces:
                  - {name: eth1, type: dummy, mtuu: 1500}
              """);

  static final Rule WRONG_TYPE =
      Rule.refused("KVN-N101", "Value of the wrong type")
          .why(
              "nmstate reads each setting as one type: text, number, yes or no, a list or a group of settings.")
          .fix("Write a value of that type.")
          .source("nmstate: its parser")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: perhaps}}
              """);

  static final Rule NUMBER =
      Rule.refused("KVN-N102", "Number that does not fit")
          .why("nmstate holds each number in a fixed size.")
          .fix("Write a number within the range.")
          .source("nmstate: its parser")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, mtu: large}
              """);

  static final Rule CHOICE =
      Rule.refused("KVN-N103", "Word that nmstate does not know")
          .why("The setting takes one of a few words.")
          .fix("Write one of them.")
          .source("nmstate: its parser")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, state: upp}
              """);

  static final Rule MISSING_SETTING =
      Rule.refused("KVN-N104", "Setting that can not be left out")
          .why("nmstate does not read this group of settings without it.")
          .fix("Add the setting.")
          .source("nmstate: its parser")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2.1}]}}
              """);

  static final Rule ADDRESS =
      Rule.refused("KVN-N105", "Text that is no address")
          .why("nmstate takes addresses in their usual notation, without leading zeros.")
          .fix("Correct the address.")
          .source("nmstate: its parser")
          .example(
              """
              desired:
                interfaces:
                  - {name: dummy1, type: dummy, ipv4: {enabled: true, address: [{ip: 192.0.2, prefix-length: 24}]}}
              """);

  static final List<Rule> ALL =
      List.of(UNKNOWN_SETTING, WRONG_TYPE, NUMBER, CHOICE, MISSING_SETTING, ADDRESS);
}
