package io.kubevirtnet.provider.resource;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Tree.Fields;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.InvokeResponse;

/** What a function answers, as the engine takes it. */
public final class FunctionAnswer {
  private FunctionAnswer() {}

  public static InvokeResponse of(Fields result) {
    return InvokeResponse.newBuilder().setReturn(TreeWriter.VALUES_ONLY.write(result)).build();
  }

  /** Each finding at the input that it is about. */
  public static InvokeResponse refused(Iterable<Finding> findings) {
    var response = InvokeResponse.newBuilder();
    findings.forEach(f -> response.addFailures(failure(f.path().text(), f.line())));
    return response.build();
  }

  /**
   * Refused for one reason.
   *
   * @param input empty for the call as a whole
   */
  public static InvokeResponse refused(String input, String reason) {
    return InvokeResponse.newBuilder().addFailures(failure(input, reason)).build();
  }

  private static CheckFailure failure(String property, String reason) {
    return CheckFailure.newBuilder().setProperty(property).setReason(reason).build();
  }
}
