package io.kubevirtnet.provider.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.ConsoleHandler;
import java.util.logging.LogManager;

/**
 * Logging in the JVM of a program, as that JVM's {@code java.util.logging.config.class}: the usual
 * one, without what the engine was told already.
 */
public final class ProgramLogging {
  public ProgramLogging() throws IOException {
    var handler = ConsoleHandler.class.getName();
    var settings =
        "handlers="
            + handler
            + "\n.level=INFO\n"
            + handler
            + ".filter="
            + NotForEngine.class.getName();
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
