package io.kubevirtnet.provider.policy;

import com.google.protobuf.Struct;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.provider.resource.CheckAnswer;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import pulumirpc.Provider.CheckResponse;

/** Judges inputs by the rules of components and by those that look at the cluster, all at once. */
final class PolicyCheck {
  private final Connection connection;
  private final Settings settings;
  private final Messages messages;
  private final String urn;

  PolicyCheck(Connection connection, Settings settings, Messages messages, String urn) {
    this.connection = connection;
    this.settings = settings;
    this.messages = messages;
    this.urn = urn;
  }

  CheckResponse answer(Struct news, String name) {
    var read = InputReader.read(news);
    var blueprint = Blueprints.NODE_NETWORK_POLICY.also(new ClusterRules(connection, urn)::check);
    var expansion =
        blueprint.expand(read.tree(), Surroundings.of(blueprint, name, "", new Run(), settings));
    return CheckAnswer.of(news, read, expansion, messages);
  }
}
