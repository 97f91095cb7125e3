package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Call;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.provider.wire.GuardedInputs;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.UrnOrigin;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.ConstructResponse.PropertyDependencies;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.Result;

/** One component on its way from a request to its answer. */
final class ConstructCall {
  private static final String NO_URN = "";

  private final ConstructRequest request;
  private final ConstructOptions options;
  private final Monitor monitor;
  private final EngineLog log;
  private final Functions functions;
  private final Blueprint<?> blueprint;

  /**
   * @param functions what this plugin answers, also to components of its own
   */
  ConstructCall(ConstructRequest request, Monitor monitor, EngineLog log, Functions functions) {
    this.blueprint =
        Blueprints.find(request.getType())
            .orElseThrow(
                () -> Refusal.invalid("kubevirtnet has no component " + request.getType()));
    this.request = guarded(request, blueprint);
    this.options = new ConstructOptions(this.request);
    this.monitor = monitor;
    this.log = log;
    this.functions = functions;
  }

  /** What is registered of the component's inputs is kept in the state. */
  private static ConstructRequest guarded(ConstructRequest request, Blueprint<?> blueprint) {
    var tree = InputReader.read(request.getInputs()).tree();
    return blueprint.question().isEmpty()
        ? request
        : request.toBuilder()
            .setInputs(GuardedInputs.of(request.getInputs(), blueprint.guarded(tree)))
            .build();
  }

  CompletableFuture<ConstructResponse> run(Run register, Settings settings) {
    var declared =
        request.getInputDependenciesMap().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue().getUrnsList()));
    var inputs = InputReader.read(request.getInputs(), declared);
    var cluster = request.getProvidersOrDefault("kubernetes", "default");
    var around = Surroundings.of(blueprint, request.getName(), cluster, register, settings);
    return answer(inputs.tree())
        .thenCompose(answer -> made(inputs, blueprint.expand(inputs.tree(), answer, around)));
  }

  /** What this plugin itself says to the component's question; nobody waits in a thread. */
  private CompletableFuture<Tree> answer(Fields inputs) {
    return blueprint
        .call(inputs)
        .filter(call -> !call.args().hasUnknown())
        .map(this::answer)
        .orElseGet(() -> CompletableFuture.completedFuture(new Unknown(Marks.NONE)));
  }

  private CompletableFuture<Tree> answer(Call call) {
    return functions
        .ask(call, request.getDryRun())
        .handle(
            (answer, problem) ->
                problem == null ? answer : blueprint.unanswered(call, Refusal.said(problem)));
  }

  private CompletableFuture<ConstructResponse> made(
      InputReader.Inputs inputs, Expansion expansion) {
    var problems = problems(inputs, expansion);
    if (!problems.isEmpty()) {
      return log.print(NO_URN, remarks(expansion, request.getName() + ": "))
          .thenCompose(
              done -> CompletableFuture.failedFuture(Refusal.inputs(request.getName(), problems)));
    }
    return monitor
        .register(options.component())
        .thenCompose(
            component ->
                component.getResult() == Result.SUCCESS
                    ? log.print(component.getUrn(), remarks(expansion, ""))
                        .thenCompose(done -> children(component.getUrn(), expansion))
                    : CompletableFuture.completedFuture(unmade(component.getUrn(), expansion)));
  }

  private List<InputProblem> problems(InputReader.Inputs inputs, Expansion expansion) {
    var findings =
        Stream.concat(inputs.unreadable().stream(), expansion.errors().stream())
            .map(finding -> InputProblem.of(finding, blueprint.concealed(inputs.tree())));
    return Stream.concat(options.refused().stream(), findings).toList();
  }

  private static List<EngineLog.Line> remarks(Expansion expansion, String prefix) {
    var lines = new ArrayList<EngineLog.Line>();
    for (Finding finding : expansion.findings()) {
      if (!finding.isError()) {
        lines.add(
            new EngineLog.Line(
                finding.severity() == Severity.WARNING ? LogSeverity.WARNING : LogSeverity.INFO,
                prefix + finding.line()));
      }
    }
    expansion
        .notChecked()
        .forEach(
            n ->
                lines.add(
                    new EngineLog.Line(LogSeverity.DEBUG, prefix + FindingText.NOT_CHECKED + n)));
    return lines;
  }

  /**
   * All at once, but for one that follows those before it. One that failed or was skipped in a run
   * that goes on has said so itself; as a dependency of the outputs it stops those who need them.
   */
  private CompletableFuture<ConstructResponse> children(String urn, Expansion expansion) {
    var registered = new ArrayList<CompletableFuture<RegisterResourceResponse>>();
    for (Child child : expansion.children()) {
      registered.add(
          child.follows()
              ? after(List.copyOf(registered), child, urn)
              : monitor.register(options.child(child, urn, List.of())));
    }
    return CompletableFuture.allOf(registered.toArray(new CompletableFuture<?>[0]))
        .thenCompose(
            done -> {
              var urns = registered.stream().map(r -> r.join().getUrn()).toList();
              var outputs = outputs(expansion.outputs(), urns);
              return monitor
                  .outputs(
                      RegisterResourceOutputsRequest.newBuilder()
                          .setUrn(urn)
                          .setOutputs(TreeWriter.VALUES_ONLY.write(outputs))
                          .build())
                  .thenApply(x -> answer(urn, outputs));
            });
  }

  private CompletableFuture<RegisterResourceResponse> after(
      List<CompletableFuture<RegisterResourceResponse>> before, Child child, String urn) {
    return CompletableFuture.allOf(before.toArray(new CompletableFuture<?>[0]))
        .thenCompose(
            done -> {
              var urns = before.stream().map(b -> b.join().getUrn()).toList();
              return monitor.register(options.child(child, urn, urns));
            });
  }

  /** The component itself was skipped or failed: nobody may rely on what it would have been. */
  private ConstructResponse unmade(String urn, Expansion expansion) {
    var outputs = new LinkedHashMap<String, Tree>();
    expansion
        .outputs()
        .fields()
        .keySet()
        .forEach(name -> outputs.put(name, new Unknown(Marks.NONE)));
    return answer(urn, outputs(new Fields(outputs, Marks.NONE), List.of(urn)));
  }

  private Fields outputs(Fields outputs, List<String> urns) {
    var marked = new LinkedHashMap<String, Tree>();
    outputs
        .fields()
        .forEach(
            (name, tree) -> {
              boolean secret = request.getAdditionalSecretOutputsList().contains(name);
              marked.put(name, tree.marked(UrnOrigin.marks(secret, urns)));
            });
    return new Fields(marked, Marks.NONE);
  }

  private static ConstructResponse answer(String urn, Fields outputs) {
    var answer =
        ConstructResponse.newBuilder().setUrn(urn).setState(TreeWriter.VALUES_ONLY.write(outputs));
    outputs
        .fields()
        .forEach(
            (name, tree) ->
                answer.putStateDependencies(
                    name,
                    PropertyDependencies.newBuilder()
                        .addAllUrns(UrnOrigin.urns(tree.allMarks()))
                        .build()));
    return answer.build();
  }
}
