package io.kubevirtnet.provider.netris;

import io.kubevirtnet.component.Settings;
import io.kubevirtnet.enums.UnreachableController;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.FunctionAnswer;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.resource.Threads;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.spec.GetNetrisServerClusterSpec;
import io.kubevirtnet.spec.NetrisControllerSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** {@code getNetrisServerCluster}: the facts of a server cluster's network. */
public final class NetrisFunction implements PluginFunction {
  private static final String ASKED_AGAIN =
      "An update asks again, and fails if there is no answer then.";
  private static final Marks SECRET = new Marks(true, Set.of());

  private final Sessions sessions = new Sessions();
  private final ExecutorService threads = Threads.named("netris");
  private volatile Settings settings = Settings.NONE;
  private volatile boolean offline;

  @Override
  public String token() {
    return "kubevirtnet:index:getNetrisServerCluster";
  }

  @Override
  public void configure(Desk desk) {
    settings = desk.settings();
    offline = desk.cluster().offline();
  }

  @Override
  public void cancel() {
    threads.shutdownNow();
  }

  @Override
  public CompletableFuture<InvokeResponse> invoke(InvokeRequest request) {
    var inputs = InputReader.read(request.getArgs());
    var report = new Report();
    inputs.unreadable().forEach(report::add);
    var tree = withSecret(inputs.tree());
    var spec = SpecReader.read(tree, PropertyPath.ROOT, report, GetNetrisServerClusterSpec::read);
    if (!report.findings().isEmpty()) {
      return CompletableFuture.completedFuture(FunctionAnswer.refused(report.findings()));
    }
    if (tree.hasUnknown() || offline && request.getPreview()) {
      return CompletableFuture.completedFuture(FunctionAnswer.of(unknown()));
    }
    var weighed = settings;
    if (offline) {
      return CompletableFuture.completedFuture(answer(spec, notAsked(), weighed));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          var answer = FactsAnswer.of(spec, sessions);
          return request.getPreview() && answer.isUnreachable() && mayBeUnreachable(spec)
              ? later(spec, answer)
              : answer(spec, answer, weighed);
        },
        threads);
  }

  /** Whoever wrote the program may have forgotten to mark it. */
  private static Fields withSecret(Fields inputs) {
    return inputs
        .get("controller")
        .map(
            controller ->
                controller instanceof Fields fields
                    ? fields
                        .get("password")
                        .map(p -> fields.with("password", p.marked(SECRET)))
                        .orElse(fields)
                    : controller.marked(SECRET))
        .map(controller -> inputs.with("controller", controller))
        .orElse(inputs);
  }

  private static FactsAnswer notAsked() {
    var report = new Report();
    report.add(ControllerCatalogue.OFFLINE, ControllerAccess.INPUT, "The controller is not asked.");
    return new FactsAnswer(Optional.empty(), report.findings());
  }

  private static boolean mayBeUnreachable(GetNetrisServerClusterSpec spec) {
    return spec.controller()
        .flatMap(NetrisControllerSpec::whenUnreachable)
        .known()
        .filter(UnreachableController.Unknown::equals)
        .isPresent();
  }

  /** A component says why there is nothing yet; a program has to wait. */
  private static InvokeResponse later(GetNetrisServerClusterSpec spec, FactsAnswer answer) {
    var said =
        news(answer.findings()).stream()
            .map(f -> f.withSeverity(Severity.INFO).withFix(ASKED_AGAIN))
            .toList();
    return FunctionAnswer.of(
        asksForProblems(spec) ? result(new FactsAnswer(Optional.empty(), said), said) : unknown());
  }

  private static boolean asksForProblems(GetNetrisServerClusterSpec spec) {
    return spec.answerProblems().known().orElse(false);
  }

  private static InvokeResponse answer(
      GetNetrisServerClusterSpec spec, FactsAnswer answer, Settings settings) {
    if (asksForProblems(spec)) {
      return FunctionAnswer.of(result(answer, news(answer.findings())));
    }
    var weighed = answer.findings().stream().map(f -> weighed(f, settings)).toList();
    var errors = weighed.stream().filter(Finding::isError).toList();
    return errors.isEmpty()
        ? FunctionAnswer.of(result(answer, weighed))
        : FunctionAnswer.refused(errors);
  }

  /** Who asks so weighs findings itself, and has judged its own inputs already. */
  private static List<Finding> news(List<Finding> findings) {
    return findings.stream()
        .filter(f -> !f.code().equals(ControllerCatalogue.NOT_VERIFIED.code()))
        .toList();
  }

  private static Finding weighed(Finding finding, Settings settings) {
    return Optional.ofNullable(settings.severities().get(finding.code()))
        .map(finding::withSeverity)
        .orElse(finding);
  }

  private static Fields result(FactsAnswer answer, List<Finding> findings) {
    return Tree.of("findings", findings.stream().map(NetrisFunction::tree).toList())
        .withIf(answer.facts().isPresent(), "facts", answer.facts().orElse(Fields.EMPTY));
  }

  private static Fields tree(Finding finding) {
    return Tree.of("code", finding.code())
        .with("severity", finding.severity().wire())
        .with("input", finding.path().text())
        .with("what", finding.what())
        .with("fix", finding.fix());
  }

  /**
   * Of which nothing can be said yet. The engine takes no unknown value from a function, so that
   * the facts are left out.
   */
  private static Fields unknown() {
    return Tree.of("findings", List.of());
  }
}
