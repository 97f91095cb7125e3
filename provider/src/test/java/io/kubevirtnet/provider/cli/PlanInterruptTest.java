package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a program hangs. */
class PlanInterruptTest {
  private static final long LIMIT_SECONDS = 120;
  private static final int BY_SIGINT = 130;

  @TempDir Path folder;

  @Test
  void leavesNoProcessAndNoFileBehind() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs signals");
    var temporary = Files.createDirectory(folder.resolve("tmp"));
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout((int) Duration.ofSeconds(LIMIT_SECONDS).toMillis());
      compile(server.getLocalPort());
      var plan = start(temporary);
      long hanging;
      try (var program = server.accept()) {
        hanging = Long.parseLong(new String(program.getInputStream().readAllBytes()));
      }
      var child = ProcessHandle.of(hanging).orElseThrow();

      new ProcessBuilder("/bin/kill", "-INT", String.valueOf(plan.pid())).start().waitFor();

      assertThat(plan.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      child.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      assertThat(plan.exitValue()).isEqualTo(BY_SIGINT);
      assertThat(Files.readString(folder.resolve("said"))).isEmpty();
      try (var left = Files.list(temporary)) {
        assertThat(left).isEmpty();
      }
    }
  }

  private Process start(Path temporary) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:-UsePerfData",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "plan",
            "--program",
            folder.resolve("classes").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private void compile(int port) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("Hang.java"),
            """
            public class Hang {
              public static void main(String[] args) throws Exception {
                try (var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), %d)) {
                  socket.getOutputStream().write(
                      String.valueOf(ProcessHandle.current().pid()).getBytes());
                }
                new java.util.concurrent.CountDownLatch(1).await();
              }
            }
            """
                .formatted(port));
    int exitCode =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, "-d", folder.resolve("classes").toString(), file.toString());
    assertThat(exitCode).isZero();
  }
}
