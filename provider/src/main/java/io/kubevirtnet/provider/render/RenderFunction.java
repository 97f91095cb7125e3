package io.kubevirtnet.provider.render;

import io.kubevirtnet.component.Settings;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.NodeManifests;
import io.kubevirtnet.provider.manifest.NodePreview;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.resource.Desk;
import io.kubevirtnet.provider.resource.FunctionAnswer;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.spec.RenderNodeTypeSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** {@code renderNodeType}: no cluster is asked. */
public final class RenderFunction implements PluginFunction {
  private volatile Settings settings = Settings.NONE;

  @Override
  public String token() {
    return "kubevirtnet:index:renderNodeType";
  }

  @Override
  public void configure(Desk desk) {
    settings = desk.settings();
  }

  @Override
  public CompletableFuture<InvokeResponse> invoke(InvokeRequest request) {
    var meant = settings;
    return CompletableFuture.supplyAsync(() -> new Question(request, meant).answer());
  }

  /** One call. */
  private static final class Question {
    private final InputReader.Inputs inputs;
    private final RenderNodeTypeSpec spec;
    private final Settings settings;
    private final Report report = new Report();

    Question(InvokeRequest request, Settings settings) {
      this.inputs = InputReader.read(request.getArgs());
      this.settings = settings;
      inputs.unreadable().forEach(report::add);
      this.spec =
          SpecReader.read(inputs.tree(), PropertyPath.ROOT, report, RenderNodeTypeSpec::read);
    }

    InvokeResponse answer() {
      var scene = scene();
      if (!report.findings().isEmpty()) {
        return FunctionAnswer.refused(report.findings());
      }
      var given = GivenNode.of(inputs.tree());
      if (spec.nodeProvider().isUnknown() || spec.nodeType().isUnknown() || given.isEmpty()) {
        return FunctionAnswer.of(RenderedTree.OPEN);
      }
      var manifests = given.get().manifests();
      var types = manifests.types();
      var wanted = spec.nodeType().known().or(() -> first(manifests));
      if (wanted.filter(types::contains).isEmpty() && !manifests.isWhole()) {
        return manifests.hasOpenTypes()
            ? FunctionAnswer.of(RenderedTree.OPEN)
            : FunctionAnswer.refused(
                wanted.isPresent() ? "nodeType" : GivenNode.PROVIDER, missing(wanted, types));
      }
      var preview = NodePreview.of(manifests, wanted, scene);
      return FunctionAnswer.of(
          new RenderedTree(
                  preview, machine(preview, wanted), given.get().places(), settings.severities())
              .tree(inputs.tree().hasUnknown()));
    }

    private Scene scene() {
      return Scene.of(
          settings.kubeVirt().cluster(spec.kubevirtVersion(), report),
          settings.platform().release(spec.platformVersion(), report),
          settings.isolation());
    }

    private Fields machine(NodePreview preview, Optional<String> wanted) {
      var node = preview.machines().get(0).node();
      var all = inputs.tree();
      if (!all.allMarks().secret()) {
        return node.virtualMachine();
      }
      var open = GivenNode.of((Fields) RenderedSecrets.bare(all)).orElseThrow().manifests();
      var same = NodePreview.of(open, wanted, scene()).machines().get(0).node();
      return new RenderedSecrets(node, same.virtualMachine()).machine();
    }

    private static Optional<String> first(NodeManifests manifests) {
      return manifests.isWhole() ? Optional.empty() : manifests.types().stream().findFirst();
    }

    private static String missing(Optional<String> wanted, Iterable<String> types) {
      var listed = String.join(", ", types);
      return wanted
          .map(w -> "The NodeProvider has no node type " + w + "; it has: ")
          .map(text -> text + (listed.isEmpty() ? "none" : listed) + ".")
          .orElse("The NodeProvider has no node types.");
    }
  }
}
