package io.kubevirtnet.machine;

import io.kubevirtnet.enums.DomainAttachment;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.ClusterConfiguration;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.spec.BindingCniSpec;
import java.math.BigDecimal;
import java.util.Optional;

/** Plugins of KubeVirt's own project, and what they need that nobody checks. */
enum KnownPlugin {
  /** User-mode networking with the pod's own address; a sidecar, and a CNI program for sysctls. */
  PASST {
    @Override
    boolean is(BindingRegistration plugin) {
      return image(plugin).filter("network-passt-binding"::equals).isPresent()
          || program(plugin).filter(PASST_CNI::equals).isPresent();
    }

    @Override
    void check(BindingRegistration plugin, ClusterConfiguration cluster, Report report) {
      var spec = plugin.spec();
      report.require(
          spec.attachmentType(),
          type -> type != DomainAttachment.ManagedTap,
          PluginCatalogue.CONDITIONS,
          "managedTap takes the pod's interface into a bridge, and passt listens on that interface.",
          "Leave attachmentType out: the sidecar attaches the guest.");
      if (plugin.definition().isAbsent()) {
        report.add(
            PluginCatalogue.CONDITIONS,
            spec.cni().path(),
            "passt has no definition with its CNI program, so that it may not open ports below 1024 nor ping.",
            "Set cni with the program " + PASST_CNI + ", which sets the sysctls in the pod.");
      }
      if (spec.memoryOverhead().isAbsent()) {
        report.add(
            PluginCatalogue.CONDITIONS,
            spec.memoryOverhead().path(),
            "passt takes memory of the machine's pod, and none is asked for.",
            ENOUGH);
      }
      report.require(
          spec.memoryOverhead(),
          text -> Quantity.parse(text).filter(q -> q.compareTo(PASST_MEMORY) < 0).isEmpty(),
          PluginCatalogue.CONDITIONS,
          spec.memoryOverhead().shown() + " is less than passt takes when it forwards all ports.",
          ENOUGH);
      report.add(
          PluginCatalogue.OUTLIVED,
          plugin.name().path(),
          "KubeVirt has the binding passtBinding since 1.8.",
          "Use it in new machines: it needs no plugin, sidecar or CNI program"
              + (cluster.isOn(GATE)
                  ? "."
                  : ", but in this release the feature gate " + GATE + "."));
    }
  },

  /** A device on an interface of the node, which the CNI macvtap of the machine's network makes. */
  MACVTAP {
    @Override
    boolean is(BindingRegistration plugin) {
      return plugin.name().known().filter("macvtap"::equals).isPresent();
    }

    @Override
    void check(BindingRegistration plugin, ClusterConfiguration cluster, Report report) {
      var spec = plugin.spec();
      report.require(
          spec.attachmentType(),
          type -> type == DomainAttachment.Tap,
          PluginCatalogue.CONDITIONS,
          "managedTap makes a tap device of its own, and the guest is not on the macvtap device.",
          "Set attachmentType to tap.");
      if (spec.migration().isGiven()) {
        report.notChecked(
            spec.migration().path(),
            "each machine needs a macAddress of its own: on another node the device gets another one");
      }
    }
  };

  private static final String GATE = "PasstBinding";
  private static final String PASST_CNI = "kubevirt-passt-binding";
  private static final BigDecimal PASST_MEMORY = BigDecimal.valueOf(250L << 20);
  private static final String ENOUGH =
      "Set memoryOverhead to 250Mi, or less where machines list their ports.";

  abstract boolean is(BindingRegistration plugin);

  /** Says what would run and not work. */
  abstract void check(BindingRegistration plugin, ClusterConfiguration cluster, Report report);

  /** Name of the sidecar's image, without registry, tag and digest. */
  private static Optional<String> image(BindingRegistration plugin) {
    return plugin
        .spec()
        .sidecarImage()
        .known()
        .map(i -> i.substring(i.lastIndexOf('/') + 1).replaceFirst("[:@].*", ""));
  }

  private static Optional<String> program(BindingRegistration plugin) {
    return plugin.spec().cni().flatMap(BindingCniSpec::program).known();
  }
}
