package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody who asks a controller; redirects are not followed. */
final class Client {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LOGIN =
      "{'user': 'svc', 'password': 'stand-in', 'auth_scheme_id': 1, 'authSchemeID': 1}";

  private final String url;
  private final HttpClient http;

  Client(StandIn controller) {
    this(controller, controller.certificate());
  }

  /** One that trusts this certificate; an empty one is none. */
  Client(StandIn controller, String certificate) {
    url = controller.url();
    HttpClient.Builder builder = HttpClient.newBuilder().cookieHandler(new CookieManager());
    if (!certificate.isEmpty()) {
      builder.sslContext(trusting(certificate));
    }
    http = builder.build();
  }

  Client loggedIn() throws IOException {
    HttpResponse<String> reply = send("POST", "/api/auth", LOGIN);
    if (reply.statusCode() != 200) {
      throw new IllegalStateException(reply.body());
    }
    return this;
  }

  /** What an answer has in {@code data}. */
  JsonNode get(String path) throws IOException {
    HttpResponse<String> reply = send("GET", path, "");
    if (reply.statusCode() != 200) {
      throw new IllegalStateException(reply.statusCode() + " " + reply.body());
    }
    return JSON.readTree(reply.body()).path("data");
  }

  /** With apostrophes for quotes. */
  HttpResponse<String> send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofMinutes(1))
            .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> reply) throws IOException {
    return JSON.readTree(reply.body());
  }

  private static SSLContext trusting(String pem) {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
      keys.setCertificateEntry(
          "controller",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes)));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
