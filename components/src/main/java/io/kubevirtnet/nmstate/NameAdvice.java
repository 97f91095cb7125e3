package io.kubevirtnet.nmstate;

import io.kubevirtnet.link.InterfaceName;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree.Fields;
import java.util.HashSet;
import java.util.Set;

/** Names and types of interfaces. */
final class NameAdvice {
  private NameAdvice() {}

  static void check(Advice advice) {
    Set<Ifaces.Key> seen = new HashSet<>();
    for (var entry : advice.state.get("interfaces").items()) {
      var name = entry.get("name");
      if (name.text().isEmpty()) {
        continue;
      }
      type(entry.get("type"), advice);
      if (entry.get("type").isOpen() || !(entry.tree().orElseThrow() instanceof Fields f)) {
        continue;
      }
      var iface = new Iface(f, entry.path());
      var key = iface.isUserspace() ? Ifaces.Key.of(iface) : new Ifaces.Key(iface.name(), "kernel");
      if (!seen.add(key)) {
        advice.add(AdviceCatalogue.SAME_ENTRY, name, name.shown() + " has an entry above already.");
      }
      if (iface.isUp() && !iface.name().startsWith(VirtualFunctions.PREFIX)) {
        length(iface, advice);
      }
    }
  }

  private static void length(Iface iface, Advice advice) {
    boolean kernelName = !iface.isUserspace() && !iface.part("identifier").isSet();
    if (kernelName) {
      InterfaceName.problem(iface.name())
          .ifPresent(
              p ->
                  advice.add(
                      AdviceCatalogue.NAME,
                      iface.part("name"),
                      "\"" + iface.part("name").shown() + "\" " + p + "."));
    }
  }

  private static void type(Part type, Advice advice) {
    if (type.text().filter(t -> !InterfaceSchema.isKnown(t)).isPresent()) {
      advice.add(
          AdviceCatalogue.UNKNOWN_TYPE, type, "\"" + type.shown() + "\" is no type of nmstate.");
    }
  }
}
