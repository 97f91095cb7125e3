package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.value.Part;

/** The rules for an OSImage by itself. */
public final class OsImageRules {
  private OsImageRules() {}

  public static void check(Part image, PlatformRelease release, Report report) {
    var properties = image.get("spec", "properties");
    new ObjectChecks(report).metadata(image.get("metadata"), KubernetesName::isSubdomain);
    PropertyRules.check(properties, PropertyOrigin.OS_IMAGE, release, report);
    boolean hasSource =
        properties.get(PropertyKey.IMAGE_URL.key()).isSet()
            || properties.get(PropertyKey.IMAGE_DATA_SOURCE.key()).isSet();
    boolean isForOthers =
        Reading.entries(properties).stream()
            .anyMatch(
                p ->
                    PropertyKey.isReserved(p.key())
                        && !p.key().startsWith("kubevirt.")
                        && PropertyKey.find(p.key()).isEmpty());
    if (isForOthers || properties.isOpen()) {
      return;
    }
    if (!hasSource) {
      report.add(
          ImageCatalogue.SOURCES,
          properties.path(),
          "There is neither image-url nor image-datasource.",
          "Set "
              + PropertyKey.IMAGE_URL.key()
              + " or "
              + PropertyKey.IMAGE_DATA_SOURCE.key()
              + ".");
    }
    type(properties, report);
  }

  private static void type(Part properties, Report report) {
    var type = properties.get(PropertyKey.OS_IMAGE_TYPE.key());
    if (!type.isSet()) {
      report.add(ObjectCatalogue.IMAGE_TYPE, properties.path(), "There is no os-image-type.");
    }
  }
}
