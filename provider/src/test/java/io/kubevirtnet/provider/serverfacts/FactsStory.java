package io.kubevirtnet.provider.serverfacts;

import io.kubevirtnet.provider.resource.TestDesk;
import io.kubevirtnet.provider.wire.Wired;
import java.util.List;
import java.util.Optional;
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

/** The facts of one server cluster, and what the engine would do with them. */
final class FactsStory {
  static final String URN =
      "urn:pulumi:test::project::kubevirtnet:index:NetrisServerCluster::tenant-a";
  static final String ID = "tenant-a";

  final FakeUsers cluster = new FakeUsers();
  final TestDesk desk = new TestDesk();
  final List<String> said = desk.said();
  private Optional<FactsResource> started = Optional.empty();

  FactsResource resource() {
    if (started.isEmpty()) {
      var resource = new FactsResource(c -> cluster);
      resource.configure(desk);
      started = Optional.of(resource);
    }
    return started.get();
  }

  CheckResponse check(String inputs) {
    return resource()
        .check(CheckRequest.newBuilder().setUrn(URN).setNews(Wired.struct(inputs)).build())
        .join();
  }

  DiffResponse diff(String before, String after) {
    return resource()
        .diff(
            DiffRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setOldInputs(Wired.struct(before))
                .setNews(Wired.struct(after))
                .build())
        .join();
  }

  CreateResponse create(String inputs, boolean preview) {
    return resource()
        .create(
            CreateRequest.newBuilder()
                .setUrn(URN)
                .setProperties(Wired.struct(inputs))
                .setPreview(preview)
                .build())
        .join();
  }

  UpdateResponse update(String before, String after) {
    return resource()
        .update(
            UpdateRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setOldInputs(Wired.struct(before))
                .setNews(Wired.struct(after))
                .build())
        .join();
  }

  ReadResponse read(String inputs) {
    return resource()
        .read(
            ReadRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setInputs(Wired.struct(inputs))
                .setProperties(Wired.struct("{\"serverCluster\": \"tenant-a\"}"))
                .build())
        .join();
  }

  ReadResponse importing(String id) {
    return resource().read(ReadRequest.newBuilder().setUrn(URN).setId(id).build()).join();
  }

  void delete(String inputs) {
    resource()
        .delete(
            DeleteRequest.newBuilder()
                .setUrn(URN)
                .setId(ID)
                .setOldInputs(Wired.struct(inputs))
                .build())
        .join();
  }
}
