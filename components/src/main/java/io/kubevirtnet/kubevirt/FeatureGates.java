package io.kubevirtnet.kubevirt;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The feature gates of KubeVirt, and how far each release has come with them. */
final class FeatureGates {
  static final String PASST_BINDING = "PasstBinding";
  static final String NETWORK_DEVICES_WITH_DRA = "NetworkDevicesWithDRA";
  static final String PORT_RANGES = "PortRangesSpec";
  static final String ENCRYPTION_SEV = "WorkloadEncryptionSEV";
  static final String ENCRYPTION_TDX = "WorkloadEncryptionTDX";

  /** How far a gate has come. */
  enum Stage {
    ALPHA,
    BETA,
    GA,
    DEPRECATED,
    DISCONTINUED
  }

  /** Letters for the stages in 1.8 and 1.9; a hyphen where the gate is not known. */
  private static final Map<String, String> STAGES =
      Map.ofEntries(
          both("A", "AlignCPUs"),
          both("A", "CPUManager"),
          both("A", "ConfigurableHypervisor"),
          both("A", "ContainerPathVolumes"),
          both("A", "DecentralizedLiveMigration"),
          both("A", "DownwardMetrics"),
          both("A", "EnableVirtioFsStorageVolumes"),
          both("A", "ExperimentalIgnitionSupport"),
          both("A", "HostDevices"),
          both("A", "HostDisk"),
          both("A", "HypervStrictCheck"),
          both("A", "IncrementalBackup"),
          both("A", "PCINUMAAwareTopology"),
          both("A", "ReservedOverheadMemlock"),
          both("A", "Root"),
          both("A", "Sidecar"),
          both("A", "UtilityVolumes"),
          both("A", "VSOCK"),
          both("A", ENCRYPTION_TDX),
          both("B", "ExternalNetResourceInjection"),
          both("B", "ImageVolume"),
          both("B", "KubevirtSeccompProfile"),
          both("B", "NodeRestriction"),
          both("B", PASST_BINDING),
          both("B", "PodSecondaryInterfaceNamingUpgrade"),
          both("B", "Snapshot"),
          Map.entry("DeclarativeHotplugVolumes", "AB"),
          Map.entry("GPUsWithDRA", "AB"),
          Map.entry("HostDevicesWithDRA", "AB"),
          Map.entry("LibvirtHooksServerAndClient", "AB"),
          Map.entry("OptOutRoleAggregation", "AB"),
          Map.entry("RebootPolicy", "AB"),
          Map.entry("Template", "AB"),
          Map.entry("VmiMemoryOverheadReport", "AB"),
          Map.entry(ENCRYPTION_SEV, "AB"),
          Map.entry("ExpandDisks", "AG"),
          Map.entry("PersistentReservation", "AG"),
          Map.entry("HotplugVolumes", "AD"),
          Map.entry("LiveUpdateNADRef", "BG"),
          Map.entry("MigrationPriorityQueue", "BG"),
          Map.entry("PanicDevices", "BG"),
          Map.entry("SecureExecution", "BG"),
          Map.entry("VMExport", "BG"),
          Map.entry("VideoConfig", "BG"),
          Map.entry("CrossArchitectureVirtualization", "-A"),
          Map.entry("FirmwareAutoSelection", "-A"),
          Map.entry("GraceIOVirtualization", "-A"),
          Map.entry("IOMMUFD", "-A"),
          Map.entry("MigrationStallDetection", "-A"),
          Map.entry(NETWORK_DEVICES_WITH_DRA, "-A"),
          Map.entry("OCIExport", "-A"),
          Map.entry("ObjectGraph", "-A"),
          Map.entry("Plugins", "-A"),
          Map.entry(PORT_RANGES, "-A"),
          Map.entry("VGPULiveMigration", "-A"),
          Map.entry("VMStatsCollector", "-A"),
          both("G", "AutoResourceLimitsGate"),
          both("G", "BochsDisplayForEFIGuests"),
          both("G", "CPUNodeDiscovery"),
          both("G", "ClusterProfiler"),
          both("G", "CommonInstancetypesDeploymentGate"),
          both("G", "DisableCustomSELinuxPolicy"),
          both("G", "DynamicPodInterfaceNaming"),
          both("G", "EnableVirtioFsConfigVolumes"),
          both("G", "GPU"),
          both("G", "HotplugNICs"),
          both("G", "InstancetypeReferencePolicy"),
          both("G", "LiveMigration"),
          both("G", "NUMA"),
          both("G", "NetworkBindingPlugins"),
          both("G", "NonRoot"),
          both("G", "PSA"),
          both("G", "SRIOVLiveMigration"),
          both("G", "VMLiveUpdateFeatures"),
          both("G", "VMPersistentState"),
          both("G", "VolumeMigration"),
          both("G", "VolumesUpdateStrategy"),
          both("D", "DisableMDEVConfiguration"),
          both("D", "DockerSELinuxMCSWorkaround"),
          both("D", "MultiArchitecture"),
          both("X", "ExperimentalVirtiofsSupport"),
          both("X", "Macvtap"),
          both("X", "Passt"),
          both("X", "PasstIPStackMigration"));

  private FeatureGates() {}

  private static Map.Entry<String, String> both(String stage, String gate) {
    return Map.entry(gate, stage + stage);
  }

  static Optional<Stage> stage(String gate, KubeVirtRelease release) {
    var stages = STAGES.get(gate);
    return stages == null ? Optional.empty() : stage(stages.charAt(release.ordinal()));
  }

  private static Optional<Stage> stage(char letter) {
    return switch (letter) {
      case 'A' -> Optional.of(Stage.ALPHA);
      case 'B' -> Optional.of(Stage.BETA);
      case 'G' -> Optional.of(Stage.GA);
      case 'D' -> Optional.of(Stage.DEPRECATED);
      case 'X' -> Optional.of(Stage.DISCONTINUED);
      default -> Optional.empty();
    };
  }

  /** For a proposal. */
  static Set<String> known(KubeVirtRelease release) {
    var known = new TreeSet<String>();
    for (var gate : STAGES.keySet()) {
      if (stage(gate, release).isPresent()) {
        known.add(gate);
      }
    }
    return known;
  }

  /**
   * What is generally available is on; then it counts what is listed as on, then what is listed as
   * off. That beta is on by itself starts with 1.9.
   */
  static boolean isOn(String gate, KubeVirtRelease release, Set<String> on, Set<String> off) {
    var stage = stage(gate, release);
    if (stage.isEmpty()) {
      return false;
    }
    if (stage.get() == Stage.GA || on.contains(gate)) {
      return true;
    }
    return !off.contains(gate)
        && stage.get() == Stage.BETA
        && release.isAtLeast(KubeVirtRelease.V1_9);
  }
}
