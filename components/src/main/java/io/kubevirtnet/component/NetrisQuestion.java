package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.netris.AnswerCatalogue;
import io.kubevirtnet.netris.AnswerReading;
import io.kubevirtnet.netris.ControllerRules;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.spec.NetrisControllerSpec;
import io.kubevirtnet.spec.NetrisNetworkSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Optional;
import java.util.Set;

/**
 * The facts of a server cluster, where the author names a controller. Also asked when facts are
 * pinned: then the two are compared.
 */
final class NetrisQuestion implements Question<NetrisInputs> {
  static final String TOKEN = "kubevirtnet:index:getNetrisServerCluster";
  private static final String CONTROLLER = "controller";
  private static final String PASSWORD = "password";
  private static final String URL = "url";
  private static final Marks SECRET = new Marks(true, Set.of());

  @Override
  public Optional<Call> call(NetrisInputs inputs) {
    return inputs.spec().controller().isAbsent() || isWrong(inputs.spec().controller().known())
        ? Optional.empty()
        : Optional.of(new Call(TOKEN, args(inputs.spec())));
  }

  /** Wrong inputs have findings of their own; to ask with them would only say it twice. */
  private static boolean isWrong(Optional<NetrisControllerSpec> controller) {
    var report = new Report();
    controller.ifPresent(c -> ControllerRules.check(c, report));
    return report.findings().stream().anyMatch(Finding::isError);
  }

  private static Fields args(NetrisNetworkSpec spec) {
    return Tree.of(CONTROLLER, spec.controller())
        .with("serverCluster", spec.serverCluster())
        .with("site", spec.site())
        .with("vpc", spec.vpc())
        .with("vnet", spec.vnet())
        .with("answerProblems", true);
  }

  /** Facts are no secret, but depend on whatever the question was made from. */
  @Override
  public NetrisInputs answered(NetrisInputs inputs, Tree answer) {
    var origins = call(inputs).map(c -> c.args().allMarks().disclosed()).orElse(Marks.NONE);
    return new NetrisInputs(inputs.spec(), AnswerReading.read(answer.disclosed().marked(origins)));
  }

  @Override
  public Tree failed(String what) {
    return AnswerReading.failed(what);
  }

  @Override
  public Optional<Finding> missing(NetrisInputs inputs) {
    var spec = inputs.spec();
    return spec.facts().isAbsent()
        ? inputs
            .answer()
            .known()
            .filter(answer -> answer.facts().isAbsent())
            .map(answer -> AnswerCatalogue.nothingToGoBy(spec.controller().path()))
        : Optional.empty();
  }

  @Override
  public Fields guarded(Fields inputs) {
    return inputs
        .get(CONTROLLER)
        .map(controller -> inputs.with(CONTROLLER, guarded(controller)))
        .orElse(inputs);
  }

  private static Tree guarded(Tree controller) {
    if (controller instanceof Fields f) {
      var guarded = f;
      for (var name : f.fields().keySet()) {
        var value = f.get(name).orElseThrow();
        if (name.equals(PASSWORD) || name.equals(URL) && hasAccount(value)) {
          guarded = guarded.with(name, value.marked(SECRET));
        }
      }
      return guarded;
    }
    return controller.marked(SECRET);
  }

  /** {@code https://name:password@host} */
  private static boolean hasAccount(Tree url) {
    return url instanceof Scalar s && String.valueOf(s.value()).contains("@");
  }

  /** A password under a misspelt name is one, too. */
  @Override
  public Fields concealed(Fields inputs) {
    return inputs
        .get(CONTROLLER)
        .map(controller -> inputs.with(CONTROLLER, controller.marked(SECRET)))
        .orElse(inputs);
  }
}
