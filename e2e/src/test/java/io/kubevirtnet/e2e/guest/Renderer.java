package io.kubevirtnet.e2e.guest;

import io.kubevirtnet.e2e.guest.CloudInit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ways in which a guest's files are written, and what each of them leaves out by itself. */
enum Renderer {
  ENI("eni") {
    @Override
    Map<String, Wanted> read(Map<String, String> files) {
      return Eni.read(files);
    }

    @Override
    Wanted within(Wanted w) {
      return w.withoutMetrics();
    }
  },
  SYSCONFIG("sysconfig") {
    @Override
    Map<String, Wanted> read(Map<String, String> files) {
      return Sysconfig.read(files);
    }

    @Override
    Wanted within(Wanted w) {
      return w.withoutMetrics();
    }
  },
  /** Before 25.2 it makes no bonds, bridges and VLANs, and configures those of the image. */
  NETWORKD("networkd") {
    @Override
    Map<String, Wanted> read(Map<String, String> files) {
      return Networkd.read(files);
    }

    @Override
    Wanted within(Wanted w) {
      return w.withoutMetrics().alone();
    }
  },
  /** What netplan writes for systemd-networkd, and not what cloud-init writes for netplan. */
  NETPLAN("generate") {
    @Override
    Map<String, Wanted> read(Map<String, String> files) {
      return Networkd.read(files);
    }

    @Override
    String called(GeneratedGuest guest, String name) {
      return guest.entries().getOrDefault(name, name);
    }
  };

  private final String answer;

  Renderer(String answer) {
    this.answer = answer;
  }

  abstract Map<String, Wanted> read(Map<String, String> files);

  /** What the interface of that name is called in the files. */
  String called(GeneratedGuest guest, String name) {
    return name;
  }

  /** What it gives the guest, by the name of the interface in its files. */
  Map<String, Wanted> interfaces(Map<String, Answer> answers) {
    return read(answer(answers).written());
  }

  private Answer answer(Map<String, Answer> answers) {
    return Optional.ofNullable(answers.get(answer)).orElseThrow();
  }

  List<String> problems(GeneratedGuest guest, Map<String, Answer> answers) {
    var failure = answer(answers).failure();
    if (failure.isPresent()) {
      return List.of("fails: " + failure.get());
    }
    var wanted = new TreeMap<String, Wanted>();
    guest.wanted().forEach((name, w) -> wanted.put(called(guest, name), within(w)));
    var seen = interfaces(answers);
    var problems = new ArrayList<String>();
    if (!seen.keySet().equals(wanted.keySet())) {
      problems.add("has " + seen.keySet() + " instead of " + wanted.keySet());
    }
    wanted.forEach(
        (name, w) -> {
          var s = Optional.ofNullable(seen.get(name)).map(this::within);
          if (s.isPresent() && !s.get().equals(w)) {
            problems.add(name + " has " + s.get() + " instead of " + w);
          }
        });
    return problems;
  }

  /** As far as this renderer goes. */
  Wanted within(Wanted w) {
    return w;
  }
}
