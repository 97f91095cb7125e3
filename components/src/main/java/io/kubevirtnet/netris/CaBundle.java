package io.kubevirtnet.netris;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Certificates in PEM; what stands around them is a comment. */
public record CaBundle(List<X509Certificate> certificates) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

  public CaBundle {
    certificates = List.copyOf(certificates);
  }

  /** Nothing where there is no certificate, or one that can not be read. */
  public static Optional<CaBundle> parse(String text) {
    var certificates = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var blocks = BLOCK.matcher(text);
      while (blocks.find()) {
        var block = blocks.group().getBytes(StandardCharsets.US_ASCII);
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
      }
    } catch (CertificateException e) {
      return Optional.empty();
    }
    return certificates.isEmpty() ? Optional.empty() : Optional.of(new CaBundle(certificates));
  }
}
