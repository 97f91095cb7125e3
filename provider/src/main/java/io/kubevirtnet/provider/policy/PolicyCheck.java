package io.kubevirtnet.provider.policy;

import com.google.protobuf.Struct;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.resource.Messages;
import io.kubevirtnet.provider.wire.InputReader;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckFailure;
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
    say(expansion);
    return CheckResponse.newBuilder()
        .setInputs(news)
        .addAllFailures(
            Stream.concat(read.unreadable().stream(), expansion.errors().stream())
                .map(PolicyCheck::failure)
                .toList())
        .build();
  }

  private static CheckFailure failure(Finding finding) {
    return CheckFailure.newBuilder()
        .setProperty(finding.path().text())
        .setReason(finding.code() + " " + finding.sentence())
        .build();
  }

  private void say(Expansion expansion) {
    for (var finding : expansion.findings()) {
      if (finding.severity() == Severity.WARNING) {
        messages.warning(finding.line());
      } else if (finding.severity() == Severity.INFO) {
        messages.info(finding.line());
      }
    }
    expansion.notChecked().forEach(n -> messages.debug(FindingText.NOT_CHECKED + n));
  }
}
