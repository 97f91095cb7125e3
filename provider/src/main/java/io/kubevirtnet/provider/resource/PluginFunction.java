package io.kubevirtnet.provider.resource;

import java.util.concurrent.CompletableFuture;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** One function that the plugin answers. */
public interface PluginFunction {
  /** Its token, {@code kubevirtnet:index:listNetworkAttachments}. */
  String token();

  /** The provider is configured: what it works with from now on. */
  default void configure(Desk desk) {}

  /** What is under way ends soon; nothing new is begun. */
  default void cancel() {}

  CompletableFuture<InvokeResponse> invoke(InvokeRequest request);
}
