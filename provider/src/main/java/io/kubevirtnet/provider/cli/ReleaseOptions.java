package io.kubevirtnet.provider.cli;

import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.link.KnownReleases.Reading;
import io.kubevirtnet.vcluster.PlatformRelease;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The releases that objects are for. */
final class ReleaseOptions {
  private static final String KUBEVIRT = "--kubevirt-version";
  private static final String PLATFORM = "--platform-version";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = KUBEVIRT,
      paramLabel = "VERSION",
      description = "KubeVirt's release in the cluster. Default: the newest that is known, 1.9.")
  private String kubeVirtVersion = KubeVirtRelease.newest().wire();

  @Option(
      names = PLATFORM,
      paramLabel = "VERSION",
      description = "vCluster Platform's release. Default: the newest that is known, 4.12.")
  private String platformVersion = PlatformRelease.newest().wire();

  KubeVirtRelease kubeVirt() {
    return release(KUBEVIRT, KubeVirtRelease.parse(kubeVirtVersion));
  }

  /** It was asked for, and not only taken as the newest one. */
  boolean isKubeVirtGiven() {
    return isGiven(KUBEVIRT);
  }

  boolean isPlatformGiven() {
    return isGiven(PLATFORM);
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  PlatformRelease platform() {
    return release(PLATFORM, PlatformRelease.parse(platformVersion));
  }

  /** A newer one than is known is judged as that, and said so. */
  private <R> R release(String option, Reading<R> reading) {
    if (!reading.remark().isEmpty()) {
      if (reading.release().isEmpty()) {
        throw new ParameterException(spec.commandLine(), option + ": " + reading.remark());
      }
      spec.commandLine().getErr().println(reading.remark());
    }
    return reading.release().orElseThrow();
  }
}
