package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The name and the version of a network, which every plugin of it gets. */
record NetworkRules(Delegate delegate, Circumstances circumstances, Report report) {
  private static final int MAX_NAME = 174;

  void check() {
    name();
    version();
    if (delegate.isList()) {
      delegate.plugins().forEach(this::overwritten);
    }
  }

  private void name() {
    var name = written();
    if (name.isOpen() || name.isSet() && name.text().isEmpty()) {
      return;
    }
    var libcni = new Voice("libcni", "", report);
    if (delegate.config().get("name").isMissing() && !delegate.isList()) {
      libcni.advise(FrameCatalogue.NAME_LEFT_OUT, delegate.config(), "The config has no name.");
    }
    var text = name.textOrEmpty();
    if (name.isMissing() && !delegate.config().get("name").isMissing()) {
      libcni.refuse(
          FrameCatalogue.NETWORK_NAME, name, "The last name is empty.", "missing network name:");
    } else if (!text.isEmpty() && !isName(text)) {
      libcni.refuse(
          FrameCatalogue.NETWORK_NAME,
          name,
          "\"" + name.shown() + "\" is no name for a network.",
          "invalid characters found in network name; " + name.shown());
    } else if (text.length() > MAX_NAME) {
      libcni.advise(
          FrameCatalogue.NETWORK_NAME_LENGTH,
          name,
          "The name has " + text.length() + " letters, " + MAX_NAME + " is the most.");
    }
  }

  /** Multus adds a name where none is, and then it is the last one. */
  private Place written() {
    var name = delegate.config().get("name");
    return delegate.isList() || name.isMissing() ? name : delegate.config().inAnyCase("name");
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!plain && (i == 0 || c != '_' && c != '.' && c != '-')) {
        return false;
      }
    }
    return true;
  }

  /** Each plugin compares the text with those that it knows. */
  private void version() {
    var place = place();
    var version = effective().map(v -> v.isEmpty() ? CniVersions.LEFT_OUT : v);
    if (version.isEmpty() || refused(version.get(), place)) {
      return;
    }
    released(version.get(), place);
    if (isOld(version.get())) {
      report.add(
          FrameCatalogue.OLD_VERSION,
          place.written(),
          place.isSet()
              ? "Version " + place.shown() + " has no chains of plugins."
              : "A left out cniVersion stands for 0.1.0, which has no chains of plugins.");
    }
  }

  /** Plugins of an older release compare the text with fewer versions. */
  private void released(String version, Place place) {
    var since = CniVersions.release(version);
    circumstances
        .pluginsVersion()
        .filter(release -> Releases.isBefore(release, since))
        .ifPresent(
            release ->
                report.add(
                    FrameCatalogue.VERSION_TOO_NEW,
                    place.written(),
                    "Plugins take version "
                        + place.shown()
                        + " from release "
                        + since
                        + " on, the nodes have "
                        + release
                        + "."));
  }

  private boolean isOld(String version) {
    return delegate.plugins().size() > 1 && isBeforeInterfaces(version);
  }

  /** Its results name no interfaces. */
  static boolean isBeforeInterfaces(String version) {
    return version.isEmpty() || version.equals("0.1.0") || version.equals("0.2.0");
  }

  private boolean refused(String version, Place place) {
    boolean refused = false;
    for (var plugin : delegate.plugins()) {
      var known =
          plugin.sortedInAnyCase("type").text().filter(t -> !t.isEmpty()).flatMap(Plugins::main);
      var versions = known.map(Plugin::versions).orElse(CniVersions.ALL);
      if (versions.has(version)) {
        continue;
      }
      refused = true;
      var what =
          place.isSet() && CniVersions.exists(version)
              ? plugin.sortedInAnyCase("type").shown()
                  + " does not take version "
                  + place.shown()
                  + "."
              : place.isSet()
                  ? "\"" + place.shown() + "\" is no version of the CNI specification."
                  : plugin.sortedInAnyCase("type").shown()
                      + " does not take version 0.1.0, which a left out cniVersion stands for.";
      if (known.isPresent()) {
        new Voice(known.get().tool(), "", report)
            .refuse(
                FrameCatalogue.VERSION,
                place,
                what,
                "Write " + String.join(" or ", versions.usual()) + ".",
                "incompatible CNI versions; config is \""
                    + (place.isSecret() ? place.shown() : version)
                    + "\", plugin supports "
                    + versions);
      } else if (!CniVersions.exists(version)) {
        report.add(FrameCatalogue.VERSION, place.written(), what);
      }
      if (!CniVersions.exists(version)) {
        return true;
      }
    }
    return refused;
  }

  private Place place() {
    var one = one();
    return delegate.isList() && !one.isSet() ? delegate.config().get("cniVersions") : one;
  }

  /** Of a list, libcni reads it only in its own case. */
  private Place one() {
    return delegate.isList()
        ? delegate.config().get("cniVersion")
        : delegate.config().inAnyCase("cniVersion");
  }

  /** Empty when it is left out; nothing when it can not be told, or is wrong in another way. */
  Optional<String> effective() {
    var one = one();
    var many = delegate.config().get("cniVersions");
    if (one.isOpen() || one.isSet() && one.text().isEmpty()) {
      return Optional.empty();
    }
    var single = one.text().filter(t -> !t.isEmpty());
    if (!delegate.isList() || !many.isSet()) {
      return single.or(() -> Optional.of(""));
    }
    List<String> all = new ArrayList<>();
    for (var each : many.items()) {
      if (each.text().isEmpty() || SpecVersion.problem(each.textOrEmpty()).isPresent()) {
        return Optional.empty();
      }
      all.add(each.textOrEmpty());
    }
    single.ifPresent(all::add);
    return SpecVersion.chosen(all);
  }

  private void overwritten(Place plugin) {
    for (var key : List.of("name", "cniVersion")) {
      var own = plugin.get(key);
      if (own.text().isPresent() && !own.text().equals(delegate.config().get(key).text())) {
        report.add(
            FrameCatalogue.OVERWRITTEN,
            own.written(),
            "The " + key + " of a single plugin of a list is not used.");
      }
    }
  }
}
