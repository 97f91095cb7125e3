package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.netris.NetrisAnswer;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.spec.NetrisFindingSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/** What the plugin found when it was asked, as findings of the component that asked. */
final class AnswerFindings {
  private static final String NEWER =
      "The plugin says so; this version of the library does not know the rule.";

  private AnswerFindings() {}

  /** Says it all once: nothing more at an input that is wrong already. */
  static void add(NetrisInputs inputs, Report report) {
    if (inputs.spec().controller().isAbsent()) {
      return;
    }
    var said = new Report();
    inputs.answer().ifKnown(answer -> answer.findings().forEach(f -> said.add(finding(f))));
    report.addNews(said);
    if (inputs.answer().flatMap(NetrisAnswer::facts).isUnknown()) {
      report.notChecked(inputs.answer().path(), whyOpen(inputs));
    }
  }

  private static String whyOpen(NetrisInputs inputs) {
    if (new NetrisQuestion().call(inputs).filter(c -> c.args().hasUnknown()).isPresent()) {
      return "known after apply";
    }
    return inputs.spec().facts().isAbsent()
        ? "it has given no facts yet, so what follows from them is not known"
        : "it has given no facts yet, so those that are pinned are not compared with any";
  }

  private static Finding finding(NetrisFindingSpec said) {
    var code = text(said.code());
    var rule = Catalogue.find(code);
    var severity =
        Severity.parse(text(said.severity()))
            .or(() -> rule.map(r -> r.severity()))
            .orElse(Severity.ERROR);
    return new Finding(
        code,
        severity,
        new PropertyPath(text(said.input())),
        text(said.what()),
        rule.map(r -> r.why()).orElse(NEWER),
        text(said.fix()),
        Optional.empty(),
        Optional.empty());
  }

  private static String text(Value<String> said) {
    return said.known().orElse("");
  }
}
