package io.kubevirtnet.vcluster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type of a VirtualMachine, as far as a patch goes into it: lists are replaced, but for the few
 * that KubeVirt's types have a patch strategy for.
 */
final class PatchShape {
  /**
   * One line for each type: {@code name}, {@code list[]}, {@code map{}}, {@code object:Type}, a
   * list that is merged by the key of its items {@code list[key]:Type}, or as a set {@code
   * list[]+}. What Go holds by a pointer has a {@code *}.
   */
  private static final String TYPES =
      """
      VirtualMachine apiVersion kind metadata:ObjectMeta spec:VirtualMachineSpec status:Anything
      ObjectMeta annotations{} creationTimestamp:Time deletionGracePeriodSeconds* \
        deletionTimestamp*:Time finalizers[]+ generateName generation labels{} managedFields[] \
        name namespace ownerReferences[uid]:OwnerReference resourceVersion selfLink uid
      VirtualMachineSpec dataVolumeTemplates[] instancetype*:InstancetypeMatcher \
        preference*:PreferenceMatcher runStrategy* running* \
        template*:VirtualMachineInstanceTemplateSpec updateVolumesStrategy*
      Time
      OwnerReference apiVersion blockOwnerDeletion* controller* kind name uid
      InstancetypeMatcher inferFromVolume inferFromVolumeFailurePolicy* kind name revisionName
      PreferenceMatcher inferFromVolume inferFromVolumeFailurePolicy* kind name revisionName
      VirtualMachineInstanceTemplateSpec metadata:ObjectMeta spec:VirtualMachineInstanceSpec
      VirtualMachineInstanceSpec accessCredentials[] affinity*:Affinity architecture \
        dnsConfig*:PodDNSConfig dnsPolicy domain:DomainSpec evictionStrategy* hostname \
        livenessProbe*:Probe networks[] nodeSelector{} priorityClassName readinessProbe*:Probe \
        resourceClaims[] schedulerName serviceAccountName startStrategy* subdomain \
        terminationGracePeriodSeconds* tolerations[] \
        topologySpreadConstraints[topologyKey]:TopologySpreadConstraint utilityVolumes[] volumes[]
      DomainSpec chassis*:Chassis clock*:Clock cpu*:CPU devices:Devices features*:Features \
        firmware*:Firmware ioThreads*:DiskIOThreads ioThreadsPolicy* \
        launchSecurity*:LaunchSecurity machine*:Machine memory*:Memory rebootPolicy* \
        resources:ResourceRequirements
      Affinity nodeAffinity*:NodeAffinity podAffinity*:PodAffinity \
        podAntiAffinity*:PodAntiAffinity
      TopologySpreadConstraint labelSelector*:LabelSelector matchLabelKeys[] maxSkew minDomains* \
        nodeAffinityPolicy* nodeTaintsPolicy* topologyKey whenUnsatisfiable
      Probe exec*:ExecAction failureThreshold guestAgentPing*:GuestAgentPing \
        httpGet*:HTTPGetAction initialDelaySeconds periodSeconds successThreshold \
        tcpSocket*:TCPSocketAction timeoutSeconds
      PodDNSConfig nameservers[] options[] searches[]
      ResourceRequirements limits{} overcommitGuestOverhead requests{}
      CPU cores dedicatedCpuPlacement features[] isolateEmulatorThread maxSockets model numa*:NUMA \
        realtime*:Realtime sockets threads
      Memory guest*:Quantity hugepages*:Hugepages maxGuest*:Quantity \
        reservedOverhead*:ReservedOverhead
      Machine type
      Firmware acpi*:ACPI bootloader*:Bootloader kernelBoot*:KernelBoot serial uuid
      Clock timer*:Timer timezone* utc*:ClockOffsetUTC
      Features acpi:FeatureState apic*:FeatureAPIC hyperv*:FeatureHyperv \
        hypervPassthrough*:HyperVPassthrough kvm*:FeatureKVM pvspinlock*:FeatureState \
        smm*:FeatureState
      Devices autoattachGraphicsDevice* autoattachInputDevice* autoattachMemBalloon* \
        autoattachPodInterface* autoattachSerialConsole* autoattachVSOCK* blockMultiQueue* \
        clientPassthrough*:ClientPassthroughDevices disableHotplug disks[] \
        downwardMetrics*:DownwardMetrics filesystems[] gpus[] hostDevices[] inputs[] interfaces[] \
        logSerialConsole* networkInterfaceMultiqueue* panicDevices[] rng*:Rng sound*:SoundDevice \
        tpm*:TPMDevice useVirtioTransitional* video*:VideoDevice watchdog*:Watchdog
      DiskIOThreads supplementalPoolThreadCount*
      Chassis asset manufacturer serial sku version
      LaunchSecurity sev*:SEV snp*:SEVSNP tdx*:TDX
      NodeAffinity preferredDuringSchedulingIgnoredDuringExecution[] \
        requiredDuringSchedulingIgnoredDuringExecution*:NodeSelector
      PodAffinity preferredDuringSchedulingIgnoredDuringExecution[] \
        requiredDuringSchedulingIgnoredDuringExecution[]
      PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution[] \
        requiredDuringSchedulingIgnoredDuringExecution[]
      LabelSelector matchExpressions[] matchLabels{}
      ExecAction command[]
      GuestAgentPing
      HTTPGetAction host httpHeaders[] path port:IntOrString scheme
      TCPSocketAction host port:IntOrString
      NUMA guestMappingPassthrough*:NUMAGuestMappingPassthrough
      Realtime mask
      Hugepages pageSize
      Quantity Format
      ReservedOverhead addedOverhead*:Quantity memLock*
      Bootloader bios*:BIOS efi*:EFI
      KernelBoot container*:KernelBootContainer kernelArgs
      ACPI msdmNameRef slicNameRef
      ClockOffsetUTC offsetSeconds*
      Timer hpet*:HPETTimer hyperv*:HypervTimer kvm*:KVMTimer pit*:PITTimer rtc*:RTCTimer
      FeatureState enabled*
      FeatureAPIC enabled* endOfInterrupt
      HyperVPassthrough enabled*
      FeatureHyperv evmcs*:FeatureState frequencies*:FeatureState ipi*:FeatureState \
        reenlightenment*:FeatureState relaxed*:FeatureState reset*:FeatureState \
        runtime*:FeatureState spinlocks*:FeatureSpinlocks synic*:FeatureState \
        synictimer*:SyNICTimer tlbflush*:TLBFlush vapic*:FeatureState vendorid*:FeatureVendorID \
        vpindex*:FeatureState
      FeatureKVM hidden
      Watchdog diag288*:Diag288Watchdog i6300esb*:I6300ESBWatchdog name
      Rng
      DownwardMetrics
      ClientPassthroughDevices
      SoundDevice model name
      TPMDevice enabled* persistent*
      VideoDevice type
      SEV attestation*:SEVAttestation dhCert policy*:SEVPolicy session
      SEVSNP
      TDX
      NodeSelector nodeSelectorTerms[]
      IntOrString IntVal StrVal Type
      NUMAGuestMappingPassthrough
      BIOS useSerial*
      EFI persistent* secureBoot*
      KernelBootContainer image imagePullPolicy imagePullSecret initrdPath kernelPath
      HPETTimer present* tickPolicy
      KVMTimer present*
      PITTimer present* tickPolicy
      RTCTimer present* tickPolicy track
      HypervTimer present*
      FeatureSpinlocks enabled* spinlocks*
      SyNICTimer direct*:FeatureState enabled*
      FeatureVendorID enabled* vendorid
      TLBFlush direct*:FeatureState enabled* extended*:FeatureState
      I6300ESBWatchdog action
      Diag288Watchdog action
      SEVPolicy encryptedState*
      SEVAttestation
      """;

