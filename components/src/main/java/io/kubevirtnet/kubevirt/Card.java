package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One interface of a machine with its network, found by their common name as KubeVirt finds them.
 * One of the two may be missing.
 */
record Card(
    String name,
    Optional<Part> nic,
    Optional<Part> network,
    Map<String, Object> nicForm,
    Map<String, Object> networkForm) {
  static final String BINDING = "binding";
  static final String BRIDGE = "bridge";
  static final String SRIOV = "sriov";
  static final String PASST = "passtBinding";
  static final String MASQUERADE = "masquerade";
  static final String STATE = "state";
  static final String ABSENT = "absent";
  static final String POD = "pod";
  static final String MULTUS = "multus";
  static final String NETWORK_NAME = "networkName";
  static final String CLAIM = "resourceClaim";

  /** The names of bindings that are a field of their own. */
  static final List<String> METHODS =
      List.of(BRIDGE, MASQUERADE, SRIOV, PASST, "slirp", "macvtap", "passt");

  static final List<String> SOURCES = List.of(POD, MULTUS, CLAIM);

  boolean isPod() {
    return networkForm.containsKey(POD);
  }

  boolean isMultus() {
    return networkForm.containsKey(MULTUS);
  }

  boolean isMultusDefault() {
    return network.filter(n -> n.get(MULTUS, "default").isTrue()).isPresent();
  }

  /** On a network besides that of the pod: the only ones that come and go while it runs. */
  boolean isSecondary() {
    return isMultus() && !isMultusDefault();
  }

  boolean has(String method) {
    return nicForm.containsKey(method);
  }

  boolean isPluggable() {
    return has(BRIDGE) || has(SRIOV);
  }

  /** {@code bridge}, {@code plugin passt}, or nothing. */
  Optional<String> binding() {
    var plugin = nic.map(n -> n.get(BINDING)).filter(Part::isSet);
    return METHODS.stream()
        .filter(this::has)
        .findFirst()
        .or(() -> plugin.map(p -> "plugin " + ShownPart.of(p.get("name"))));
  }

  /** Empty is up. */
  String state() {
    var state = text(STATE);
    return state.isEmpty() ? "up" : state;
  }

  boolean isAbsent() {
    return state().equals(ABSENT);
  }

  /** The text of a field of the interface; empty where none is, or none is known. */
  String text(String field) {
    return nic.flatMap(n -> n.get(field).text()).orElse("");
  }

  Optional<String> mac() {
    return nic.map(n -> n.get("macAddress"))
        .filter(Part::isSet)
        .map(ShownPart::of)
        .filter(m -> !m.isEmpty());
  }

  /** What the author calls it by: {@code bridge on vms/lan}. */
  String shown() {
    var source =
        isPod()
            ? "the pod network"
            : network
                .map(n -> ShownPart.of(n.get(MULTUS, NETWORK_NAME)))
                .filter(n -> !n.isEmpty())
                .orElse("no network");
    return binding().orElse("no binding") + " on " + source + (isAbsent() ? ", absent" : "");
  }

  /** Where an author would look for it. */
  Part place() {
    return nic.or(() -> network).orElseThrow();
  }
}
