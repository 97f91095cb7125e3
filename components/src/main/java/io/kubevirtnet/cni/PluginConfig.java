package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * The config of one plugin, for its own rules. What is of a wrong type is open, like what a preview
 * can not tell yet: rules leave it alone. Keys stand under their proper names.
 *
 * @param place the config; for an IPAM plugin the object ipam
 * @param version the version of the CNI specification that it gets, empty when it is left out;
 *     nothing where that can not be told
 * @param before types of the plugins before it in the list
 * @param main the config whose ipam this is, for an IPAM plugin
 */
record PluginConfig(
    Plugin plugin,
    Place place,
    Definition definition,
    Circumstances circumstances,
    Optional<String> version,
    List<String> before,
    Optional<PluginConfig> main,
    Voice voice) {

  Place at(String key) {
    return place.get(key);
  }

  Place at(String first, String second) {
    return place.get(first).get(second);
  }

  /** Type of the IPAM plugin; empty when there is none. */
  String ipamType() {
    return at("ipam", "type").textOrEmpty();
  }

  boolean ipamIsMissing() {
    return !at("ipam").isOpen() && at("ipam", "type").isMissing();
  }

  boolean isFirst() {
    return before.isEmpty();
  }

  /** The plugin refuses it in these words. */
  void refuse(Rule rule, Place at, String what, String message) {
    voice.refuse(rule, at, what, message);
  }

  void refuse(Rule rule, Place at, String what, String fix, String message) {
    voice.refuse(rule, at, what, fix, message);
  }

  /** What only this project says. */
  void advise(Rule rule, Place at, String what) {
    voice.advise(rule, at, what);
  }

  void advise(Rule rule, Place at, String what, String fix) {
    voice.advise(rule, at, what, fix);
  }
}
