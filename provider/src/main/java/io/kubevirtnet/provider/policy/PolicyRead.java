package io.kubevirtnet.provider.policy;

import com.google.protobuf.Struct;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.value.Tree.Fields;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;

/**
 * A refresh or an import. The engine also refreshes before each update, in a preview, too, so that
 * a cluster which can not be asked changes nothing.
 */
final class PolicyRead {
  private final Connection connection;
  private final Messages messages;
  private final Time time;

  PolicyRead(Connection connection, Messages messages, Time time) {
    this.connection = connection;
    this.messages = messages;
    this.time = time;
  }

  ReadResponse answer(ReadRequest request) {
    if (connection.choice().offline()) {
      return unchanged(request);
    }
    try {
      return connection.look(
          cluster ->
              request.getProperties().getFieldsCount() == 0
                  ? imported(cluster, request)
                  : refreshed(cluster, request));
    } catch (ClusterProblem problem) {
      if (request.getProperties().getFieldsCount() == 0
          || problem.kind() == ClusterProblem.Kind.CANCELLED) {
        throw problem;
      }
      messages.warning("not refreshed: " + ClusterRules.sentence(problem));
      return unchanged(request);
    }
  }

  private static ReadResponse unchanged(ReadRequest request) {
    return ReadResponse.newBuilder()
        .setId(request.getId())
        .setProperties(request.getProperties())
        .setInputs(request.getInputs())
        .setRefreshBeforeUpdate(true)
        .build();
  }

  private ReadResponse refreshed(Cluster cluster, ReadRequest request) {
    var old = PolicyState.read(tree(request.getProperties()));
    SameCluster.require(cluster, old);
    var inputs = PolicyInputs.read(tree(request.getInputs()), Urn.name(request.getUrn()));
    var seen = new ReadStep(new Scene(cluster, request.getUrn(), messages, time), inputs).run(old);
    if (seen.isEmpty()) {
      return ReadResponse.getDefaultInstance();
    }
    if (!seen.get().drift().isEmpty()) {
      messages.warning(
          new LifeProblem(LifeCatalogue.DRIFT, String.join(". ", seen.get().drift()) + ".").text());
    }
    return unchanged(request).toBuilder().setProperties(Answers.state(seen.get())).build();
  }

  private static ReadResponse imported(Cluster cluster, ReadRequest request) {
    return cluster
        .policy(request.getId())
        .map(policy -> Import.answer(cluster, policy, request.getUrn()))
        .orElseGet(ReadResponse::getDefaultInstance);
  }

  private static Fields tree(Struct struct) {
    return InputReader.read(struct).tree();
  }
}
