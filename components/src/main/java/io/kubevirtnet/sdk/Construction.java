package io.kubevirtnet.sdk;

import com.pulumi.Log;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.component.Child;
import io.kubevirtnet.component.Expansion;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.finding.Severity;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A component on its way inside a Java program. Children are registered before its inputs have
 * settled: a child made later would be missed by whoever depends on the component.
 */
public final class Construction {
  private final ComponentResource component;
  private final CompletableFuture<Optional<Expansion>> expansion;
  private final Supplier<Fields> outlined;
  private final List<Resource> children = new ArrayList<>();

  private Construction(
      ComponentResource component,
      CompletableFuture<Optional<Expansion>> expansion,
      Supplier<Fields> outlined) {
    this.component = component;
    this.expansion = expansion;
    this.outlined = outlined;
  }

  public static Construction of(
      ComponentResource component,
      Blueprint<?> blueprint,
      String name,
      InputSource args,
      ComponentResourceOptions options) {
    var deployment = DeploymentInternal.getInstance();
    var program = Program.of(deployment);
    var around =
        Surroundings.of(blueprint, name, cluster(component), program.run(), program.settings());
    var log = ((DeploymentImpl) deployment).getLog();
    var asking = new Asking(deployment, component, program.failures());
    var plain = Resolver.plain(args);
    var judged =
        Resolver.resolve(args)
            .thenCompose(resolved -> asking.answer(blueprint, resolved))
            .thenApply(
                answered -> {
                  var resolved = answered.inputs();
                  var result =
                      blueprint.expand(resolved.inputs(), answered.answer(), plain, around);
                  program
                      .failures()
                      .say(
                          component,
                          place -> print(result, resolved.blocked(), component, place, log),
                          deployment);
                  if (result.failed()) {
                    program.failures().add(deployment);
                  }
                  return result.failed() || resolved.blocked()
                      ? Optional.<Expansion>empty()
                      : Optional.of(result);
                });
    program.failures().track(judged);
    if (blueprint.question().isPresent()) {
      // Nothing else keeps a program that has nothing more to do from ending before the answer.
      deployment.getRunner().registerTask("judgement of " + name, judged);
    }
    var construction =
        new Construction(component, judged, () -> blueprint.outlineOutputs(plain, name));
    var outline = blueprint.outline(plain, name);
    for (int i = 0; i < outline.size(); i++) {
      construction.register(outline.get(i), i, options);
    }
    program.failures().track(construction.registered());
    program
        .arrivals()
        .of(component, options, judged.thenApply(Optional::isPresent), construction.children);
    return construction;
  }

  /** A typed output, known already in a preview, that depends on the children. */
  public <T> Output<T> output(String name, Function<Fields, T> type) {
    return Joins.of(tree(name), t -> type.apply((Fields) t), outline(outlined, name));
  }

  /** Keeps no component, which would keep the output. */
  private static Supplier<Tree> outline(Supplier<Fields> outputs, String name) {
    return () -> outputs.get().get(name).orElseGet(() -> new Unknown(Marks.NONE));
  }

  /** An output that is one text. */
  public Output<String> text(String name) {
    return Joins.of(tree(name), t -> String.valueOf(t.plain()));
  }

  /** An output that is a number, and is left out where there is none. */
  public Output<Optional<Integer>> number(String name) {
    return optional(name, t -> (Integer) t.plain());
  }

  /** A typed output that is left out where there is nothing to say. */
  public <T> Output<Optional<T>> object(String name, Function<Fields, T> type) {
    return optional(name, t -> type.apply((Fields) t));
  }

  private <T> Output<Optional<T>> optional(String name, Function<Tree, T> type) {
    return Joins.of(
        marked(e -> e.outputs().get(name).orElseGet(() -> new Null(Marks.NONE))),
        t -> t instanceof Null ? Optional.empty() : Optional.of(type.apply(t)));
  }

  /** An output that is a list of texts. */
  public Output<List<String>> list(String name) {
    return Joins.of(
        tree(name), t -> ((Items) t).items().stream().map(i -> String.valueOf(i.plain())).toList());
  }

