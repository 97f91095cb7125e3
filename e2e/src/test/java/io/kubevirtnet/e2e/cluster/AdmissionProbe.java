package io.kubevirtnet.e2e.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An admission policy takes effect some time after it was created; a policy name that it refuses
 * shows when.
 */
final class AdmissionProbe {
  private static final int TOO_LONG = 64;

  private AdmissionProbe() {}

  static boolean refuses(KubeApi api) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode();
    policy.put("apiVersion", "nmstate.io/v1").put("kind", "NodeNetworkConfigurationPolicy");
    policy.putObject("metadata").put("name", "x".repeat(TOO_LONG));
    policy.putObject("spec");
    try {
      api.create(policy, WriteOptions.TEST.onlyPretend());
      return false;
    } catch (KubeApiException e) {
      return String.valueOf(e.getMessage()).contains("nncp-validation-policy");
    }
  }
}
