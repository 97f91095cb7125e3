package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What can be wrong with the root disk of a machine. */
public final class ImageCatalogue {
  private ImageCatalogue() {}

  private static final String PLATFORM = "vCluster Platform, KubeVirt node provider";

  private static String image(String image) {
    return "type: kubevirtnet:OSImage\nproperties: {image: " + image + "}\n";
  }

  public static final Rule SOURCES =
      Rule.refused("KVN-P032", "Root disk with two sources, or without any")
          .why("It is copied from one image; of two, one would silently be left out.")
          .fix("Keep one of url, dataSource and osImage.")
          .source("schema.json")
          .example(
              image(
                  "{url: \"docker://quay.io/containerdisks/ubuntu:22.04\", dataSource: images/ubuntu}"));

  public static final Rule CHECKSUM =
      Rule.error("KVN-P033", "Checksum that no image can have")
          .why(
              "It reaches the importer as it is, which reads algorithm:digest with md5, sha1, sha256 or sha512 in hexadecimal digits, and fails the import.")
          .fix("Write for example sha256: and 64 hexadecimal digits.")
          .source("CDI: checksum of an HTTP source")
          .example(image("{url: \"https://images.example/ubuntu.img\", checksum: \"sha256:abc\"}"));

  public static final Rule DATA_SOURCE =
      Rule.refused("KVN-P034", "Reference to a DataSource that can not exist")
          .why("It is namespace/name, or the bare name of one in the provider's namespace.")
          .fix("Write namespace/name.")
          .source(PLATFORM + ": image-datasource")
          .example(image("{dataSource: images/ubuntu/22.04}"));

  public static final Rule NO_SIZE =
      Rule.refused("KVN-P035", "Root disk without a size")
          .why("The platform fails each machine that has an image and no root-disk-size.")
          .fix("Set rootDiskSize of image.")
          .source(PLATFORM + ": root-disk-size")
          .example(
              ProviderExample.properties(
                  "kv/image-url: \"docker://quay.io/containerdisks/ubuntu:22.04\""));

  public static final Rule OVERWRITTEN =
      Rule.warning("KVN-P036", "Part of the data volume that the platform overwrites")
          .why("Source and size are set after the template is merged.")
          .fix("Remove it; url, dataSource and rootDiskSize of image say both.")
          .source(PLATFORM + ": image-datavolume-template")
          .example(
              image(
                  "{url: \"docker://quay.io/containerdisks/ubuntu:22.04\", dataVolumeTemplate: {spec: {source: {blank: {}}}}}"));

  public static final List<Rule> ALL =
      List.of(SOURCES, CHECKSUM, DATA_SOURCE, NO_SIZE, OVERWRITTEN);
}
