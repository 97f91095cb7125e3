package io.kubevirtnet.netriscontroller;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Key and self-signed certificate, as controllers have one unless somebody gives them a better. */
record Identity(KeyStore keys) {
  private static final char[] LOCK = "stand-in".toCharArray();
  private static final String ALIAS = "controller";
  private static final String ISSUER = "stand-in";
  private static final BigInteger SERIALS = BigInteger.TWO.pow(64);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] OTHER_ADDRESS = {(byte) 192, 0, 2, 1};

  /** The one that was kept, so that who trusts it still does after a restart; else a new one. */
  static Identity kept(Path file) throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(in, LOCK);
        return new Identity(keys);
      }
    }
    Identity made = of(Modes.NONE);
    try (OutputStream out = Files.newOutputStream(file)) {
      made.keys.store(out, LOCK);
    }
    return made;
  }

  /** A new one, wrong where the modes say so. */
  static Identity of(Modes modes) throws IOException, GeneralSecurityException {
    KeyPair own = keyPair();
    boolean ended = modes.has(Mode.EXPIRED_CERTIFICATE);
    // Who trusts a certificate itself does not look at its dates; an authority's it does.
    KeyPair issuer = ended ? keyPair() : own;
    List<Certificate> chain = new ArrayList<>();
    chain.add(certificate(own, issuer, ended ? "controller" : ISSUER, modes));
    if (ended) {
      chain.add(certificate(issuer, issuer, ISSUER, Modes.NONE));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, LOCK);
    keys.setKeyEntry(ALIAS, own.getPrivate(), LOCK, chain.toArray(Certificate[]::new));
    return new Identity(keys);
  }

  /** What to trust. */
  String pem() throws GeneralSecurityException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    Certificate[] chain = keys.getCertificateChain(ALIAS);
    String content = lines.encodeToString(chain[chain.length - 1].getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + content + "\n-----END CERTIFICATE-----\n";
  }

  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, LOCK);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static Certificate certificate(KeyPair own, KeyPair issuer, String subject, Modes modes)
      throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    byte[] key = own.getPublic().getEncoded();
    byte[] content =
        Der.sequence(
            Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(1, key).mod(SERIALS).add(BigInteger.ONE)),
            algorithm,
            name(ISSUER),
            validity(modes.has(Mode.EXPIRED_CERTIFICATE)),
            name(subject),
            key,
            Der.tagged(0xa3, Der.sequence(authority(), hosts(modes.has(Mode.WRONG_HOST)))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(issuer.getPrivate());
    signature.update(content);
    byte[] encoded = Der.sequence(content, algorithm, Der.bits(signature.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static byte[] name(String common) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text(common))));
  }

  private static byte[] validity(boolean ended) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    return Der.sequence(
        Der.time(now.minusDays(20)), Der.time(ended ? now.minusDays(10) : now.plusYears(10)));
  }

  private static byte[] authority() {
    return Der.sequence(Der.oid(2, 5, 29, 19), Der.yes(), Der.octets(Der.sequence(Der.yes())));
  }

  private static byte[] hosts(boolean other) {
    String host = other ? "other.example.com" : "localhost";
    return Der.sequence(
        Der.oid(2, 5, 29, 17),
        Der.octets(
            Der.sequence(
                Der.tagged(0x82, host.getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(0x87, other ? OTHER_ADDRESS : LOOPBACK))));
  }
}
