package io.kubevirtnet.provider.resource;

import com.google.protobuf.Struct;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.wire.InputReader;
import java.util.Collection;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckResponse;

/** What the engine and the user are told of inputs that were judged. */
public final class CheckAnswer {
  private CheckAnswer() {}

  public static CheckResponse of(
      Struct news, InputReader.Inputs read, Expansion judged, Messages messages) {
    say(judged.findings(), messages);
    judged.notChecked().forEach(n -> messages.debug(FindingText.NOT_CHECKED + n));
    return CheckResponse.newBuilder()
        .setInputs(news)
        .addAllFailures(
            Stream.concat(read.unreadable().stream(), judged.errors().stream())
                .map(CheckAnswer::failure)
                .toList())
        .build();
  }

  /** What does not stop anything; errors are said by the engine. */
  public static void say(Collection<Finding> findings, Messages messages) {
    for (var finding : findings) {
      if (finding.severity() == Severity.WARNING) {
        messages.warning(finding.line());
      } else if (finding.severity() == Severity.INFO) {
        messages.info(finding.line());
      }
    }
  }

  private static CheckFailure failure(Finding finding) {
    return CheckFailure.newBuilder()
        .setProperty(finding.path().text())
        .setReason(finding.code() + " " + finding.sentence())
        .build();
  }
}
