package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.provider.manifest.Utf8;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a command was given; {@code -} is standard input. */
record InputFile(String given, InputStream standardInput) {
  private static final String STANDARD_INPUT = "-";
  private static final int LARGEST = 64 * 1024 * 1024;

  /** As it is called in messages. */
  String name() {
    return isStandardInput() ? "standard input" : given;
  }

  String text() {
    try (var in = open()) {
      var bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new UnreadableManifest(name() + ": larger than 64 MiB.");
      }
      return Utf8.text(bytes)
          .orElseThrow(() -> new UnreadableManifest(name() + ": not text in UTF-8."));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The bytes as they come. */
  InputStream open() throws IOException {
    return isStandardInput() ? kept(standardInput) : Files.newInputStream(Path.of(given));
  }

  UnreadableManifest unreadable(IOException problem) {
    return new UnreadableManifest(name() + ": " + reason(problem));
  }

  private boolean isStandardInput() {
    return given.equals(STANDARD_INPUT);
  }

  private String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file.";
    }
    return !isStandardInput() && Files.isDirectory(Path.of(given))
        ? "this is a folder."
        : "it can not be read.";
  }

  /** Not ours to close. */
  private static InputStream kept(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }
}
