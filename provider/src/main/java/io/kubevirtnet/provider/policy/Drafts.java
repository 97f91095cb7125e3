package io.kubevirtnet.provider.policy;

import io.kubevirtnet.node.BaselineCaptures;
import io.kubevirtnet.provider.cluster.Policy;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The specs that are written. */
final class Drafts {
  private static final String CAPTURE = "capture";
  private static final String DESIRED = "desiredState";
  private static final String DESCRIPTION = "description";
  private static final String OWN_CAPTURE = "base\\d+";

  private Drafts() {}

  /**
   * What the author wants, and what else it takes.
   *
   * @param shrink what the nodes have to lose beside
   * @param there the policy that is there under this name, whose capture is kept where it can be
   */
  static Fields wanted(PolicyInputs inputs, Fields shrink, Optional<Policy> there, int serial) {
    var desired =
        new io.kubevirtnet.node.Revert(shrink, java.util.List.of()).with(inputs.desired());
    var capture = capture(inputs, there);
    var spec = States.without(inputs.spec(), CAPTURE);
    return spec.withIf(!capture.isEmpty(), CAPTURE, capture)
        .with(DESIRED, described(desired, serial));
  }

  /** The same policy with another state, for the same nodes. */
  static Fields instead(Policy there, Fields state, int serial) {
    return there.spec().with(DESIRED, described(state, serial));
  }

  static Fields onNode(String hostname, Fields state, int serial) {
    return Tree.of("nodeSelector", Map.of("kubernetes.io/hostname", hostname))
        .with("maxUnavailable", 1)
        .with(DESIRED, described(state, serial));
  }

  /** Another one at each write, since handlers look at nothing else than the generation. */
  private static Fields described(Fields state, int serial) {
    var own = States.text(state, DESCRIPTION).map(d -> d + " ").orElse("");
    return state.with(DESCRIPTION, own + "(kubevirtnet, write " + serial + ")");
  }

  /** The desired state of a policy, as far as it says anything to nodes. */
  static Fields desired(Policy policy) {
    return States.without(States.object(policy.spec(), DESIRED), DESCRIPTION);
  }

  private static Map<String, String> capture(PolicyInputs inputs, Optional<Policy> there) {
    var kept = there.map(Drafts::captures).orElse(Map.of());
    var others = new TreeMap<>(kept);
    others.keySet().removeIf(name -> isOwn(name) && !inputs.capture().containsKey(name));
    if (there.isPresent() && others.equals(inputs.capture())) {
      return kept;
    }
    var all = new TreeMap<>(inputs.capture());
    if (inputs.reverts()
        && all.keySet().stream().noneMatch(Drafts::isOwn)
        && !inputs.hasTemplates()) {
      all.putAll(BaselineCaptures.of(inputs.desired()).captures());
    }
    return all;
  }

  static boolean isOwn(String capture) {
    return capture.matches(OWN_CAPTURE);
  }

  private static Map<String, String> captures(Policy policy) {
    var all = new TreeMap<String, String>();
    var capture = States.object(policy.spec(), CAPTURE);
    capture.fields().keySet().forEach(n -> States.text(capture, n).ifPresent(t -> all.put(n, t)));
    return all;
  }
}
