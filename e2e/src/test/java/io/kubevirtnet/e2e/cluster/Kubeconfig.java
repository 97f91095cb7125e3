package io.kubevirtnet.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a client needs of a kubeconfig: server, certificate authority, bearer token, namespace.
 * Other ways to log in are not read.
 */
public record Kubeconfig(URI server, String caPem, String token, String namespace) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Reads the text of a kubeconfig; the context is the current one unless one is named. */
  public static Kubeconfig parse(String text, Optional<String> context) {
    try {
      JsonNode root = YAML.readTree(text);
      String current = context.orElseGet(() -> root.path("current-context").asText());
      JsonNode chosen = named(root.path("contexts"), current).path("context");
      JsonNode cluster =
          named(root.path("clusters"), chosen.path("cluster").asText()).path("cluster");
      JsonNode user = named(root.path("users"), chosen.path("user").asText()).path("user");
      byte[] ca = Base64.getDecoder().decode(cluster.path("certificate-authority-data").asText());
      return new Kubeconfig(
          URI.create(cluster.path("server").asText()),
          new String(ca, StandardCharsets.UTF_8),
          user.path("token").asText(),
          chosen.path("namespace").asText("default"));
    } catch (IOException e) {
      throw new UncheckedIOException("kubeconfig", e);
    }
  }

  /** The same as the text of a kubeconfig with one context, {@code local}. */
  public String text() {
    var root = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "Config");
    root.put("current-context", "local");
    root.putArray("clusters")
        .addObject()
        .put("name", "local")
        .putObject("cluster")
        .put("server", server.toString())
        .put(
            "certificate-authority-data",
            Base64.getEncoder().encodeToString(caPem.getBytes(StandardCharsets.UTF_8)));
    root.putArray("users").addObject().put("name", "admin").putObject("user").put("token", token);
    root.putArray("contexts")
        .addObject()
        .put("name", "local")
        .putObject("context")
        .put("cluster", "local")
        .put("user", "admin")
        .put("namespace", namespace);
    try {
      return YAML.writeValueAsString(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same cluster and user, reached at another address. */
  public Kubeconfig at(URI address) {
    return new Kubeconfig(address, caPem, token, namespace);
  }

  /** Trusts the certificate authority and nothing else. */
  public SSLContext tls() {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      var pem = new ByteArrayInputStream(caPem.getBytes(StandardCharsets.UTF_8));
      int count = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("ca" + count++, certificate);
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("kubeconfig: certificate authority", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode entry : list) {
      if (entry.path("name").asText().equals(name)) {
        return entry;
      }
    }
    throw new IllegalArgumentException("kubeconfig: there is no entry \"" + name + "\"");
  }
}
