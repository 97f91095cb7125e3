package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.platform.ClaimMachine;
import io.kubevirtnet.platform.ConfigTemplateExpander;
import io.kubevirtnet.platform.ConfigTemplateInputRules;
import io.kubevirtnet.platform.NodeClaimExpander;
import io.kubevirtnet.platform.NodeClaimRules;
import io.kubevirtnet.platform.NodeEnvironmentExpander;
import io.kubevirtnet.platform.NodeEnvironmentRules;
import io.kubevirtnet.platform.OsImageExpander;
import io.kubevirtnet.platform.OsImageInputRules;
import io.kubevirtnet.platform.PlatformObject;
import io.kubevirtnet.spec.MachineConfigTemplateSpec;
import io.kubevirtnet.spec.NodeClaimSpec;
import io.kubevirtnet.spec.NodeEnvironmentSpec;
import io.kubevirtnet.spec.OSImageSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;

/** Rules and children of the components that are one object of the platform. */
final class NodeParts {
  /** What the KubeVirt of the provider's cluster is, only the stack can say. */
  private static final Value<String> NO_VERSION = new Value.Absent<>(PropertyPath.ROOT);

  private NodeParts() {}

  static void claim(NodeClaimSpec spec, Surroundings around, Report report) {
    var release = around.settings().platform().release(spec.platformVersion(), report);
    NodeClaimRules.check(spec, around.name(), release, report);
    if (spec.virtualMachineTemplate().isGiven()) {
      var config = around.settings().kubeVirt().cluster(NO_VERSION, report);
      var claim = NodeClaimExpander.object(spec, around.name());
      ClaimMachine.check(claim, release, config, report);
    }
    var name = spec.name().orDefault(around.name());
    around.claim(NodeClaimExpander.KIND, spec.namespace(), name, report);
  }

  static void environment(NodeEnvironmentSpec spec, Surroundings around, Report report) {
    var release = around.settings().platform().release(spec.platformVersion(), report);
    NodeEnvironmentRules.check(spec, around.name(), release, report);
    var name = spec.name().orDefault(around.name());
    around.claim(NodeEnvironmentExpander.KIND, spec.namespace(), name, report);
  }

  static void osImage(OSImageSpec spec, Surroundings around, Report report) {
    var release = around.settings().platform().release(spec.platformVersion(), report);
    OsImageInputRules.check(spec, around.name(), release, report);
    around.claim(OsImageExpander.KIND, "", spec.name().orDefault(around.name()), report);
  }

  static void configTemplate(MachineConfigTemplateSpec spec, Surroundings around, Report report) {
    var release = around.settings().platform().release(spec.platformVersion(), report);
    ConfigTemplateInputRules.check(spec, around.name(), release, report);
    var name = spec.name().orDefault(around.name());
    around.claim(ConfigTemplateExpander.KIND, "", name, report);
  }

  static List<Child> child(PlatformObject object, String name) {
    return List.of(Child.object(name, object.tree()));
  }

  static Fields name(Value<String> given, String name) {
    return Tree.of("name", given.orDefault(name));
  }
}
