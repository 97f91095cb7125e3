package io.kubevirtnet.provider.netris;

import io.kubevirtnet.netris.CaBundle;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificates of a controller are good. */
final class Tls {
  private Tls() {}

  static SSLContext of(ControllerAccess access) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust(access), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static TrustManager @Nullable [] trust(ControllerAccess access)
      throws GeneralSecurityException, IOException {
    if (access.skipTlsVerify()) {
      return new TrustManager[] {new Anybody()};
    }
    return access.bundle().isPresent() ? systemAnd(access.bundle().get()) : null;
  }

  private static TrustManager[] systemAnd(CaBundle bundle)
      throws GeneralSecurityException, IOException {
    var all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    int number = 0;
    for (var certificate :
        Stream.concat(issuersOfTheSystem(), bundle.certificates().stream()).toList()) {
      all.setCertificateEntry("c" + number++, certificate);
    }
    return factory(all).getTrustManagers();
  }

  private static Stream<X509Certificate> issuersOfTheSystem() throws GeneralSecurityException {
    return Arrays.stream(factory(null).getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .flatMap(m -> Arrays.stream(((X509TrustManager) m).getAcceptedIssuers()));
  }

  private static TrustManagerFactory factory(@Nullable KeyStore certificates)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(certificates);
    return factory;
  }

  /** Of the extended kind, since Java would compare the names of hosts for any other. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
