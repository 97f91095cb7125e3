package io.kubevirtnet.component;

import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Value;

/**
 * What a component knows besides its inputs.
 *
 * @param name its Pulumi name
 * @param claimant the component in the register
 * @param run the register of the run that it is part of
 * @param settings what holds for the whole stack
 */
public record Surroundings(String name, Claimant claimant, Run run, Settings settings) {

  /** Claims the one object of a kind and name, where its namespace is known. */
  void claim(String kind, Value<String> namespace, Value<String> objectName, Report report) {
    namespace.ifKnown(n -> claim(kind, n, objectName, report));
  }

  /** The same; an empty namespace for cluster-wide. */
  void claim(String kind, String namespace, Value<String> objectName, Report report) {
    run.object(claimant, kind, namespace, objectName, report);
  }

  /** The surroundings of one component, to be made once for it. */
  public static Surroundings of(
      Blueprint<?> blueprint, String name, Object cluster, Run run, Settings settings) {
    var kind = blueprint.type().substring(blueprint.type().lastIndexOf(':') + 1);
    return new Surroundings(name, new Claimant(kind + " " + name, cluster), run, settings);
  }
}
