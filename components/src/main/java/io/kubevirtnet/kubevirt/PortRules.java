package io.kubevirtnet.kubevirt;

import java.util.HashSet;
import java.util.List;

/** KubeVirt admitter: netiface.go. Ports matter on the pod network only. */
final class PortRules {
  private static final int TOO_LARGE = 65536;

  private final boolean from1_9;
  private final Admission admission;

  private PortRules(boolean from1_9, Admission admission) {
    this.from1_9 = from1_9;
    this.admission = admission;
  }

  static void check(Nic nic, Wiring wiring, Admission admission) {
    var ports = nic.place.get("ports").items();
    if (ports.isEmpty()) {
      return;
    }
    var rules = new PortRules(wiring.config.release().isAtLeast(KubeVirtRelease.V1_9), admission);
    var pod = wiring.isOnPod(nic);
    if (pod == Truth.YES) {
      rules.names(ports);
      for (var port : ports) {
        rules.number(port);
        rules.protocol(port);
      }
    } else if (pod == Truth.NO) {
      for (var port : ports) {
        rules.required(port);
      }
    }
  }

  private void names(List<Place> ports) {
    var names = new HashSet<String>();
    for (var port : ports) {
      var name = port.get("name");
      if (!name.isThere() || name.is("")) {
        continue;
      }
      if (!names.add(name.text())) {
        admission.refuse(
            FieldCatalogue.PORT_NAME_TWICE,
            name,
            "Two ports are called \"" + name.shown() + "\".",
            Cause.DUPLICATE,
            "Duplicate name of the port: " + name.shown());
      }
      if (!Ascii.isPortName(name.text())) {
        admission.refuse(
            FieldCatalogue.PORT_NAME,
            name,
            "\"" + name.shown() + "\" is no name for a port.",
            Cause.INVALID,
            "Invalid name of the port: " + name.shown());
      }
    }
  }

  /** Before 1.9 the field was the whole port, and 65536 was one. */
  private void number(Place port) {
    var number = port.get("port");
    if (number.isOpen()) {
      return;
    }
    long value = number.number();
    var field = admission.field(from1_9 ? number : port);
    if (value == 0) {
      admission.refuse(
          FieldCatalogue.NO_PORT,
          number,
          number.isSet() ? "0 is no port." : "The number of the port is left out.",
          FieldCatalogue.NO_PORT.fix(),
          Cause.REQUIRED,
          field,
          "Port field is mandatory.");
    } else if (value < 0 || value > TOO_LARGE || value == TOO_LARGE && from1_9) {
      admission.refuse(
          FieldCatalogue.PORT,
          number,
          number.shown() + " is no port.",
          FieldCatalogue.PORT.fix(),
          Cause.INVALID,
          field,
          "Port field must be in range 0 < x < 65536.");
    } else if (value == TOO_LARGE) {
      admission.advise(
          FieldCatalogue.PORT, number, number.shown() + " is no port.", FieldCatalogue.PORT.fix());
    }
  }

  private void protocol(Place port) {
    var protocol = port.get("protocol");
    if (protocol.isThere() && !protocol.is("") && !isProtocol(protocol)) {
      refuseProtocol(protocol, admission);
    }
  }

  static boolean isProtocol(Place protocol) {
    return protocol.is("TCP") || protocol.is("UDP");
  }

  static void refuseProtocol(Place protocol, Admission admission) {
    admission.refuse(
        FieldCatalogue.PROTOCOL,
        protocol,
        protocol.isSet()
            ? "\"" + protocol.shown() + "\" is not TCP or UDP."
            : "The protocol is left out.",
        Cause.INVALID,
        "Unknown protocol, only TCP or UDP allowed");
  }

  private void required(Place port) {
    var number = port.get("port");
    if (port.isThere() && number.isMissing()) {
      admission.refuseWithout(number, "port");
    }
  }
}
