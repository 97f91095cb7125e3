package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.provider.resource.CustomResource;
import io.kubevirtnet.provider.wire.Wired;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
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

class CustomResourcesTest {
  private static final String TYPE = "kubevirtnet:index:Thing";
  private static final String URN =
      "urn:pulumi:test::project::" + Fixture.BRIDGE + "$" + TYPE + "::a::b";

  @Test
  void asksTheResourceThatTheUrnNames() throws Exception {
    try (var fixture = new Fixture(new CustomResources(List.of(new Thing())), Duration.ZERO)) {
      var created =
          fixture
              .provider()
              .create(
                  CreateRequest.newBuilder().setUrn(URN).setProperties(Wired.struct("{}")).build());
      var read = fixture.provider().read(ReadRequest.newBuilder().setUrn(URN).setId("x").build());

      assertThat(created.getId()).isEqualTo("thing");
      assertThat(read.getId()).isEqualTo("x");
    }
  }

  @Test
  void tellsABugByItsClassAloneSinceItsMessageMayHoldASecret() throws Exception {
    try (var fixture = new Fixture(new CustomResources(List.of(new Thing())), Duration.ZERO)) {
      var refusal =
          Assertions.catchThrowableOfType(
              StatusRuntimeException.class,
              () -> fixture.provider().delete(DeleteRequest.newBuilder().setUrn(URN).build()));

      assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INTERNAL);
      assertThat(refusal.getStatus().getDescription())
          .contains("IllegalStateException", "KUBEVIRTNET_DEBUG=1")
          .doesNotContain("hunter2");
    }
  }

  private static final class Thing implements CustomResource {
    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public CompletableFuture<CheckResponse> check(CheckRequest request) {
      return CompletableFuture.completedFuture(CheckResponse.getDefaultInstance());
    }

    @Override
    public CompletableFuture<DiffResponse> diff(DiffRequest request) {
      return CompletableFuture.completedFuture(DiffResponse.getDefaultInstance());
    }

    @Override
    public CompletableFuture<CreateResponse> create(CreateRequest request) {
      return CompletableFuture.completedFuture(CreateResponse.newBuilder().setId("thing").build());
    }

    @Override
    public CompletableFuture<ReadResponse> read(ReadRequest request) {
      return CompletableFuture.completedFuture(
          ReadResponse.newBuilder().setId(request.getId()).build());
    }

    @Override
    public CompletableFuture<UpdateResponse> update(UpdateRequest request) {
      return CompletableFuture.completedFuture(UpdateResponse.getDefaultInstance());
    }

    @Override
    public CompletableFuture<Empty> delete(DeleteRequest request) {
      throw new IllegalStateException("hunter2");
    }
  }
}
