package io.kubevirtnet;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.sdk.Construction;
import java.util.Map;

/**
 * The operator's own object, which starts nmstate on the nodes. The other kinds of nmstate exist
 * only after it, so bridges depend on it. A cluster has one: the operator deletes a second one.
 *
 * <pre>{@code
 * var nmstate = new NMState("nmstate", NMStateArgs.builder()
 *     .probeDnsHost("dns.example.com")
 *     .build());
 * new BridgeNetwork("br1", args, ComponentResourceOptions.builder().dependsOn(nmstate).build());
 * }</pre>
 */
public final class NMState extends ComponentResource {
  private final Output<String> name;

  public NMState(String name) {
    this(name, NMStateArgs.Empty);
  }

  public NMState(String name, NMStateArgs args) {
    this(name, args, ComponentResourceOptions.Empty);
  }

  public NMState(String name, NMStateArgs args, ComponentResourceOptions options) {
    super(Blueprints.NMSTATE.type(), name, options);
    var construction = Construction.of(this, Blueprints.NMSTATE, name, args, options);
    this.name = construction.text("name");
    registerOutputs(Map.of("name", this.name));
  }

  /** Name of the object: always {@code nmstate}. */
  public Output<String> name() {
    return name;
  }
}
