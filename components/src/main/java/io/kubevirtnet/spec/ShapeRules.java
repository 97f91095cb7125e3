package io.kubevirtnet.spec;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What an input must be before its meaning can be looked at. */
public final class ShapeRules {
  private ShapeRules() {}

  public static final Rule UNKNOWN_PROPERTY =
      Rule.refused("KVN-X001", "Property that does not exist")
          .why("The schema has no property of this name here, so it would have no effect.")
          .fix("Correct the name or remove it.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, rollout: plain, bridgeNam: br1}
              """);

  public static final Rule WRONG_TYPE =
      Rule.refused("KVN-X002", "Value of the wrong type")
          .why("The schema states one type for each property.")
          .fix("Write a value of that type.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, rollout: plain, mtu: "9000"}
              """);

  public static final Rule UNKNOWN_CHOICE =
      Rule.refused("KVN-X003", "Value that is not one of the choices")
          .why("Only the listed values have a meaning here.")
          .fix("Choose one of them.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, rollout: slow}
              """);

  public static final Rule MISSING =
      Rule.refused("KVN-X004", "Required property left out")
          .why("There is no value that would be right for everyone, so there is no default.")
          .fix("Set it.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:BridgeNetwork
              properties: {uplink: {nic: ens4}, ipv4: {}}
              """);

  public static final Rule NOT_PLAIN =
      Rule.refused("KVN-X005", "Value that must be known in a preview")
          .why("How many objects there are, and what they are called, depends on it.")
          .fix("Give it as a plain value or from configuration, not as the output of a resource.")
          .source("schema.json")
          .example(
              """
              type: kubevirtnet:NetworkAttachment
              properties: {namespace: "${unknown}", linuxBridge: {bridgeName: br1}}
              """);

  public static final List<Rule> ALL =
      List.of(UNKNOWN_PROPERTY, WRONG_TYPE, UNKNOWN_CHOICE, MISSING, NOT_PLAIN);
}
