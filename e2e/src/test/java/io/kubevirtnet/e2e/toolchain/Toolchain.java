package io.kubevirtnet.e2e.toolchain;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/**
 * Binaries of the tools, built at first use. Where a tool can not be had the calling test is
 * skipped with the reason; with {@code KUBEVIRTNET_E2E=required} it fails.
 */
public final class Toolchain {
  private static final Map<Tool, Path> FOUND = new EnumMap<>(Tool.class);
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private Toolchain() {}

  /** The binary of a tool; the first call may take minutes. */
  public static synchronized Path require(Tool tool) {
    return FOUND.computeIfAbsent(tool, Toolchain::find);
  }

  /**
   * Reports something that this machine has not got: a skipped test, or a failure where all is
   * required.
   */
  public static RuntimeException missing(String what) {
    if ("required".equals(System.getenv("KUBEVIRTNET_E2E"))) {
      fail(what);
    }
    if (SAID.add(what)) {
      System.err.println("skipped: " + what);
    }
    return new TestAbortedException(what);
  }

  private static Path find(Tool tool) {
    try {
      if (tool == Tool.PULUMI) {
        var installed = PulumiOnPath.find();
        if (installed.isPresent()) {
          return installed.get();
        }
      }
      return ToolCache.ofEnvironment().binary(tool);
    } catch (ToolUnavailable e) {
      throw missing(tool.binary() + " " + tool.version() + " is missing: " + e.getMessage());
    }
  }
}
