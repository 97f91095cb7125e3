package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.PlatformRelease;
import java.util.Optional;

/**
 * What the stack says of vCluster Platform.
 *
 * @param stated nothing where the stack names no release
 */
public record PlatformSettings(Optional<PlatformRelease> stated) {
  public static final String VERSION = "platformVersion";
  static final PlatformSettings USUAL = new PlatformSettings(Optional.empty());

  private static final StatedRelease<PlatformRelease> RELEASE =
      new StatedRelease<>(PlatformRelease.KNOWN, SettingsCatalogue.PLATFORM_VERSION);

  static PlatformSettings read(Fields config, Report report) {
    return new PlatformSettings(RELEASE.read(RELEASE.setting(config, VERSION, report), report));
  }

  /**
   * The release whose rules hold for a component.
   *
   * @param version an input of it, which goes before that of the stack
   */
  public PlatformRelease release(Value<String> version, Report report) {
    return RELEASE.read(version, report).or(() -> stated).orElse(PlatformRelease.newest());
  }
}
