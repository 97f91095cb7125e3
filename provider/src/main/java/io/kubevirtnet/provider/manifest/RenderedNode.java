package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.vcluster.AddressPool;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.Injection;
import io.kubevirtnet.vcluster.NodeRules;
import io.kubevirtnet.vcluster.NodeSources;

/**
 * One machine as the platform will make it.
 *
 * @param said what is wrong with it by itself, at places of the sources
 * @param joins what is wrong with it together with others
 */
record RenderedNode(NodeSources sources, EffectiveNode node, Report said, Report joins) {

  /** Judged by itself, and with what else is known of the cluster. */
  static RenderedNode of(NodeSources sources, Scene scene) {
    var report = new Report();
    var node = Injection.of(sources, report);
    NodeRules.check(sources, node, scene.cluster(), report);
    var joins = new Report();
    join(sources, node, scene, joins);
    return new RenderedNode(sources, node, report, joins.moved(node::source));
  }

  /** Each thing once, also where it is the same for several machines. */
  void tell(Report report) {
    report.addNews(said);
    var others = report.findings();
    report.addAll(joins.only(f -> !others.contains(f)));
  }

  private static void join(NodeSources sources, EffectiveNode node, Scene scene, Report report) {
    var claimant = new Claimant("node type " + name(sources), ManifestCheck.CLUSTER);
    var run = scene.run();
    run.machine(
        claimant, node.machine(), namespace(node), scene.isolation(), scene.cluster(), report);
    AddressPool.of(sources, node).ifPresent(pool -> claim(run, claimant, pool, report));
  }

  private static void claim(Run run, Claimant claimant, AddressPool pool, Report report) {
    run.addresses(claimant, pool.network(), pool.ranges(), pool.path(), report);
  }

  /** {@code provider/type}, also for a claim of that type. */
  private static String name(NodeSources sources) {
    return text(sources.provider().get("metadata", "name"))
        + "/"
        + text(sources.type().get("name"));
  }

  static String namespace(EffectiveNode node) {
    return text(node.machine().object().get("metadata", "namespace"));
  }

  private static String text(Part part) {
    return part.text().orElse("");
  }
}
