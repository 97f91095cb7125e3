package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigSourceTest {
  private static final String TWO =
      """
      apiVersion: v1
      kind: Config
      current-context: one
      clusters:
      - {name: one, cluster: {server: "https://one.example.com:6443"}}
      - {name: two, cluster: {server: "https://two.example.com:6443"}}
      users:
      - {name: me, user: {token: very-secret}}
      contexts:
      - {name: one, context: {cluster: one, user: me}}
      - {name: two, context: {cluster: two, user: me}}
      - {name: lost, context: {cluster: nowhere, user: me}}
      """;

  @TempDir private Path folder;

  @Test
  void takesTheTextOfAKubeconfig() {
    assertThat(load(TWO, Optional.empty()).getMasterUrl())
        .startsWith("https://one.example.com:6443");
  }

  @Test
  void takesItsPath() throws IOException {
    var file = Files.writeString(folder.resolve("config"), TWO);

    assertThat(load(file.toString(), Optional.of("two")).getMasterUrl())
        .startsWith("https://two.example.com:6443");
  }

  @Test
  void tellsTheContextsWithoutTakingCredentials() {
    var plugin =
        TWO.replace(
            "user: {token: very-secret}",
            "user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such-plugin}}");

    var contexts = new KubeconfigSource(Optional.of(plugin), Optional.empty(), Map.of()).contexts();

    assertThat(plugin).contains("no-such-plugin");
    assertThat(contexts).isEqualTo(new Contexts(List.of("one", "two", "lost"), Optional.of("one")));
  }

  @Test
  void neverTakesAnotherContextThanTheOneAskedFor() {
    assertProblem(TWO, Optional.of("three"))
        .hasMessage("The kubeconfig has no context \"three\". It has lost, one, two.");
  }

  @Test
  void wantsACurrentContext() {
    assertProblem(TWO.replace("current-context: one\n", ""), Optional.empty())
        .hasMessageContaining("names no current context");
  }

  @Test
  void wantsAServer() {
    assertProblem(TWO, Optional.of("lost")).hasMessageContaining("names no API server");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertProblem("/no/such/file", Optional.empty())
        .hasMessageContaining("There is no kubeconfig at /no/such/file");
  }

  @Test
  void doesNotQuoteWhatItCannotRead() {
    assertProblem("users: {token: very-secret\n  - x: [", Optional.empty())
        .hasMessageContaining("not readable")
        .hasMessageNotContaining("very-secret");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void runsAPluginForCredentialsAndRunsItAnewWhenAskedAgain() throws IOException {
    var count = folder.resolve("count");
    var plugin =
        Files.writeString(
            folder.resolve("plugin"),
            """
            #!/bin/sh
            echo x >> %s
            echo '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1",'
            echo ' "status": {"token": "'$(wc -l < %s | tr -d ' ')'"}}'
            """
                .formatted(count, count));
    assertThat(plugin.toFile().setExecutable(true)).isTrue();
    var source =
        source(
            TWO.replace(
                "token: very-secret",
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: " + plugin + "}"),
            Optional.empty());

    assertThat(source.load().getAutoOAuthToken()).isEqualTo("1");
    assertThat(source.load().getAutoOAuthToken()).isEqualTo("2");
  }

  @Test
  void usesTheProxyOfTheEnvironmentButNotForThisMachine() {
    var config =
        new KubeconfigSource(
                Optional.of(TWO),
                Optional.empty(),
                Map.of("HTTPS_PROXY", "http://proxy:3128", "no_proxy", "*.example.org, .lab"))
            .load();

    assertThat(config.getHttpsProxy()).isEqualTo("http://proxy:3128");
    assertThat(config.getNoProxy()).contains("127.0.0.1", "localhost", ".example.org", ".lab");
  }

  private static Config load(String kubeconfig, Optional<String> context) {
    return source(kubeconfig, context).load();
  }

  private static KubeconfigSource source(String kubeconfig, Optional<String> context) {
    return new KubeconfigSource(Optional.of(kubeconfig), context, Map.of());
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertProblem(
      String kubeconfig, Optional<String> context) {
    return assertThatThrownBy(() -> load(kubeconfig, context))
        .isInstanceOfSatisfying(
            ClusterProblem.class, p -> assertThat(p.kind()).isEqualTo(Kind.CONFIGURATION));
  }
}
