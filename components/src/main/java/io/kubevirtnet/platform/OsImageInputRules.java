package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.OSImageSpec;
import io.kubevirtnet.vcluster.OsImageRules;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.EnumSet;
import java.util.Set;

/** The rules for an image under a name. */
public final class OsImageInputRules {
  private static final Set<PropertyKey> INPUTS =
      EnumSet.of(
          PropertyKey.OS_IMAGE_TYPE,
          PropertyKey.IMAGE_URL,
          PropertyKey.IMAGE_CHECKSUM,
          PropertyKey.IMAGE_DATA_SOURCE,
          PropertyKey.OS_IMAGE_NAME,
          PropertyKey.ROOT_DISK_SIZE,
          PropertyKey.DATA_VOLUME_TEMPLATE,
          PropertyKey.ROOT_DISK_TEMPLATE);

  private OsImageInputRules() {}

  public static void check(
      OSImageSpec spec, String resourceName, PlatformRelease release, Report report) {
    NameRules.subdomain(spec.name().orDefault(resourceName), "an image", report);
    ImageInputRules.checkNamed(spec.image(), report);
    PropertyRules.check(spec.properties(), INPUTS, report);
    var object = OsImageExpander.object(spec, resourceName);
    var said = new Report();
    OsImageRules.check(object.part(), release, said);
    object.hand(said, report);
  }
}
