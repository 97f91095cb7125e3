package io.kubevirtnet.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.InvokeArgs;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Call;
import io.kubevirtnet.component.Versions;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the plugin, through the engine, what a component has to know before it is judged. It is the
 * provider of the component's own children that answers. The question is no Output: one that fails
 * would end the program with a stack trace.
 */
record Asking(Deployment deployment, ComponentResource component, Failures failures) {
  private static final TypeShape<Map<String, Object>> ANSWER =
      TypeShape.map(String.class, Object.class);

  /**
   * What a component is judged by.
   *
   * @param answer unknown when nothing was asked
   */
  record Answered(Resolver.Resolved inputs, Tree answer) {}

  /** Never fails; what goes wrong is an answer, too. */
  CompletableFuture<Answered> answer(Blueprint<?> blueprint, Resolver.Resolved inputs) {
    var call =
        inputs.blocked()
            ? Optional.<Call>empty()
            : blueprint.call(inputs.inputs()).filter(c -> !c.args().hasUnknown());
    return call.map(c -> failures.outstanding(ask(blueprint, c)))
        .orElseGet(() -> CompletableFuture.completedFuture(new Unknown(Marks.NONE)))
        .thenApply(answer -> new Answered(inputs, answer));
  }

  private CompletableFuture<Tree> ask(Blueprint<?> blueprint, Call call) {
    return started(call)
        .handle(
            (answer, problem) ->
                problem == null ? tree(answer) : blueprint.unanswered(call, message(problem)));
  }

  private CompletableFuture<Map<String, Object>> started(Call call) {
    try {
      return deployment.invokeAsync(
          call.token(),
          ANSWER,
          new Args(call.args()),
          new InvokeOptions(component, null, Versions.OWN));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** An answer with an unknown part is null to the SDK. */
  private static Tree tree(@Nullable Map<String, Object> answer) {
    return answer == null ? new Unknown(Marks.NONE) : Tree.of(answer);
  }

  private static String message(Throwable problem) {
    var cause = problem.getCause();
    var meant = problem instanceof CompletionException && cause != null ? cause : problem;
    var message = meant.getMessage();
    return message == null ? meant.getClass().getSimpleName() : message;
  }

  /** The one question that there is. */
  private static final class Args extends InvokeArgs {
    @Import(name = "controller")
    private final @Nullable Output<Object> controller;

    @Import(name = "serverCluster")
    private final @Nullable Output<Object> serverCluster;

    @Import(name = "site")
    private final @Nullable Output<Object> site;

    @Import(name = "vpc")
    private final @Nullable Output<Object> vpc;

    @Import(name = "vnet")
    private final @Nullable Output<Object> vnet;

    @Import(name = "answerProblems")
    private final @Nullable Output<Object> answerProblems;

    Args(Fields args) {
      controller = Lifted.property(args, "controller");
      serverCluster = Lifted.property(args, "serverCluster");
      site = Lifted.property(args, "site");
      vpc = Lifted.property(args, "vpc");
      vnet = Lifted.property(args, "vnet");
      answerProblems = Lifted.property(args, "answerProblems");
    }
  }
}
