package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NodeImageSpec;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.ImageCatalogue;
import java.util.stream.Stream;

/** The rules for which image a root disk is copied from. */
final class ImageInputRules {
  private ImageInputRules() {}

  /** One source at most: what else the image says may change that of somebody else. */
  static void check(Value<NodeImageSpec> image, Report report) {
    image.ifKnown(
        spec -> {
          var given =
              Stream.of(spec.url(), spec.dataSource(), spec.osImage())
                  .filter(Value::isGiven)
                  .map(Value::path)
                  .toList();
          if (given.size() > 1) {
            report.add(
                ImageCatalogue.SOURCES, given.get(0), "It is set beside " + given.get(1) + ".");
          }
        });
  }

  /** An image under a name is nothing but a source, and can not be one under another name. */
  static void checkNamed(Value<NodeImageSpec> image, Report report) {
    check(image, report);
    image.ifKnown(
        spec -> {
          if (spec.url().isAbsent() && spec.dataSource().isAbsent()) {
            report.add(
                ImageCatalogue.SOURCES, image.path(), "The image has neither url nor dataSource.");
          }
        });
  }
}
