package io.kubevirtnet.e2e.cni;

import io.kubevirtnet.e2e.chance.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions: two in five right, two with one fault, one with several. */
final class DefinitionGenerator {
  private final Dice dice;
  private final PluginGenerator plugins;

  private DefinitionGenerator(long seed) {
    this.dice = new Dice(seed);
    this.plugins = new PluginGenerator(dice);
  }

  /** The same for the same seed. */
  static GeneratedDefinition next(long seed) {
    return new DefinitionGenerator(seed).definition(seed);
  }

  private GeneratedDefinition definition(long seed) {
    var name = dice.oneIn(40) ? dice.of("0net", "my.net") : dice.of("blue", "net-7", "vlan100");
    var config = config(name);
    int faults =
        switch (dice.upTo(5)) {
          case 0, 1 -> 0;
          case 2, 3 -> 1;
          default -> 2 + dice.upTo(3);
        };
    for (int i = 0; i < faults; i++) {
      config = new Faults(dice).applied(config);
    }
    return new GeneratedDefinition(seed, name, "vms", config, faults);
  }

  private Map<String, Object> config(String name) {
    var config = new LinkedHashMap<String, Object>();
    config.put("cniVersion", dice.of("0.3.1", "0.3.1", "0.4.0", "1.0.0", "1.1.0"));
    config.put("name", dice.oneIn(5) ? "Other_net.1" : name);
    var main = plugins.main(dice.of(PluginGenerator.MAIN));
    if (dice.oneIn(2)) {
      config.putAll(main);
    } else {
      var list = new ArrayList<Object>(List.of(main));
      if (!"loopback".equals(main.get("type"))) {
        dice.some(PluginGenerator.CHAINED, 3).forEach(type -> list.add(plugins.chained(type)));
      }
      config.put("plugins", list);
      if (dice.oneIn(6)) {
        config.put("disableCheck", dice.oneIn(2));
      }
    }
    return config;
  }
}
