package io.kubevirtnet.provider.resource;

import com.google.protobuf.Empty;
import java.util.concurrent.CompletableFuture;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** One type of resource that the plugin itself makes. */
public interface CustomResource {
  /** Its token, {@code kubevirtnet:index:NodeNetworkPolicy}. */
  String type();

  /** The provider is configured: what it works with from now on. */
  default void configure(Desk desk) {}

  /** What is under way ends soon, with what it has reached; nothing new is begun. */
  default void cancel() {}

  CompletableFuture<CheckResponse> check(CheckRequest request);

  CompletableFuture<DiffResponse> diff(DiffRequest request);

  CompletableFuture<CreateResponse> create(CreateRequest request);

  CompletableFuture<ReadResponse> read(ReadRequest request);

  CompletableFuture<UpdateResponse> update(UpdateRequest request);

  CompletableFuture<Empty> delete(DeleteRequest request);
}
