package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.platform.DesiredNode;
import io.kubevirtnet.platform.DesiredProvider;
import io.kubevirtnet.platform.NodeProviderExpander;
import io.kubevirtnet.value.PropertyPath;
import java.util.function.UnaryOperator;

/** What the machines of a provider need of others in the same run. */
record NodeJoins(Surroundings around, ClusterConfiguration config, Report report) {

  /**
   * @param places from those of what the platform gets to inputs
   */
  void provider(DesiredProvider provider, UnaryOperator<PropertyPath> places) {
    for (var type : provider.knownTypes()) {
      var node = new DesiredNode(provider, type).effective();
      var said = new Report();
      provider
          .namespace()
          .ifKnown(
              namespace ->
                  around
                      .run()
                      .machine(
                          around.claimant(),
                          node.machine(),
                          namespace,
                          around.settings().isolation(),
                          config,
                          said));
      report.addNews(said.moved(place -> places.apply(node.source(place))));
    }
    around.claim(NodeProviderExpander.KIND, "", provider.name(), report);
  }
}
