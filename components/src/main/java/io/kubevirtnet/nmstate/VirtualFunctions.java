package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.Part;
import java.util.List;
import java.util.Optional;

/** Names of the form {@code sriov:<card>:<number>}, which mean a virtual function. */
final class VirtualFunctions {
  static final String PREFIX = "sriov:";

  private final Ifaces desired;
  private final Ifaces current;
  private final Refusals refusals;

  private VirtualFunctions(Ifaces desired, Ifaces current, Refusals refusals) {
    this.desired = desired;
    this.current = current;
    this.refusals = refusals;
  }

  static void resolve(Ifaces desired, Ifaces current, Refusals refusals) {
    var functions = new VirtualFunctions(desired, current, refusals);
    functions.names();
    functions.ports();
  }

  private void names() {
    for (var iface : List.copyOf(desired.kernel.values())) {
      var name = iface.part("name");
      if (!iface.name().startsWith(PREFIX)) {
        continue;
      }
      var found = find(name, iface.name());
      if (found.isPresent() && desired.kernel.containsKey(found.get())) {
        refusals.add(
            LinkCatalogue.SR_IOV,
            name,
            iface.name() + " is " + found.get() + ", which has an entry of its own.",
            "SR-IOV VF name "
                + iface.name()
                + " has been resolved as interface "
                + found.get()
                + ", but it is already defined in desire state");
      } else if (found.isPresent()) {
        desired.kernel.remove(iface.name());
        desired.put(iface.with(found.get(), "name"));
      }
    }
  }

  private void ports() {
    for (var iface : desired.all().filter(Iface::isController).toList()) {
      var changed = iface;
      for (var port : iface.isAbsent() ? List.<Part>of() : iface.portParts().orElse(List.of())) {
        if (port.text().filter(p -> p.startsWith(PREFIX)).isPresent()) {
          var found = find(port, iface.name());
          if (found.isPresent()) {
            changed = PortNames.renamed(changed, port.text().get(), found.get());
          }
        }
      }
      desired.put(changed);
    }
  }

  private Optional<String> find(Part place, String whose) {
    var name = place.text().orElse("");
    var parts = name.split(":", -1);
    if (parts.length != 3) {
      refusals.add(
          LinkCatalogue.SR_IOV,
          place,
          name + " is no name of a virtual function.",
          "Invalid SR-IOV VF name " + name + ", correct format is 'sriov:<pf_name>:<vf_id>'");
      return Optional.empty();
    }
    var number = WholeText.parse(parts[2], 10, false);
    var problem =
        number
            .problem()
            .or(
                () ->
                    Optional.of("number too large to fit in target type")
                        .filter(p -> number.value() > 0xffffffffL));
    if (problem.isPresent()) {
      refusals.add(
          LinkCatalogue.SR_IOV,
          place,
          name + " has no number of a virtual function.",
          "Invalid SR-IOV VF ID in "
              + name
              + ", correct format is 'sriov:<pf_name>:<vf_id>', error: "
              + problem.get());
      return Optional.empty();
    }
    var found = interfaceOf(parts[1], number.value());
    if (found.isEmpty()) {
      refusals.add(
          LinkCatalogue.SR_IOV,
          place,
          name + " is not on the node.",
          "Failed to find SR-IOV VF interface name for " + whose);
    }
    return found;
  }

  private Optional<String> interfaceOf(String card, long number) {
    return current
        .get(card, Iface.ETHERNET)
        .filter(c -> c.isType(Iface.ETHERNET))
        .flatMap(
            c ->
                c.part("ethernet", "sr-iov", "vfs").items().stream()
                    .filter(vf -> vf.get("id").number().filter(n -> n == number).isPresent())
                    .findFirst())
        .flatMap(vf -> vf.get("iface-name").text())
        .filter(n -> !n.isEmpty());
  }
}
