package io.kubevirtnet.provider.plugin;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import pulumirpc.Errors.InputPropertiesError;
import pulumirpc.Errors.InputPropertiesError.PropertyError;

/** The answers that are errors. */
final class Refusal {
  private static final boolean DEBUG = System.getenv("KUBEVIRTNET_DEBUG") != null;

  private Refusal() {}

  static StatusRuntimeException inputs(String component, List<InputProblem> problems) {
    var details = InputPropertiesError.newBuilder();
    for (InputProblem problem : problems) {
      details.addErrors(
          PropertyError.newBuilder().setPropertyPath(problem.path()).setReason(problem.reason()));
    }
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage(
                (problems.size() == 1 ? "1 problem in " : problems.size() + " problems in ")
                    + component)
            .addDetails(Any.pack(details.build()))
            .build());
  }

  static StatusRuntimeException invalid(String message) {
    return io.grpc.Status.INVALID_ARGUMENT.withDescription(message).asRuntimeException();
  }

  static StatusRuntimeException cancelled() {
    return io.grpc.Status.CANCELLED
        .withDescription("the engine cancelled the operation")
        .asRuntimeException();
  }

  /** The engine's own service failed or is gone. */
  static StatusRuntimeException engine(String what, Throwable cause) {
    var status = io.grpc.Status.fromThrowable(cause);
    var said = status.getDescription();
    return io.grpc.Status.INTERNAL
        .withDescription(what + ": " + status.getCode() + (said == null ? "" : ": " + said))
        .asRuntimeException();
  }

  /**
   * What an RPC answers for whatever went wrong; what is not foreseen is told by its class alone.
   */
  static StatusRuntimeException of(Throwable problem) {
    var cause = unwrapped(problem);
    if (DEBUG) {
      cause.printStackTrace();
    }
    if (cause instanceof StatusRuntimeException known) {
      return known;
    }
    if (cause instanceof StatusException known) {
      return known.getStatus().asRuntimeException();
    }
    return io.grpc.Status.INTERNAL
        .withDescription(
            "kubevirtnet has a bug ("
                + cause.getClass().getSimpleName()
                + "). Run again with KUBEVIRTNET_DEBUG=1 to see where, and report it.")
        .asRuntimeException();
  }

  /** The same in words, for somebody who goes on. */
  static String said(Throwable problem) {
    var status = of(problem).getStatus();
    return Optional.ofNullable(status.getDescription()).orElse(status.getCode().name());
  }

  private static Throwable unwrapped(Throwable problem) {
    var cause = problem.getCause();
    return problem instanceof CompletionException && cause != null ? cause : problem;
  }
}
