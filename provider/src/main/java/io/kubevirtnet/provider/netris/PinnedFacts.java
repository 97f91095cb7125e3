package io.kubevirtnet.provider.netris;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.netris.FactsRules;
import io.kubevirtnet.netris.NetrisAnswer;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.provider.manifest.KubernetesDocuments;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisNetworkSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.util.List;

/** Facts that somebody wrote down. */
public final class PinnedFacts {
  private static final PropertyPath INPUT = PropertyPath.ROOT.child("facts");
  private final Fields facts;

  private PinnedFacts(Fields facts) {
    this.facts = facts;
  }

  /**
   * The facts themselves, or an object that has them as {@code facts}.
   *
   * @param source name of the file, for messages
   */
  public static PinnedFacts read(String source, String text) {
    var documents = KubernetesDocuments.documents(source, text);
    if (documents.size() != 1 || !(documents.get(0) instanceof Fields fields)) {
      throw new UnreadableManifest(source + ": no facts of a server cluster.");
    }
    var facts =
        fields.get("facts").filter(Fields.class::isInstance).map(Fields.class::cast).orElse(fields);
    var report = new Report();
    var spec = Value.known(INPUT, SpecReader.read(facts, INPUT, report, NetrisFactsSpec::read));
    FactsRules.check(spec, report);
    report.findings().stream()
        .filter(Finding::isError)
        .findFirst()
        .ifPresent(
            f -> {
              throw new UnreadableManifest(source + ": " + f.line());
            });
    return new PinnedFacts(facts);
  }

  /** What the controller says otherwise, as a NetrisNetwork would say it. */
  public List<Finding> differences(Fields live, HostModel model) {
    var open = new Unknown(Marks.NONE);
    var network =
        Tree.of("facts", facts)
            .with("controller", open)
            .with("serverCluster", open)
            .with("hostModel", model.wire())
            .with("namespace", open);
    var report = new Report();
    var spec = SpecReader.read(network, PropertyPath.ROOT, new Report(), NetrisNetworkSpec::read);
    var said = SpecReader.read(live, INPUT, new Report(), NetrisFactsSpec::read);
    FactsRules.check(
        new NetrisInputs(
            spec, Value.known(INPUT, new NetrisAnswer(Value.known(INPUT, said), List.of()))),
        report);
    return report.findings();
  }
}
