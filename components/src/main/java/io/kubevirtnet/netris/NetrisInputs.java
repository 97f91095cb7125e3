package io.kubevirtnet.netris;

import io.kubevirtnet.enums.HostModel;
import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisNetworkSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;

/**
 * What an author wants, with what the controller said.
 *
 * @param answer unknown while it was not asked
 */
public record NetrisInputs(NetrisNetworkSpec spec, Value<NetrisAnswer> answer) {

  /** Before anybody was asked. */
  public static NetrisInputs read(SpecReader in) {
    return new NetrisInputs(
        NetrisNetworkSpec.read(in), Value.unknown(PropertyPath.ROOT.child("controller")));
  }

  /** The facts to go by: those of the author, else those of the controller. */
  public ServerClusterFacts facts() {
    Value<NetrisFactsSpec> live =
        spec.controller().isAbsent()
            ? new Value.Absent<>(spec.facts().path())
            : answer.flatMap(NetrisAnswer::facts);
    return new ServerClusterFacts(spec.facts().or(live));
  }

  /** False, too, while that is not said: a mistake of its own. */
  boolean is(HostModel model) {
    return spec.hostModel().known().filter(m -> m == model).isPresent();
  }
}
