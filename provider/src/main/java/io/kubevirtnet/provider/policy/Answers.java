package io.kubevirtnet.provider.policy;

import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree.Unknown;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** What the engine is told. */
final class Answers {
  private Answers() {}

  static Struct state(PolicyState state) {
    return TreeWriter.VALUES_ONLY.write(state.outputs());
  }

  /** Of a preview: what nodes there will be is not known before. */
  static Struct expected(PolicyState state, PolicyInputs inputs) {
    return TreeWriter.VALUES_ONLY.write(
        state
            .outputs()
            .with("policyName", inputs.name())
            .with("nodes", new Unknown(Marks.NONE))
            .with("pendingNodes", new Unknown(Marks.NONE)));
  }

  /** Nothing was changed: what the engine knows stays true. */
  static StatusRuntimeException failure(RuntimeException problem) {
    return problem instanceof StatusRuntimeException known
        ? known
        : Status.UNKNOWN.withDescription(text(problem)).asRuntimeException();
  }

  /** Something was changed: the engine has to know how far it came. */
  static StatusRuntimeException partly(
      String id, PolicyState state, Struct inputs, RuntimeException problem) {
    var text = text(problem);
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Code.UNKNOWN_VALUE)
            .setMessage(text)
            .addDetails(
                Any.pack(
                    ErrorResourceInitFailed.newBuilder()
                        .setId(id)
                        .setProperties(state(state))
                        .setInputs(inputs)
                        .addReasons(text)
                        .setRefreshBeforeUpdate(true)
                        .build()))
            .build());
  }

  static boolean isForeseen(RuntimeException problem) {
    return problem instanceof LifeProblem
        || problem instanceof ClusterProblem
        || problem instanceof StatusRuntimeException;
  }

  private static String text(RuntimeException problem) {
    if (problem instanceof LifeProblem life) {
      return life.text();
    }
    if (problem instanceof ClusterProblem cluster) {
      return text(cluster);
    }
    // Its message may hold a secret.
    return "kubevirtnet has a bug ("
        + problem.getClass().getSimpleName()
        + "). Run again with KUBEVIRTNET_DEBUG=1 to see where, and report it.";
  }

  private static String text(ClusterProblem problem) {
    var sentence = ClusterRules.sentence(problem);
    return switch (problem.kind()) {
      case CANCELLED -> new LifeProblem(LifeCatalogue.INTERRUPTED, sentence).text();
      case NO_SUCH_KIND -> new LifeProblem(LifeCatalogue.NO_NMSTATE, sentence).text();
      case UNREACHABLE, CONFIGURATION ->
          LifeCatalogue.UNREACHABLE.code() + " " + sentence + " " + LifeCatalogue.UNREACHABLE.fix();
      case FORBIDDEN, EXISTS, CONFLICT, IN_PROGRESS, INVALID, OTHER -> sentence;
    };
  }
}
