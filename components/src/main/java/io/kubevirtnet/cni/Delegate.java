package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What Multus makes of a config: it reads the keys of all plugins, and then runs one or a list.
 *
 * @param config the config as it stands
 * @param plugins what will be run, one after the other; none where that can not be told
 */
record Delegate(Place config, boolean isList, List<Place> plugins) {
  private static final String LOAD = "LoadDelegateNetConf: ";
  private static final String LOAD_LIST = LOAD + "failed with: LoadDelegateNetConfList: ";
  private static final GoField START = new GoField("PluginConf", "");
  private static final GoField LIST_START = new GoField("NetConfList", "");

  /** What else it reads of a list; libcni has more to say about the rest. */
  private static final Struct LIST =
      Struct.of(
          "types.NetConfList",
          Key.of("cniVersion", GoType.ANYTHING),
          Key.of("cniVersions", GoType.ANYTHING),
          Key.of("name", GoType.ANYTHING).exactly(),
          Key.of("type", GoType.ANYTHING),
          Key.flag("disableCheck"),
          Key.flag("disableGC"),
          Key.of("loadOnlyInlinedPlugins", GoType.ANYTHING),
          Key.of("plugins", new GoType.Listed("[]*types.PluginConf", CommonKeys.PLUGIN)).exactly());

  static Delegate read(Definition definition, Report report) {
    var config = Place.of(definition.path(), definition.config());
    var voice = new Voice("multus", LOAD + "error unmarshalling delegate config: ", report);
    var read = config.holding(CommonKeys.PLUGIN.fields(config, START, voice));
    if (read.get("type").isOpen()) {
      return new Delegate(config, false, List.of());
    }
    return read.get("type").textOrEmpty().isEmpty() ? list(config, report) : single(config, voice);
  }

  private static Delegate single(Place config, Voice voice) {
    var plugins = config.get("plugins");
    if (!plugins.isSet()) {
      return new Delegate(config, false, List.of(config));
    }
    var what = "There is a type as well as a list of plugins.";
    if (plugins.items().stream().allMatch(p -> p.get("type").isSet())) {
      voice.advise(FrameCatalogue.TYPE_AND_PLUGINS, plugins, what);
    } else {
      voice.admission().refuse(FrameCatalogue.TYPE_AND_PLUGINS, plugins, what, Voice.NOT_ADMITTED);
    }
    var fields = (Fields) config.tree().orElseThrow();
    var rest = new LinkedHashMap<>(fields.fields());
    rest.remove("plugins");
    var single = config.holding(new Fields(rest, fields.marks()));
    return new Delegate(single, false, List.of(single));
  }

  private static Delegate list(Place config, Report report) {
    var voice = new Voice("multus", LOAD_LIST + "error unmarshalling delegate conflist: ", report);
    var list = config.holding(LIST.fields(config, LIST_START, voice));
    if (!config.inAnyCase("plugins").isSet()) {
      voice.refuse(
          FrameCatalogue.CONFIG,
          list,
          "There is neither a type nor a list of plugins.",
          LOAD_LIST + "delegate must have the 'type' or 'plugin' field");
    }
    var plugins = config.inAnyCase("plugins").items();
    if (hasNoType(plugins)) {
      voice.refuse(
          FrameCatalogue.TYPE_MISSING,
          plugins.get(0),
          "The first plugin has no type.",
          LOAD_LIST + "a plugin delegate must have the 'type' field");
    }
    return new Delegate(config, true, plugins);
  }

  private static boolean hasNoType(List<Place> plugins) {
    return !plugins.isEmpty()
        && plugins.get(0).isObject()
        && plugins.get(0).inAnyCase("type").isMissing();
  }
}
