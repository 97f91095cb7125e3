package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One plugin of a definition: that it is known, its keys, its place in the list, its ipam. */
record PluginRules(
    Definition definition,
    Circumstances circumstances,
    Delegate delegate,
    Optional<String> version,
    Report report) {

  /**
   * @param before types of the plugins before it
   */
  void check(Place place, List<String> before) {
    var type = typeOf(place);
    if (!place.isObject() || type.isMissing() || type.isOpen()) {
      return;
    }
    var known = Plugins.main(type.textOrEmpty());
    if (known.isEmpty()) {
      typeInOtherCase(place);
      unknown(type, Plugins.mainTypes(), "libcni");
      ipam(config(Plugin.of(type.textOrEmpty(), "types.PluginConf"), place, before));
      return;
    }
    var plugin = known.get();
    var fields = plugin.config().fields(place, plugin.field(), voice(plugin));
    var config = config(plugin, place.holding(fields), before);
    reserved(config);
    releases(config);
    chain(config);
    plugin.rules().accept(config);
    ipam(config);
    result(config);
  }

  /** Nobody knows the other keys of the plugin. */
  private void typeInOtherCase(Place plugin) {
    var fields = (Fields) plugin.tree().orElseThrow();
    fields
        .fields()
        .forEach(
            (name, value) -> {
              if (name.equalsIgnoreCase("type") && !name.equals("type")) {
                Struct.otherCase(
                    name,
                    CommonKeys.TYPE,
                    fields,
                    plugin.field(name, value),
                    new Voice("", "", report));
              }
            });
  }

  /** libcni hands on the plugins of a list with their names sorted. */
  private Place typeOf(Place plugin) {
    return delegate.isList() ? plugin.sortedInAnyCase("type") : plugin.inAnyCase("type");
  }

  private PluginConfig config(Plugin plugin, Place place, List<String> before) {
    return new PluginConfig(
        plugin,
        place,
        definition,
        circumstances,
        version,
        List.copyOf(before),
        Optional.empty(),
        voice(plugin));
  }

  private Voice voice(Plugin plugin) {
    return new Voice(plugin.tool(), plugin.reading(), report);
  }

  private void unknown(Place type, Set<String> known, String tool) {
    if (type.textOrEmpty().indexOf('/') >= 0) {
      new Voice(tool, "", report)
          .refuse(
              FrameCatalogue.TYPE_PATH,
              type,
              "\"" + type.shown() + "\" is a path.",
              "invalid plugin name: " + type.shown());
      return;
    }
    var near = Nearest.to(type.textOrEmpty(), known);
    if (near.isPresent()) {
      report.add(
          FrameCatalogue.UNKNOWN_PLUGIN,
          type.written(),
          "No plugin \"" + type.shown() + "\" is known.",
          "Did you mean \"" + near.get() + "\"?");
    }
    report.notChecked(type.written(), "plugin " + type.shown());
  }

  private static void reserved(PluginConfig config) {
    for (var name : CommonKeys.RESERVED) {
      if (config.at(name).isSet()) {
        config.advise(
            FrameCatalogue.RESERVED, config.at(name), "\"" + name + "\" is not for authors.");
      }
    }
  }

  private void releases(PluginConfig config) {
    circumstances
        .pluginsVersion()
        .ifPresent(
            release ->
                config.plugin().config().keys().values().forEach(k -> release(k, config, release)));
  }

  private static void release(Key key, PluginConfig config, String release) {
    var at = config.at(key.name());
    if (at.isSet() && key.since().filter(s -> Releases.isBefore(release, s)).isPresent()) {
      config.advise(
          FrameCatalogue.KEY_TOO_NEW,
          at,
          key.name()
              + " came with release "
              + key.since().get()
              + ", the nodes have "
              + release
              + ".");
    }
  }

  private void chain(PluginConfig config) {
    var chain = config.plugin().chain();
    if (chain.kind() == Chain.Kind.AFTER_ANOTHER && config.isFirst()) {
      config.refuse(
          FrameCatalogue.NOT_FIRST,
          config.at("type"),
          config.plugin().type() + " changes what another plugin has made; none is before it.",
          chain.message());
    }
    if (chain.kind() == Chain.Kind.ALONE && delegate.plugins().size() > 1) {
      config.refuse(
          FrameCatalogue.NOT_ALONE,
          config.at("type"),
          config.plugin().type() + " is in a list with other plugins.",
          chain.message());
    }
  }

  private void ipam(PluginConfig main) {
    var ipam = main.at("ipam");
    var type = ipam.sortedInAnyCase("type");
    var plugin = main.plugin();
    if (plugin.ipam().need() == Ipam.Need.COMPLETED) {
      return;
    }
    if (ipam.isOpen() || type.isOpen()) {
      main.voice().open(ipam.isOpen() ? ipam : type);
      return;
    }
    if (type.isMissing()) {
      untyped(main, ipam);
      return;
    }
    switch (plugin.ipam().need()) {
      case REFUSED ->
          main.refuse(
              FrameCatalogue.IPAM_REFUSED,
              type,
              plugin.type() + " takes no ipam.",
              plugin.ipam().message());
      case IGNORED ->
          main.advise(FrameCatalogue.IPAM_IGNORED, ipam, plugin.type() + " does not look at ipam.");
      case REQUIRED, ALLOWED, COMPLETED -> delegated(main, ipam, type);
    }
  }

  private static void untyped(PluginConfig main, Place ipam) {
    var plugin = main.plugin();
    if (plugin.ipam().need() == Ipam.Need.REQUIRED) {
      main.refuse(
          FrameCatalogue.IPAM_MISSING,
          ipam,
          plugin.type() + " needs addresses for its interface.",
          plugin.ipam().message());
    } else if (ipam.hasFields()) {
      main.advise(FrameCatalogue.IPAM_IGNORED, ipam, "ipam has no type.");
    }
  }

  private void delegated(PluginConfig main, Place ipam, Place type) {
    var known = Plugins.ipam(type.textOrEmpty());
    if (known.isEmpty()) {
      unknown(type, Plugins.ipamTypes(), main.plugin().tool());
      return;
    }
    var plugin = known.get();
    var voice = voice(plugin);
    var fields = plugin.config().fields(ipam, plugin.field(), voice);
    var config =
        new PluginConfig(
            plugin,
            ipam.holding(fields),
            definition,
            circumstances,
            version,
            main.before(),
            Optional.of(main),
            voice);
    releases(config);
    plugin.rules().accept(config);
  }

  /** Results before 0.3.0 are addresses and nothing else. */
  private void result(PluginConfig config) {
    boolean old = version.filter(NetworkRules::isBeforeInterfaces).isPresent();
    if (old
        && config.isFirst()
        && config.ipamIsMissing()
        && config.plugin().ipam().need() == Ipam.Need.ALLOWED) {
      config.refuse(
          PluginCatalogue.NO_RESULT,
          delegate.config().get("cniVersion"),
          config.plugin().type() + " gives no addresses.",
          "cannot convert: no valid IP addresses");
    }
  }
}
