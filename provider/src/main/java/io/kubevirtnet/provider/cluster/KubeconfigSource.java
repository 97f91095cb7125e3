package io.kubevirtnet.provider.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the way to the cluster is written down. Problems are told without anything of the content
 * but names of contexts.
 */
record KubeconfigSource(
    Optional<String> kubeconfig, Optional<String> context, Map<String, String> environment) {

  /** Clients of Kubernetes never ask a proxy for the machine that they run on. */
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

  /** Reads it anew each time, and so runs a plugin for credentials anew. */
  Config load() {
    try {
      var config = kubeconfig.isPresent() ? given(kubeconfig.get()) : ambient();
      checkContext(config);
      checkServer(config);
      useProxies(config);
      return config;
    } catch (ClusterProblem e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  /** What can be chosen from, without taking any credentials. */
  Contexts contexts() {
    try {
      var names = new LinkedHashSet<String>();
      var current = Optional.<String>empty();
      for (var part : parts()) {
        Optional.ofNullable(part.getContexts()).orElseGet(List::of).stream()
            .map(NamedContext::getName)
            .filter(Objects::nonNull)
            .forEach(names::add);
        current =
            current.or(
                () -> Optional.ofNullable(part.getCurrentContext()).filter(c -> !c.isEmpty()));
      }
      return new Contexts(List.copyOf(names), current);
    } catch (ClusterProblem e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  private List<io.fabric8.kubernetes.api.model.Config> parts() {
    if (kubeconfig.isPresent()) {
      var given = kubeconfig.get();
      return List.of(
          isText(given)
              ? KubeConfigUtils.parseConfigFromString(given)
              : KubeConfigUtils.parseConfig(file(given)));
    }
    checkThereIsOne();
    return Config.getKubeconfigFilenames().stream()
        .map(File::new)
        .filter(File::isFile)
        .map(KubeConfigUtils::parseConfig)
        .toList();
  }

  private static boolean isText(String textOrPath) {
    return textOrPath.contains("\n") || textOrPath.stripLeading().startsWith("{");
  }

  private static File file(String path) {
    var file = new File(path);
    if (!file.isFile()) {
      throw problem("There is no kubeconfig at " + file + ". Write its path, or its text.");
    }
    return file;
  }

  private static ClusterProblem unreadable() {
    // Without its message, which may quote a line with a token in it.
    return problem("The kubeconfig is not readable. See what kubectl says of it.");
  }

  private Config given(String textOrPath) {
    if (isText(textOrPath)) {
      var config = Config.empty();
      KubeConfigUtils.merge(
          config, context.orElse(""), KubeConfigUtils.parseConfigFromString(textOrPath));
      return config;
    }
    return Config.fromKubeconfig(context.orElse(""), file(textOrPath));
  }

  private Config ambient() {
    checkThereIsOne();
    return Config.autoConfigure(context.orElse(""));
  }

  private void checkThereIsOne() {
    var files = Config.getKubeconfigFilenames();
    boolean inCluster = environment.containsKey("KUBERNETES_SERVICE_HOST");
    if (!inCluster && files.stream().map(File::new).noneMatch(File::isFile)) {
      throw problem(
          "There is no kubeconfig at %s. Give one, or set KUBECONFIG."
              .formatted(String.join(" or ", files)));
    }
  }

  /** The client library would quietly take the current context for one that there is not. */
  private void checkContext(Config config) {
    var current = Optional.ofNullable(config.getCurrentContext()).map(NamedContext::getName);
    var known =
        Optional.ofNullable(config.getContexts()).orElseGet(List::of).stream()
            .map(NamedContext::getName)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (context.isPresent() && !context.equals(current)) {
      throw problem(
          "The kubeconfig has no context \"%s\". It has %s."
              .formatted(context.get(), known.isEmpty() ? "none" : String.join(", ", known)));
    }
    if (current.isEmpty() && !known.isEmpty()) {
      throw problem(
          "The kubeconfig names no current context. Choose one of %s."
              .formatted(String.join(", ", known)));
    }
  }

  private void checkServer(Config config) {
    boolean isDefault = config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL);
    if (isDefault && !environment.containsKey("KUBERNETES_SERVICE_HOST")) {
      throw problem("The kubeconfig names no API server for its context.");
    }
    if (!Optional.ofNullable(config.getTlsServerName()).orElse("").isEmpty()) {
      throw problem("The kubeconfig has tls-server-name, which is not supported here.");
    }
  }

  private void useProxies(Config config) {
    if (config.getHttpsProxy() == null) {
      variable("https_proxy").ifPresent(config::setHttpsProxy);
    }
    if (config.getHttpProxy() == null) {
      variable("http_proxy").ifPresent(config::setHttpProxy);
    }
    var direct = new ArrayList<>(LOOPBACK);
    Optional.ofNullable(config.getNoProxy()).map(List::of).ifPresent(direct::addAll);
    variable("no_proxy")
        .ifPresent(
            v ->
                Stream.of(v.split(","))
                    .map(entry -> entry.strip().replaceFirst("^\\*", ""))
                    .forEach(direct::add));
    config.setNoProxy(direct.stream().filter(s -> !s.isEmpty()).distinct().toArray(String[]::new));
  }

  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(environment::get)
        .filter(Objects::nonNull)
        .filter(v -> !v.isBlank())
        .findFirst();
  }

  private static ClusterProblem problem(String message) {
    return new ClusterProblem(Kind.CONFIGURATION, message);
  }
}