  /** Whatever is in it is known: nobody patches the status of a template. */
  private static final String ANYTHING = "Anything";

  private static final Map<String, PatchShape> ALL =
      TYPES
          .lines()
          .map(PatchShape::read)
          .collect(Collectors.toMap(PatchShape::name, s -> s, (a, b) -> a, LinkedHashMap::new));

  private final String name;
  private final Map<String, Field> fields;

  private PatchShape(String name, Map<String, Field> fields) {
    this.name = name;
    this.fields = fields;
  }

  /**
   * A field of an object.
   *
   * @param type of the object there, or of the items of a list that is merged; empty for others
   * @param key by which items are the same, where there is one
   * @param merged whether a list is merged, and not replaced
   * @param lists whether Kubernetes takes lists there, right or wrong
   */
  record Field(String type, Optional<String> key, boolean merged, boolean lists) {
    static final Field OPEN = new Field(ANYTHING, Optional.empty(), false, true);

    /** What is in an object there. */
    PatchShape shape() {
      return PatchShape.of(type);
    }
  }

  static PatchShape machine() {
    return of("VirtualMachine");
  }

  /** One without a name has no fields. */
  private static PatchShape of(String type) {
    return Optional.ofNullable(ALL.get(type)).orElseGet(() -> new PatchShape(type, Map.of()));
  }

  private static PatchShape read(String line) {
    var words = line.trim().split("\\s+");
    var fields = new LinkedHashMap<String, Field>();
    Arrays.stream(words).skip(1).forEach(word -> add(fields, word));
    return new PatchShape(words[0], fields);
  }

  private static void add(Map<String, Field> fields, String word) {
    var nameAndType = word.split(":", 2);
    var type = nameAndType.length > 1 ? nameAndType[1] : "";
    var name = nameAndType[0].split("[*\\[{]", 2)[0];
    var key =
        Optional.of(nameAndType[0])
            .filter(n -> n.endsWith("]"))
            .map(n -> n.substring(name.length() + 1, n.length() - 1))
            .filter(k -> !k.isEmpty());
    boolean lists = word.contains("[") || word.contains("*");
    fields.put(name, new Field(type, key, key.isPresent() || word.endsWith("+"), lists));
  }

  /** For messages; empty for what is no object of a type. */
  String name() {
    return name;
  }

  boolean isObject() {
    return name.equals(ANYTHING) || ALL.containsKey(name);
  }

  /** The field as Go finds it: by its name, else by one that differs in case alone. */
  Optional<Field> field(String field) {
    if (name.equals(ANYTHING)) {
      return Optional.of(Field.OPEN);
    }
    return Stream.concat(
            Optional.ofNullable(fields.get(field)).stream(),
            fields.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(field))
                .map(Map.Entry::getValue))
        .findFirst();
  }
}
