package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads and writes a NodeNetworkConfigurationPolicy. */
final class PolicyObject {
  private PolicyObject() {}

  static Policy read(JsonNode object) {
    var metadata = object.path("metadata");
    return new Policy(
        metadata.path("name").asText(),
        JsonTree.texts(metadata.path("annotations")),
        JsonTree.fields(object.path("spec")),
        metadata.path("uid").asText(),
        metadata.path("resourceVersion").asText(),
        metadata.path("generation").asLong(),
        inProgress(StatusConditions.of(object)),
        managers(metadata.path("managedFields")));
  }

  private static Set<String> managers(JsonNode managedFields) {
    var managers = new TreeSet<String>();
    managedFields.forEach(m -> managers.add(m.path("manager").asText()));
    return managers;
  }

  static String written(Policy policy) {
    return JsonTree.print(
        Map.of(
            "apiVersion",
            "nmstate.io/v1",
            "kind",
            "NodeNetworkConfigurationPolicy",
            "metadata",
            Map.of("name", policy.name(), "annotations", new TreeMap<>(policy.annotations())),
            "spec",
            policy.spec().plain()));
  }

  /**
   * What the server has, with our spec and annotations. What others wrote into its metadata stays;
   * of the annotations in a domain that we write to, only ours do.
   */
  static String replaced(JsonNode current, Policy policy) {
    ObjectNode object = current.deepCopy();
    object.remove("status");
    object.set("spec", JsonTree.MAPPER.valueToTree(policy.spec().plain()));
    var metadata = object.withObject("/metadata");
    metadata.remove("managedFields");
    var domains = policy.annotations().keySet().stream().map(PolicyObject::domain).toList();
    var annotations = metadata.withObject("/annotations");
    annotations.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> domains.contains(domain(name)))
        .toList()
        .forEach(annotations::remove);
    policy.annotations().forEach(annotations::put);
    return JsonTree.print(object);
  }

  /**
   * What is there is what was to be written, as far as a server that fills in defaults can tell.
   */
  static boolean isWritten(Policy there, Policy wanted) {
    return there.annotations().entrySet().containsAll(wanted.annotations().entrySet())
        && there.spec().plain().equals(wanted.spec().plain());
  }

  /** kubernetes-nmstate: nncp-validation-policy, the same for what no handler has touched yet. */
  private static boolean inProgress(StatusConditions conditions) {
    return conditions
        .get("Available")
        .filter(c -> !c.reason().isEmpty() && !c.reason().equals("ConfigurationProgressing"))
        .isEmpty();
  }

  private static String domain(String annotation) {
    int slash = annotation.indexOf('/');
    return slash < 0 ? annotation : annotation.substring(0, slash);
  }
}
