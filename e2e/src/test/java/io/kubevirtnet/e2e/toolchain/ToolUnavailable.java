package io.kubevirtnet.e2e.toolchain;

/** A tool can not be had here; the message says why. */
final class ToolUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  ToolUnavailable(String message) {
    super(message);
  }
}