  /** An output that is a map of texts. */
  public Output<Map<String, String>> texts(String name) {
    return Joins.of(
        tree(name),
        t -> {
          var texts = new LinkedHashMap<String, String>();
          ((Fields) t).fields().forEach((k, v) -> texts.put(k, String.valueOf(v.plain())));
          return Collections.unmodifiableMap(texts);
        });
  }

  private CompletableFuture<Optional<Tree>> tree(String name) {
    return marked(e -> output(e, name));
  }

  private CompletableFuture<Optional<Tree>> marked(Function<Expansion, Tree> output) {
    var origins = ResourceOrigin.marks(false, children);
    return expansion.thenApply(e -> e.map(x -> output.apply(x).marked(origins)));
  }

  private Tree output(Expansion expansion, String name) {
    return expansion
        .outputs()
        .get(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    component.pulumiResourceName() + " has no output " + name + "."));
  }

  private void register(Child child, int index, ComponentResourceOptions options) {
    CompletableFuture<Fields> object =
        expansion.thenCompose(
            e ->
                e.map(x -> CompletableFuture.completedFuture(x.children().get(index).inputs()))
                    .orElseGet(CompletableFuture::new));
    children.add(
        child.isKubernetesObject()
            ? new KubernetesObject(child, object, childOptions(options, child))
            : own(child, object, childOptions(options, child)));
  }

  private static Resource own(
      Child child, CompletableFuture<Fields> inputs, CustomResourceOptions options) {
    if (child.token().equals(Blueprints.VIRTUAL_MACHINE_WIRING.type())) {
      return new WiringObject(child, inputs, options);
    }
    return child.token().equals(Blueprints.NETRIS_SERVER_CLUSTER.type())
        ? new ServerClusterObject(child, inputs, options)
        : new ManagedPolicyObject(child, inputs, options);
  }

  /** What has no effect on a component, or is not inherited from one. */
  private CustomResourceOptions childOptions(ComponentResourceOptions options, Child of) {
    var child =
        CustomResourceOptions.builder()
            .parent(component)
            .version(of.pluginVersion())
            .dependsOn(dependencies(options, of))
            .replaceWith(options.getReplaceWith());
    options.getCustomTimeouts().ifPresent(child::customTimeouts);
    options.getReplacementTrigger().ifPresent(child::replacementTrigger);
    if (!of.replacedBy().isEmpty()) {
      child.replaceOnChanges(of.replacedBy()).deleteBeforeReplace(true);
    }
    return child.build();
  }

  private Output<List<Resource>> dependencies(ComponentResourceOptions options, Child of) {
    var before = of.follows() ? List.copyOf(children) : List.<Resource>of();
    return options
        .getDependsOn()
        .applyValue(given -> Stream.concat(given.stream(), before.stream()).toList());
  }

  /** Another component's failure must not end the program before these children were seen. */
  private CompletableFuture<?> registered() {
    var urns =
        children.stream()
            .map(child -> Internal.of(child.urn()).getDataAsync())
            .toArray(CompletableFuture<?>[]::new);
    return expansion.thenCompose(
        e ->
            e.isPresent()
                ? CompletableFuture.allOf(urns)
                : CompletableFuture.completedFuture(null));
  }

  /** Of a component that waits for a failed one, what was not checked says nothing. */
  private static void print(
      Expansion expansion,
      boolean blocked,
      ComponentResource component,
      Optional<Resource> place,
      Log log) {
    var resource = place.orElse(null);
    var errors = expansion.errors();
    if (!errors.isEmpty()) {
      log.error(FindingText.errors(component.pulumiResourceName(), errors), resource);
    }
    for (Finding finding : expansion.findings()) {
      if (finding.severity() == Severity.WARNING) {
        log.warn(finding.line(), resource);
      } else if (finding.severity() == Severity.INFO) {
        log.info(finding.line(), resource);
      }
    }
    if (!blocked) {
      expansion.notChecked().forEach(n -> log.debug(FindingText.NOT_CHECKED + n, resource));
    }
  }

  /** The kubernetes provider in force stands for the cluster; without one, the default one. */
  private static Object cluster(ComponentResource component) {
    return Resource.ResourceInternal.from(component)
        .getProvider("kubernetes:index:any")
        .<Object>map(p -> p)
        .orElse("default");
  }
}
