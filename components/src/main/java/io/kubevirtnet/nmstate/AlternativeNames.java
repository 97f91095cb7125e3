package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Further names of an interface. */
final class AlternativeNames {
  private AlternativeNames() {}

  /** Entries that use a further name of an interface mean that interface. */
  static void resolve(Ifaces desired, Ifaces current, Refusals refusals) {
    Map<String, String> owners = new HashMap<>();
    current
        .kernel
        .values()
        .forEach(c -> names(c).forEach(a -> owners.put(a.get("name").text().orElse(""), c.name())));
    for (var iface : List.copyOf(desired.kernel.values())) {
      var owner = owners.get(iface.name());
      boolean byName = !iface.part("identifier").isSet() || iface.part("identifier").is("name");
      if (owner == null || !byName || current.kernel.containsKey(iface.name())) {
        continue;
      }
      var other = desired.kernel.get(owner);
      if (other != null && !(other.isAbsent() && iface.isAbsent())) {
        refusals.add(
            LinkCatalogue.ALTERNATIVE_NAME,
            iface.part("name"),
            iface.name() + " is another name of " + owner + ", which has an entry, too.",
            "Interface "
                + iface.name()
                + "/("
                + iface.type()
                + ") is alt-name of kernel interface "
                + owner
                + ", but desired state also contains a conflicting configuration for kernel"
                + " interface "
                + owner
                + ", please merge them");
        continue;
      }
      desired.kernel.remove(iface.name());
      desired.push(renamed(iface, owner, current));
    }
  }

  private static Iface renamed(Iface iface, String owner, Ifaces current) {
    var now = current.kernel.get(owner);
    boolean profiled =
        iface.part("profile-name").isSet() || now != null && now.part("profile-name").isSet();
    var named = iface.with(owner, "name");
    return iface.isUp() && !profiled ? named.with(iface.name(), "profile-name") : named;
  }

  /** No two interfaces share a name, in whatever role. */
  static void check(MergedIfaces all) {
    Map<String, String> owners = new HashMap<>();
    all.kernel
        .values()
        .forEach(
            i ->
                i.current.ifPresent(
                    c ->
                        names(c)
                            .forEach(a -> owners.put(a.get("name").text().orElse(""), c.name()))));
    all.kernel.values().stream()
        .flatMap(i -> i.applied.stream())
        .forEach(i -> names(i).forEach(a -> claim(a, i, owners, all)));
  }

  private static void claim(Part entry, Iface iface, Map<String, String> owners, MergedIfaces all) {
    var name = entry.get("name").text().orElse("");
    if (entry.get("state").isSet()) {
      owners.remove(name);
    } else if (owners.containsKey(name)) {
      var owner = owners.getOrDefault(name, "");
      if (!owner.equals(iface.name())) {
        all.refusals.add(
            LinkCatalogue.ALTERNATIVE_NAME,
            entry.get("name"),
            name + " is a name of " + owner + ".",
            "Desired alt-name "
                + name
                + " for interface "
                + iface.name()
                + " is already used by interface "
                + owner);
      }
    } else if (all.kernel.containsKey(name)) {
      all.refusals.add(
          LinkCatalogue.ALTERNATIVE_NAME,
          entry.get("name"),
          name + " is an interface.",
          "Desired alt-name "
              + name
              + " for interface "
              + iface.name()
              + " is already an interface name of other NIC");
    } else {
      owners.put(name, iface.name());
    }
  }

  /** Its own name is no further one. */
  static void checkOwn(Iface iface, Refusals refusals) {
    names(iface).stream()
        .filter(a -> !a.get("state").isSet() && a.get("name").is(iface.name()))
        .forEach(
            a ->
                refusals.add(
                    LinkCatalogue.ALTERNATIVE_NAME,
                    a.get("name"),
                    iface.name() + " is the name of the interface already.",
                    "Alternative name cannot be the same with interface name " + iface.name()));
  }

  private static List<Part> names(Iface iface) {
    return iface.part("alt-names").items();
  }
}
