package io.kubevirtnet.kubevirt;

/** What a person types to bring a change about. */
record Commands(String machine, String namespace) {
  static Commands of(Machine machine) {
    var metadata = machine.object().get("metadata");
    return new Commands(
        name(ShownPart.of(metadata.get("name"))),
        metadata.get("namespace").isSet() ? ShownPart.of(metadata.get("namespace")) : "");
  }

  private static String name(String shown) {
    return shown.equals(ShownPart.NONE) ? "<machine>" : shown;
  }

  String restart() {
    return command("restart");
  }

  String migrate() {
    return command("migrate");
  }

  private String command(String verb) {
    return "virtctl "
        + verb
        + " "
        + machine
        + (namespace.isEmpty() ? "" : " -n " + namespace)
        + ".";
  }
}
