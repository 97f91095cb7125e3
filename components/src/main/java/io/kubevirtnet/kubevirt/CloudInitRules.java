package io.kubevirtnet.kubevirt;

import java.util.Base64;

/** KubeVirt admitter: vmi-create-admitter.go. Network data that comes with a cloud-init volume. */
final class CloudInitRules {
  private static final int MOST = 2048;
  private static final int QUARTET = 4;

  private CloudInitRules() {}

  static void check(Place spec, Admission admission) {
    for (var volume : spec.get("volumes").items()) {
      var noCloud = volume.get("cloudInitNoCloud");
      if (noCloud.isThere()) {
        source(noCloud, admission);
      } else if (!noCloud.isOpen()) {
        var configDrive = volume.get("cloudInitConfigDrive");
        if (configDrive.isThere()) {
          source(configDrive, admission);
        }
      }
    }
  }

  private static void source(Place source, Admission admission) {
    var plain = source.get("networkData");
    var encoded = source.get("networkDataBase64");
    var secret = source.get("networkDataSecretRef").get("name");
    int sources = count(secret) + count(encoded) + count(plain);
    int bytes = 0;
    if (count(encoded) > 0) {
      bytes = decodedBytes(encoded.text());
      if (bytes < 0) {
        admission.refuse(
            SpecCatalogue.BASE64,
            encoded,
            "networkDataBase64 is not in base64.",
            Cause.INVALID,
            admission.field(encoded)
                + "."
                + name(source)
                + ".networkDataBase64 is not a valid base64 value.");
      }
    }
    if (count(plain) > 0) {
      bytes = Ascii.bytes(plain.text());
    }
    if (sources > 1) {
      admission.refuse(
          SpecCatalogue.NETWORK_DATA,
          source,
          "Network data is given in " + sources + " ways.",
          Cause.INVALID,
          admission.field(source) + " must have only one networkdata source set.");
    }
    if (bytes > MOST && !plain.isOpen()) {
      admission.refuse(
          SpecCatalogue.NETWORK_DATA,
          source,
          "The network data has " + bytes + " bytes.",
          "Put it into a Secret, and name that in networkDataSecretRef.",
          Cause.INVALID,
          admission.field(source),
          admission.field(source)
              + " networkdata exceeds 2048 byte limit. Should use NetworkDataSecretRef for larger data.");
    }
  }

  private static int count(Place text) {
    return text.isThere() && !text.is("") ? 1 : 0;
  }

  private static String name(Place source) {
    var suffix = source.suffix();
    return suffix.substring(suffix.lastIndexOf('.') + 1);
  }

  /** -1 when it is not base64; Go skips the ends of lines, and insists on padding. */
  private static int decodedBytes(String encoded) {
    var text = encoded.replace("\r", "").replace("\n", "");
    if (text.length() % QUARTET != 0) {
      return -1;
    }
    try {
      return Base64.getDecoder().decode(text).length;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
