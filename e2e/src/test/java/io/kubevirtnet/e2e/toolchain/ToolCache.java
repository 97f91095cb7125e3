package io.kubevirtnet.e2e.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Binaries outside the source tree, in {@code tools/<tool>-<hash of its definition>/bin}. A folder
 * appears there in one move, so an interrupted build leaves nothing that looks finished; a file
 * lock makes parallel builds take turns.
 */
record ToolCache(Path folder, Path toolchain) {
  private static final int HASH_LENGTH = 16;

  static ToolCache ofEnvironment() {
    return new ToolCache(folder(System.getenv("KUBEVIRTNET_CACHE")), E2eFolder.path("toolchain"));
  }

  private static Path folder(@Nullable String stated) {
    if (stated != null && !stated.isBlank()) {
      return Path.of(stated).toAbsolutePath();
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg != null && !xdg.isBlank()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("kubevirtnet");
  }

  Path binary(Tool tool) throws ToolUnavailable {
    String name = tool.binary() + "-" + hash(tool.build().definition(toolchain));
    Path home = folder.resolve("tools").resolve(name);
    Path binary = home.resolve("bin").resolve(tool.binary());
    if (Files.isExecutable(binary)) {
      return binary;
    }
    try {
      Files.createDirectories(home.getParent());
      Path lock = home.resolveSibling(name + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && !Files.isExecutable(binary)) {
          build(tool, home);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("tool cache " + folder, e);
    }
    return binary;
  }

  private void build(Tool tool, Path home) throws IOException, ToolUnavailable {
    System.err.printf("building %s %s (once, a few minutes) ...%n", tool.binary(), tool.version());
    Path unfinished = Files.createTempDirectory(home.getParent(), tool.binary() + ".tmp");
    try {
      Path bin = Files.createDirectories(unfinished.resolve("bin"));
      tool.build().into(toolchain, bin.resolve(tool.binary()), unfinished.resolve("build.log"));
      delete(home);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(unfinished);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> content;
    try (Stream<Path> walk = Files.walk(folder)) {
      content = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      Files.delete(path);
    }
  }

  private static String hash(String definition) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
