package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.provider.inventory.ListFunction;
import io.kubevirtnet.provider.render.RenderFunction;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.PluginFunction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functions that the plugin answers, by token. */
final class Functions {
  private final Map<String, PluginFunction> byToken;

  /** Those of the schema; a cluster is opened only when one of them needs it. */
  static Functions all() {
    return new Functions(List.of(new ListFunction(), new RenderFunction()));
  }

  private Functions(Collection<PluginFunction> all) {
    byToken =
        all.stream()
            .collect(Collectors.toUnmodifiableMap(PluginFunction::token, Function.identity()));
  }

  PluginFunction of(String token) {
    var function = byToken.get(token);
    if (function == null) {
      throw Refusal.invalid("unknown function " + token);
    }
    return function;
  }

  void configure(Desk desk) {
    byToken.values().forEach(function -> function.configure(desk));
  }

  void cancel() {
    byToken.values().forEach(PluginFunction::cancel);
  }
}
