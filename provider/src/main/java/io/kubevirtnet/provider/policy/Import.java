package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.Cluster;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import pulumirpc.Provider.ReadResponse;

/**
 * A policy that is there already, by its name. What its nodes had before is known only where an
 * earlier owner of this project left it in the stamp.
 */
final class Import {
  private Import() {}

  static ReadResponse answer(Cluster cluster, Policy policy, String urn) {
    var stamp = Stamp.of(policy);
    var baselines = stamp.map(Stamp::journal).orElse(Journal.NONE).baselines();
    var nodes = cluster.enactments(policy.name()).stream().map(e -> e.node()).sorted().toList();
    var desired = Drafts.desired(policy);
    boolean knowsAll = nodes.stream().allMatch(baselines::has) && !nodes.isEmpty();
    var state =
        PolicyState.begin(policy.name(), cluster.uid(), stamp.map(Stamp::owner).orElse(urn))
            .withApplied(List.of(Applied.everywhere(desired)))
            .withBaselines(baselines)
            .touching(nodes)
            .on(nodes, List.of())
            .written(stamp.map(Stamp::owner).orElse(urn), stamp.map(Stamp::serial).orElse(0));
    return ReadResponse.newBuilder()
        .setId(policy.name())
        .setProperties(Answers.state(state))
        .setInputs(TreeWriter.VALUES_ONLY.write(inputs(policy, desired, knowsAll)))
        .setRefreshBeforeUpdate(true)
        .build();
  }

  private static Fields inputs(Policy policy, Fields desired, boolean knowsAll) {
    var spec = policy.spec();
    var capture = Fields.EMPTY;
    for (var entry : States.object(spec, "capture").fields().entrySet()) {
      capture = capture.withIf(!Drafts.isOwn(entry.getKey()), entry.getKey(), entry.getValue());
    }
    var selector = States.object(spec, "nodeSelector");
    return Tree.of("policyName", policy.name())
        .withIf(!selector.fields().isEmpty(), "nodeSelector", selector)
        .withIf(!capture.fields().isEmpty(), "capture", capture)
        .with("desiredState", desired)
        .with("maxUnavailable", States.text(spec, "maxUnavailable").orElse("50%"))
        .withIf(!knowsAll, "adopt", true)
        .withIf(!knowsAll, "teardown", "leave");
  }
}
