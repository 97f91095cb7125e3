package io.kubevirtnet.e2e.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.cluster.Kubeconfig;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.provider.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command itself, in a process of its own. */
record DoctorRun(int exitCode, String out, String err) {
  private static final long LIMIT_SECONDS = 180;

  static DoctorRun of(Scratch scratch, Kubeconfig access, String... more)
      throws IOException, InterruptedException {
    var file = Files.writeString(scratch.path().resolve("kubeconfig"), access.text());
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "doctor",
                "--kubeconfig",
                file.toString()));
    command.addAll(List.of(more));
    var out = scratch.path().resolve("out").toFile();
    var err = scratch.path().resolve("err").toFile();
    var process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("%s ends", command).isTrue();
    var run =
        new DoctorRun(
            process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    assertThat(run.out() + run.err()).doesNotContain("\tat ").doesNotContain("Exception in");
    return run;
  }
}
