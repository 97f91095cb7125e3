package io.kubevirtnet.netris;

import io.kubevirtnet.spec.NetrisFactsSpec;
import io.kubevirtnet.spec.NetrisFindingSpec;
import io.kubevirtnet.value.Value;
import java.util.List;

/**
 * What the function {@code getNetrisServerCluster} answered.
 *
 * @param facts absent where they could not be read
 */
public record NetrisAnswer(Value<NetrisFactsSpec> facts, List<NetrisFindingSpec> findings) {

  public NetrisAnswer {
    findings = List.copyOf(findings);
  }
}
