package io.kubevirtnet.machine;

import io.kubevirtnet.enums.ConfigurationOwner;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a part of KubeVirt's configuration is written: the KubeVirt object, or the HyperConverged
 * object whose operator makes the other one and takes back what anybody else writes there.
 *
 * @param namespace of the KubeVirt object
 * @param name of the KubeVirt object
 * @param chosen who owns the KubeVirt object
 * @param hyperConvergedNamespace of the HyperConverged object, which has but one name
 */
public record ConfigurationPlace(
    Value<String> namespace,
    Value<String> name,
    Value<ConfigurationOwner> chosen,
    Value<String> hyperConvergedNamespace) {
  public static final String KUBEVIRT = "KubeVirt";
  public static final String HYPER_CONVERGED = "HyperConverged";

  /** A JSON patch that the HyperConverged operator runs over the KubeVirt object that it makes. */
  public static final String ANNOTATION = "kubevirt.kubevirt.io/jsonpatch";

  private static final String HYPER_CONVERGED_NAME = "kubevirt-hyperconverged";
  private static final String NETWORK = "/spec/configuration/network/";

  public ConfigurationOwner owner() {
    return chosen.known().orElse(ConfigurationOwner.Administrator);
  }

  boolean isHyperConverged() {
    return owner() != ConfigurationOwner.Administrator;
  }

  /** Of the object that is written to. */
  public Value<String> objectNamespace() {
    return isHyperConverged() ? hyperConvergedNamespace : namespace;
  }

  public Value<String> objectName() {
    return isHyperConverged() ? Value.known(name.path(), HYPER_CONVERGED_NAME) : name;
  }

  /** A plugin alone, under its name. */
  Fields plugin(Value<String> plugin, Fields entry) {
    var key = plugin.known().orElseThrow();
    var bindings = (Fields) Tree.of(key, entry).marked(plugin.marks());
    return switch (owner()) {
      case Administrator -> kubeVirt(Tree.of("binding", bindings));
      case HyperConverged -> hyperConverged().with("spec", Tree.of("networkBinding", bindings));
      case HyperConvergedAnnotation ->
          annotated(List.of(add("binding/" + key, entry.marked(plugin.marks()))));
    };
  }

  /** Fields of the network configuration, and nothing beside them. */
  Fields settings(Fields settings) {
    return isHyperConverged()
        ? annotated(
            settings.fields().entrySet().stream().map(e -> add(e.getKey(), e.getValue())).toList())
        : kubeVirt(settings);
  }

  /**
   * A KubeVirt object with nothing but an annotation that says who writes to it. Server-side apply
   * makes an object that is not there, and KubeVirt would be deployed by a plugin alone; this one,
   * which has no spec, is refused instead. A HyperConverged object needs no spec.
   */
  public Optional<Fields> mark(String part, Value<String> key, String by) {
    var annotation = part + ".kubevirtnet.io/" + key.known().orElseThrow();
    var marked = (Fields) Tree.of(annotation, by).marked(key.marks());
    return isHyperConverged()
        ? Optional.empty()
        : Optional.of(
            kubeVirtWith(
                Tree.of("name", name).with("namespace", namespace).with("annotations", marked)));
  }

  private Fields kubeVirt(Fields network) {
    return kubeVirtWith(Tree.of("name", name).with("namespace", namespace))
        .with("spec", Tree.of("configuration", Tree.of("network", network)));
  }

  private static Fields kubeVirtWith(Fields metadata) {
    return Tree.of("apiVersion", "kubevirt.io/v1")
        .with("kind", KUBEVIRT)
        .with("metadata", metadata);
  }

  private Fields hyperConverged() {
    return Tree.of("apiVersion", "hco.kubevirt.io/v1beta1")
        .with("kind", HYPER_CONVERGED)
        .with(
            "metadata",
            Tree.of("name", HYPER_CONVERGED_NAME).with("namespace", hyperConvergedNamespace));
  }

  private Fields annotated(List<Fields> operations) {
    var metadata =
        Tree.of("name", HYPER_CONVERGED_NAME)
            .with("namespace", hyperConvergedNamespace)
            .with("annotations", Tree.of(ANNOTATION, Json.text(Tree.of(operations))));
    return hyperConverged().with("metadata", metadata);
  }

  /** The operator always makes an object with plugins in it, so that both parents are there. */
  private static Fields add(String path, Tree value) {
    return Tree.of("op", "add").with("path", NETWORK + path).with("value", value);
  }

  void check(Report report) {
    check(objectNamespace(), KubernetesName::isLabel, report);
    if (!isHyperConverged()) {
      check(name, KubernetesName::isSubdomain, report);
    }
    report.notChecked(
        isHyperConverged() ? hyperConvergedNamespace.path() : name.path(),
        isHyperConverged()
            ? "the HyperConverged object has to be there: one that is not would be made"
            : "the KubeVirt object has to be there: the update fails with \"spec: Required value\" where it is not");
  }

  private static void check(Value<String> value, Predicate<String> fits, Report report) {
    report.require(
        value,
        fits,
        PluginCatalogue.REFERENCE,
        "\"" + value.shown() + "\" is not the name of an object.",
        "Write " + KubernetesName.proposal(value));
  }
}
