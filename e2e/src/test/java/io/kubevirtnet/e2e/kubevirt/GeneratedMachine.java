package io.kubevirtnet.e2e.kubevirt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.kubevirt.Machine;
import io.kubevirtnet.kubevirt.MachineKind;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;

/**
 * A machine by chance, on its way into a cluster by chance.
 *
 * @param kubeVirt the cluster's KubeVirt object; empty for one as it comes
 * @param faults how many times it was broken; some faults break nothing
 */
record GeneratedMachine(
    long seed,
    KubeVirtRelease release,
    Map<String, Object> kubeVirt,
    Map<String, Object> object,
    int faults) {
  private static final JsonMapper JSON = new JsonMapper();

  /** For the judge. */
  String request() {
    return json(
        kubeVirt.isEmpty()
            ? Map.of("object", object)
            : Map.of("kubevirt", kubeVirt, "object", object));
  }

  Machine machine() {
    var apiVersion = String.valueOf(object.get("apiVersion"));
    var group = apiVersion.substring(0, apiVersion.indexOf('/'));
    var kind = MachineKind.of(group, String.valueOf(object.get("kind"))).orElseThrow();
    return new Machine(kind, Part.of(PropertyPath.ROOT, Tree.of((Object) object)));
  }

  ClusterConfiguration configuration() {
    return kubeVirt.isEmpty()
        ? ClusterConfiguration.of(release)
        : ClusterConfiguration.of(release, (Fields) Tree.of((Object) kubeVirt));
  }

  /** With what it takes to try it again. */
  String described(Object problem) {
    return "%d, KubeVirt %s: %s%n    %s%n    %s"
        .formatted(seed, release.wire(), problem, json(kubeVirt), json(object));
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
