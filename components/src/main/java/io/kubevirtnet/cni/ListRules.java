package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;
import java.util.Locale;

/** What libcni asks of a list of plugins, in its order; it takes names only in their own case. */
final class ListRules {
  private static final String PARSING = "error parsing configuration list: ";

  private final Delegate list;
  private final Voice voice;

  ListRules(Delegate list, Report report) {
    this.list = list;
    this.voice = new Voice("libcni", PARSING, report);
  }

  void check() {
    if (!list.config().inAnyCase("name").isSet()) {
      voice
          .admission()
          .refuse(
              FrameCatalogue.LIST_NAME, list.config(), "The list has no name.", Voice.NOT_ADMITTED);
    }
    flag("loadOnlyInlinedPlugins");
    versions();
    var plugins = list.config().get("plugins");
    if (plugins.isList() && plugins.items().isEmpty() && list.plugins().isEmpty()) {
      voice.refuse(
          FrameCatalogue.CONFIG,
          plugins,
          "The list of plugins is empty.",
          PARSING + "no plugins in list");
    }
    for (int i = 0; i < list.plugins().size(); i++) {
      boolean toldByMultus = i == 0 && list.plugins().get(0).inAnyCase("type").isMissing();
      if (!toldByMultus
          && list.plugins().get(i).isObject()
          && list.plugins().get(i).sortedInAnyCase("type").isMissing()) {
        voice.refuse(
            FrameCatalogue.TYPE_MISSING,
            list.plugins().get(i),
            "Plugin " + (i + 1) + " of the list has no type.",
            "failed to parse plugin config " + i + ": error parsing configuration: missing 'type'");
      }
    }
  }

  private void flag(String name) {
    var flag = list.config().get(name);
    if (!flag.isSet() || flag.isOpen() || flag.isFlag()) {
      return;
    }
    var text = flag.textOrEmpty().toLowerCase(Locale.ROOT);
    if (flag.text().isEmpty()) {
      voice.refuse(
          FrameCatalogue.WRONG_TYPE,
          flag,
          "This is neither true nor false.",
          PARSING + "invalid type " + GoType.inMap(flag) + " for " + name);
    } else if (!text.equals("true") && !text.equals("false")) {
      voice.refuse(
          FrameCatalogue.WRONG_TYPE,
          flag,
          "\"" + flag.shown() + "\" is neither true nor false.",
          PARSING
              + "invalid value \""
              + (flag.isSecret() ? flag.shown() : text)
              + "\" for "
              + name);
    }
  }

  private void versions() {
    var versions = list.config().get("cniVersions");
    if (!versions.isSet() || versions.isOpen()) {
      return;
    }
    if (!versions.isList()) {
      voice.refuse(
          FrameCatalogue.WRONG_TYPE,
          versions,
          "cniVersions is no list.",
          PARSING + "invalid type for cniVersions: []interface {}");
    }
    var items = versions.items();
    for (int i = 0; i < items.size(); i++) {
      version(items.get(i), i);
    }
  }

  private void version(Place version, int index) {
    if (version.isOpen()) {
      return;
    }
    if (version.text().isEmpty()) {
      voice.refuse(
          FrameCatalogue.WRONG_TYPE,
          version,
          "This is no version.",
          PARSING + "invalid type for cniVersions index " + index + ": " + GoType.inMap(version));
      return;
    }
    SpecVersion.problem(version.textOrEmpty())
        .ifPresent(
            problem ->
                voice.refuse(
                    FrameCatalogue.VERSION,
                    version,
                    "\"" + version.shown() + "\" is no version of the CNI specification.",
                    PARSING
                        + "invalid cniVersions entry "
                        + version.shown()
                        + " at index "
                        + index
                        + ": "
                        + (version.isSecret() ? version.shown() : problem)));
  }
}
