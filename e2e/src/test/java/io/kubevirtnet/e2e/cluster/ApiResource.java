package io.kubevirtnet.e2e.cluster;

import java.util.Optional;

/** How a kind is reached over HTTP. */
public record ApiResource(String apiVersion, String kind, String plural, boolean namespaced) {

  /** Path of the collection; across all namespaces when none is given. */
  String collection(Optional<String> namespace) {
    String inNamespace =
        namespaced ? namespace.map(value -> "/namespaces/" + value).orElse("") : "";
    return root(apiVersion) + inNamespace + "/" + plural;
  }

  static String root(String apiVersion) {
    return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
  }
}
