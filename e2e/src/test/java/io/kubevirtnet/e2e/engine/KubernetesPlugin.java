package io.kubevirtnet.e2e.engine;

import io.kubevirtnet.e2e.cluster.OncePerJvm;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.standin.StandIn;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for PATH with {@code pulumi-resource-kubernetes}: the stand-in, or the real plugin that
 * KUBEVIRTNET_KUBERNETES_PLUGIN names.
 */
final class KubernetesPlugin {
  private static final String NAME = "pulumi-resource-kubernetes";
  private static final OncePerJvm<Scratch> FOLDER = new OncePerJvm<>(KubernetesPlugin::write);

  private KubernetesPlugin() {}

  static Path folder() {
    return FOLDER.get().path();
  }

  private static Scratch write() {
    Scratch scratch = Scratch.create("plugins");
    Path file = scratch.path().resolve(NAME);
    String real = System.getenv("KUBEVIRTNET_KUBERNETES_PLUGIN");
    try {
      if (real != null && !real.isBlank()) {
        Path plugin = Path.of(real).toAbsolutePath();
        if (!Files.isExecutable(plugin)) {
          throw Toolchain.missing("KUBEVIRTNET_KUBERNETES_PLUGIN names no executable: " + plugin);
        }
        Files.createSymbolicLink(file, plugin);
      } else {
        Files.writeString(file, launcher());
        if (!file.toFile().setExecutable(true)) {
          throw new IOException("cannot make " + file + " executable");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scratch;
  }

  /** {@code exec}: the plugin is the process that the engine started, which it stops by signal. */
  private static String launcher() {
    // Surefire starts the JVM with a jar of its own and keeps the real class path here.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return """
        #!/bin/sh
        export %s=$PPID
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp '%s' %s "$@"
        """
        .formatted(StandIn.ENGINE, java, classPath, StandIn.class.getName());
  }
}
