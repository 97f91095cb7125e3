package io.kubevirtnet.e2e.scenario;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of any component as a remote one takes them. The SDK finds inputs by field, so here is one
 * for each, and some for names that do not exist.
 */
@SuppressWarnings("unused")
final class RemoteArgs extends ResourceArgs {
  @Import private @Nullable Output<Object> addresses;
  @Import private @Nullable Output<Object> adopt;
  @Import private @Nullable Output<Object> annotations;
  @Import private @Nullable Output<Object> api;
  @Import private @Nullable Output<Object> attachTo;
  @Import private @Nullable Output<Object> attachment;
  @Import private @Nullable Output<Object> attachmentName;
  @Import private @Nullable Output<Object> attachmentType;
  @Import private @Nullable Output<Object> autoattachPodInterface;
  @Import private @Nullable Output<Object> bandwidth;
  @Import private @Nullable Output<Object> binding;
  @Import private @Nullable Output<Object> bridgeNam;
  @Import private @Nullable Output<Object> bridgeName;
  @Import private @Nullable Output<Object> capabilities;
  @Import private @Nullable Output<Object> capture;
  @Import private @Nullable Output<Object> chainedPlugins;
  @Import private @Nullable Output<Object> cloudControllers;
  @Import private @Nullable Output<Object> cloudInit;
  @Import private @Nullable Output<Object> cloudInitTemplate;
  @Import private @Nullable Output<Object> cluster;
  @Import private @Nullable Output<Object> cni;
  @Import private @Nullable Output<Object> cniVersion;
  @Import private @Nullable Output<Object> configMapName;
  @Import private @Nullable Output<Object> configurationOwner;
  @Import private @Nullable Output<Object> consumers;
  @Import private @Nullable Output<Object> containerDisk;
  @Import private @Nullable Output<Object> controlPlane;
  @Import private @Nullable Output<Object> controller;
  @Import private @Nullable Output<Object> copyMacFrom;
  @Import private @Nullable Output<Object> cost;
  @Import private @Nullable Output<Object> cpuCores;
  @Import private @Nullable Output<Object> dataVolumeTemplates;
  @Import private @Nullable Output<Object> dedicatedCpus;
  @Import private @Nullable Output<Object> defaultBinding;
  @Import private @Nullable Output<Object> definition;
  @Import private @Nullable Output<Object> deploy;
  @Import private @Nullable Output<Object> description;
  @Import private @Nullable Output<Object> desiredCapacity;
  @Import private @Nullable Output<Object> device;
  @Import private @Nullable Output<Object> devices;
  @Import private @Nullable Output<Object> displayName;
  @Import private @Nullable Output<Object> dns;
  @Import private @Nullable Output<Object> downwardApi;
  @Import private @Nullable Output<Object> environment;
  @Import private @Nullable Output<Object> facts;
  @Import private @Nullable Output<Object> guestAddresses;
  @Import private @Nullable Output<Object> guestNetwork;
  @Import private @Nullable Output<Object> hostDevice;
  @Import private @Nullable Output<Object> hostModel;
  @Import private @Nullable Output<Object> hyperConvergedNamespace;
  @Import private @Nullable Output<Object> image;
  @Import private @Nullable Output<Object> infraNodeSelector;
  @Import private @Nullable Output<Object> infraTolerations;
  @Import private @Nullable Output<Object> instanceType;
  @Import private @Nullable Output<Object> interfaceTemplate;
  @Import private @Nullable Output<Object> interfaces;
  @Import private @Nullable Output<Object> ipam;
  @Import private @Nullable Output<Object> ipv4;
  @Import private @Nullable Output<Object> ipv6;
  @Import private @Nullable Output<Object> ipvlan;
  @Import private @Nullable Output<Object> kind;
  @Import private @Nullable Output<Object> kubeReserved;
  @Import private @Nullable Output<Object> kubeVip;
  @Import private @Nullable Output<Object> kubeletArgs;
  @Import private @Nullable Output<Object> kubevirtName;
  @Import private @Nullable Output<Object> kubevirtNamespace;
  @Import private @Nullable Output<Object> kubevirtVersion;
  @Import private @Nullable Output<Object> labels;
  @Import private @Nullable Output<Object> leftBehind;
  @Import private @Nullable Output<Object> linkState;
  @Import private @Nullable Output<Object> linuxBridge;
  @Import private @Nullable Output<Object> localnets;
  @Import private @Nullable Output<Object> logFile;
  @Import private @Nullable Output<Object> logLevel;
  @Import private @Nullable Output<Object> macAddress;
  @Import private @Nullable Output<Object> macvlan;
  @Import private @Nullable Output<Object> macvtap;
  @Import private @Nullable Output<Object> managementInterface;
  @Import private @Nullable Output<Object> maxCapacity;
  @Import private @Nullable Output<Object> maxTxRate;
  @Import private @Nullable Output<Object> maxUnavailable;
  @Import private @Nullable Output<Object> memory;
  @Import private @Nullable Output<Object> memoryOverhead;
  @Import private @Nullable Output<Object> mergeVirtualMachineTemplate;
  @Import private @Nullable Output<Object> migration;
  @Import private @Nullable Output<Object> minTxRate;
  @Import private @Nullable Output<Object> mtu;
  @Import private @Nullable Output<Object> multiqueue;
  @Import private @Nullable Output<Object> multusDefault;
  @Import private @Nullable Output<Object> name;
  @Import private @Nullable Output<Object> namespace;
  @Import private @Nullable Output<Object> namespaceStrategy;
  @Import private @Nullable Output<Object> namespaces;
  @Import private @Nullable Output<Object> netris;
  @Import private @Nullable Output<Object> networkData;
  @Import private @Nullable Output<Object> networkDataTemplate;
  @Import private @Nullable Output<Object> networks;
  @Import private @Nullable Output<Object> nodeGroups;
  @Import private @Nullable Output<Object> nodeProvider;
  @Import private @Nullable Output<Object> nodeSelector;
  @Import private @Nullable Output<Object> nodeType;
  @Import private @Nullable Output<Object> nodeTypes;
  @Import private @Nullable Output<Object> operatorNamespace;
  @Import private @Nullable Output<Object> options;
  @Import private @Nullable Output<Object> ovnLayer2;
  @Import private @Nullable Output<Object> ovnLocalnet;
  @Import private @Nullable Output<Object> ovs;
  @Import private @Nullable Output<Object> ovsOptions;
  @Import private @Nullable Output<Object> permitBridgeOnPodNetwork;
  @Import private @Nullable Output<Object> platformVersion;
  @Import private @Nullable Output<Object> plugin;
  @Import private @Nullable Output<Object> pluginName;
  @Import private @Nullable Output<Object> pluginNamespace;
  @Import private @Nullable Output<Object> pluginsVersion;
  @Import private @Nullable Output<Object> podNetwork;
  @Import private @Nullable Output<Object> policyName;
  @Import private @Nullable Output<Object> poolProperties;
  @Import private @Nullable Output<Object> pools;
  @Import private @Nullable Output<Object> ports;
  @Import private @Nullable Output<Object> power;
  @Import private @Nullable Output<Object> preference;
  @Import private @Nullable Output<Object> probeDnsHost;
  @Import private @Nullable Output<Object> profile;
  @Import private @Nullable Output<Object> promiscMode;
  @Import private @Nullable Output<Object> properties;
  @Import private @Nullable Output<Object> provider;
  @Import private @Nullable Output<Object> purpose;
  @Import private @Nullable Output<Object> raw;
  @Import private @Nullable Output<Object> rawConfig;
  @Import private @Nullable Output<Object> resourceName;
  @Import private @Nullable Output<Object> resourcePrefix;
  @Import private @Nullable Output<Object> resources;
  @Import private @Nullable Output<Object> rollout;
  @Import private @Nullable Output<Object> rootVolume;
  @Import private @Nullable Output<Object> routeRules;
  @Import private @Nullable Output<Object> routes;
  @Import private @Nullable Output<Object> runStrategy;
  @Import private @Nullable Output<Object> serverCluster;
  @Import private @Nullable Output<Object> sidecarImage;
  @Import private @Nullable Output<Object> site;
  @Import private @Nullable Output<Object> spoofCheck;
  @Import private @Nullable Output<Object> sriov;
  @Import private @Nullable Output<Object> sshKeys;
  @Import private @Nullable Output<Object> startupTaints;
  @Import private @Nullable Output<Object> stp;
  @Import private @Nullable Output<Object> suppress;
  @Import private @Nullable Output<Object> taints;
  @Import private @Nullable Output<Object> teardown;
  @Import private @Nullable Output<Object> template;
  @Import private @Nullable Output<Object> templateYaml;
  @Import private @Nullable Output<Object> tolerations;
  @Import private @Nullable Output<Object> trust;
  @Import private @Nullable Output<Object> tuning;
  @Import private @Nullable Output<Object> uplink;
  @Import private @Nullable Output<Object> userData;
  @Import private @Nullable Output<Object> userDataTemplate;
  @Import private @Nullable Output<Object> virtualCluster;
  @Import private @Nullable Output<Object> virtualMachineTemplate;
  @Import private @Nullable Output<Object> vlan;
  @Import private @Nullable Output<Object> vlanProtocol;
  @Import private @Nullable Output<Object> vlanQos;
  @Import private @Nullable Output<Object> vnet;
  @Import private @Nullable Output<Object> vpc;
  @Import private @Nullable Output<Object> wiring;

  RemoteArgs(Map<String, Object> inputs) {
    inputs.forEach(this::set);
  }

  private void set(String input, Object value) {
    Field field =
        Arrays.stream(RemoteArgs.class.getDeclaredFields())
            .filter(f -> f.getName().equals(input))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("add a field " + input));
    try {
      field.set(this, value instanceof Output<?> output ? output : Output.of(value));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
