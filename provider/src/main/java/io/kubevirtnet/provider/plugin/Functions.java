package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.component.Call;
import io.kubevirtnet.provider.inventory.ListFunction;
import io.kubevirtnet.provider.netris.NetrisFunction;
import io.kubevirtnet.provider.render.RenderFunction;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** The functions that the plugin answers, by token: to the engine, and to components of its own. */
final class Functions {
  private final Map<String, PluginFunction> byToken;

  /** Those of the schema; a cluster is opened only when one of them needs it. */
  static Functions all() {
    return new Functions(List.of(new ListFunction(), new NetrisFunction(), new RenderFunction()));
  }

  /** Just these. */
  static Functions of(PluginFunction... functions) {
    return new Functions(List.of(functions));
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

  /**
   * Asks one of them from inside; what goes wrong is told as an engine would tell it.
   *
   * @param preview whether nothing is made in this run
   */
  CompletableFuture<Fields> ask(Call call, boolean preview) {
    var request =
        InvokeRequest.newBuilder()
            .setTok(call.token())
            .setArgs(TreeWriter.VALUES_ONLY.write(call.args()))
            .setPreview(preview)
            .build();
    return Answer.started(() -> of(call.token()).invoke(request)).thenApply(Functions::answer);
  }

  private static Fields answer(InvokeResponse response) {
    if (response.getFailuresCount() > 0) {
      throw Refusal.invalid(
          response.getFailuresList().stream()
              .map(CheckFailure::getReason)
              .collect(Collectors.joining("; ")));
    }
    return InputReader.read(response.getReturn()).tree();
  }

  void configure(Desk desk) {
    byToken.values().forEach(function -> function.configure(desk));
  }

  void cancel() {
    byToken.values().forEach(PluginFunction::cancel);
  }
}
