package io.kubevirtnet.cni;

import io.kubevirtnet.finding.Report;

/** Where a plugin gets its device from. */
final class DeviceRules {
  static final String RESOURCE = "k8s.v1.cni.cncf.io/resourceName";

  private DeviceRules() {}

  /**
   * For plugins that can do nothing without a device.
   *
   * @param message what they say then
   */
  static void required(PluginConfig config, String message) {
    var device = config.at("deviceID");
    if (hasResource(config)) {
      return;
    }
    if (device.isMissing()) {
      config.refuse(
          DeviceCatalogue.DEVICE_MISSING,
          config.place(),
          "No resource is named that has devices for it.",
          message);
    } else if (!device.isOpen()) {
      config.advise(
          DeviceCatalogue.DEVICE_PINNED, device, "The device " + device.shown() + " is fixed.");
    }
  }

  static boolean hasResource(PluginConfig config) {
    return !resource(config.definition()).isMissing();
  }

  /** The resource that a definition is annotated with, whatever its plugins are. */
  static void name(Definition definition, Report report) {
    var resource = resource(definition);
    resource
        .text()
        .filter(name -> !isExtendedResource(name))
        .ifPresent(
            name ->
                report.add(
                    DeviceCatalogue.RESOURCE_NAME,
                    resource.written(),
                    "\"" + resource.shown() + "\" is no name of a resource."));
  }

  private static Place resource(Definition definition) {
    return Place.of(definition.path(), definition.annotations()).get(RESOURCE);
  }

  private static boolean isExtendedResource(String name) {
    int slash = name.indexOf('/');
    return slash > 0
        && name.substring(0, slash).chars().allMatch(DeviceRules::isOfDomain)
        && name.charAt(0) != '.'
        && name.charAt(0) != '-'
        && isQualified(name.substring(slash + 1));
  }

  private static boolean isQualified(String name) {
    return !name.isEmpty()
        && name.length() <= 63
        && name.chars().allMatch(DeviceRules::isOfName)
        && Character.isLetterOrDigit(name.charAt(0))
        && Character.isLetterOrDigit(name.charAt(name.length() - 1));
  }

  private static boolean isOfDomain(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-';
  }

  private static boolean isOfName(int c) {
    return isOfDomain(c) || c >= 'A' && c <= 'Z' || c == '_';
  }
}
