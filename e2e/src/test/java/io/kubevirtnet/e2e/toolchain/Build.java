package io.kubevirtnet.e2e.toolchain;

import java.nio.file.Path;

/** How a tool comes from its own registry. */
sealed interface Build permits CargoBuild, DebianBuild, GoBuild {

  /** Everything that a binary depends on, as text; a changed definition is a changed binary. */
  String definition(Path toolchain) throws ToolUnavailable;

  /** Writes the binary to the given file; the output of the build goes to the log. */
  void into(Path toolchain, Path binary, Path log) throws ToolUnavailable;
}
