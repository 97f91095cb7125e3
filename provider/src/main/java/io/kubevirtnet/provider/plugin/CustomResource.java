package io.kubevirtnet.provider.plugin;

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
interface CustomResource {
  /** Its token, {@code kubevirtnet:index:NodeNetworkPolicy}. */
  String type();

  CompletableFuture<CheckResponse> check(CheckRequest request);

  CompletableFuture<DiffResponse> diff(DiffRequest request);

  CompletableFuture<CreateResponse> create(CreateRequest request);

  CompletableFuture<ReadResponse> read(ReadRequest request);

  CompletableFuture<UpdateResponse> update(UpdateRequest request);

  CompletableFuture<Empty> delete(DeleteRequest request);
}
