package io.kubevirtnet.e2e.toolchain;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Pulumi command line that is installed already and new enough is used as it is. */
final class PulumiOnPath {
  private static final Pattern VERSION =
      Pattern.compile("v?(\\d+)\\.(\\d+)\\.\\d+.*", Pattern.DOTALL);

  private static final int MAJOR = 3;

  /** The first release that the Automation API receives the engine's events from over gRPC. */
  private static final int OLDEST_MINOR = 206;

  private PulumiOnPath() {}

  static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve("pulumi"))
        .filter(Files::isExecutable)
        .findFirst()
        .filter(found -> isSupported(versionOf(found)));
  }

  static boolean isSupported(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches()
        && Integer.parseInt(matcher.group(1)) == MAJOR
        && Integer.parseInt(matcher.group(2)) >= OLDEST_MINOR;
  }

  private static String versionOf(Path pulumi) {
    ProcessBuilder builder = new ProcessBuilder(pulumi.toString(), "version");
    builder.environment().put("PULUMI_SKIP_UPDATE_CHECK", "true");
    try {
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      return "";
    }
  }
}
