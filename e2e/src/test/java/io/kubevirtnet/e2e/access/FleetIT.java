package io.kubevirtnet.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.RecordedApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many nodes as it is designed for, none of which is there. */
class FleetIT {
  private static final int NODES = 5_000;
  private static final int THREADS = 8;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration GENEROUS = Duration.ofSeconds(15);
  private static final String POLICY = "fleet";

  @TempDir private Path folder;

  @Test
  void awaitsFiveThousandNodesWithOneWatchAndASmallHeap() throws Exception {
    try (var local = LocalCluster.start();
        var recorded = new RecordedApi(local.kubeconfig())) {
      var nodes =
          IntStream.range(0, NODES)
              .mapToObj(i -> new SimulatedNode(local.api(), "w" + i, Map.of("fleet-worker", "yes")))
              .toList();
      long start = System.nanoTime();
      each(nodes, SimulatedNode::create);
      print("nodes and handlers created", start);
      local
          .api()
          .create(
              new ObjectMapper()
                  .readTree(
                      """
                      {"apiVersion": "nmstate.io/v1", "kind": "NodeNetworkConfigurationPolicy",
                       "metadata": {"name": "fleet"},
                       "spec": {"nodeSelector": {"fleet-worker": "yes"}, "maxUnavailable": "50%",
                                "desiredState": {"interfaces": []}}}
                      """));
      try (var waiter = new WaitingProcess(recorded.kubeconfig())) {
        waiter.await("0/5000 nodes", LIMIT);

        start = System.nanoTime();
        each(
            nodes.subList(1, NODES),
            n -> n.enact(POLICY, 1, "Available", "SuccessfullyConfigured"));
        print("enactments written", start);
        waiter.await("4999/5000 nodes, w0 not begun", LIMIT);

        start = System.nanoTime();
        nodes.get(0).enact(POLICY, 1, "Progressing", "ConfigurationProgressing");
        waiter.await("w0 applying", GENEROUS);
        print("a change was told", start);

        var peak = waiter.peakMegabytes();
        show("resident at most " + peak.orElse(0) + " MB");
        assertThat(peak.orElse(0)).isLessThan(300);

        nodes.get(0).enact(POLICY, 1, "Available", "SuccessfullyConfigured");
        waiter.await("result DONE done=5000", GENEROUS);
        waiter.await("peak heap", GENEROUS);
      }
      assertThat(watches(recorded, "nodenetworkconfigurationenactments"))
          .as("watches of enactments, one after the other")
          .isNotEmpty()
          .allMatch(r -> r.contains("labelSelector=nmstate.io%2Fpolicy%3Dfleet"));
      assertThat(watches(recorded, "/api/v1/nodes"))
          .allMatch(r -> r.contains("labelSelector=fleet-worker%3Dyes"));
      assertThat(recorded.requests().stream().filter(r -> !r.contains("watch=true")))
          .as("lists in pages of 500, each once; no poll")
          .hasSizeLessThan(30);
    }
  }

  private static List<String> watches(RecordedApi recorded, String part) {
    return recorded.requests().stream()
        .filter(r -> r.contains("watch=true") && r.contains(part))
        .toList();
  }

  private static void each(List<SimulatedNode> nodes, Consumer<SimulatedNode> action)
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (var done : nodes.stream().map(n -> pool.submit(() -> action.accept(n))).toList()) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void print(String what, long start) {
    System.out.printf("%s after %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }

  /** {@link Waiter} in a JVM of its own. */
  private final class WaitingProcess implements AutoCloseable {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    WaitingProcess(String kubeconfig) throws IOException {
      var file = Files.writeString(folder.resolve("kubeconfig"), kubeconfig);
      var classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx150m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath,
                  Waiter.class.getName(),
                  file.toString(),
                  POLICY)
              .redirectErrorStream(true)
              .start();
      var reader = new Thread(this::read, "waiter's output");
      reader.setDaemon(true);
      reader.start();
    }

    void await(String text, Duration limit) {
      Deadline.in(limit)
          .await(
              text + "; it said " + lines,
              () -> {
                if (lines.stream().anyMatch(l -> l.contains(text))) {
                  return true;
                }
                assertThat(process.isAlive() || !lines.isEmpty()).isTrue();
                return false;
              });
    }

    @Override
    public void close() {
      lines.stream().filter(l -> !l.startsWith("progress")).forEach(FleetIT::show);
      process.destroyForcibly();
    }

    /** The most that was resident, where the system tells it. */
    OptionalLong peakMegabytes() throws IOException {
      var status = Path.of("/proc", String.valueOf(process.pid()), "status");
      return Files.isReadable(status)
          ? Files.readAllLines(status).stream()
              .filter(l -> l.startsWith("VmHWM"))
              .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
              .findFirst()
          : OptionalLong.empty();
    }

    private void read() {
      try (var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        out.lines().forEach(lines::add);
      } catch (IOException e) {
        lines.add(String.valueOf(e));
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static void show(String line) {
    System.out.println(line);
  }
}
