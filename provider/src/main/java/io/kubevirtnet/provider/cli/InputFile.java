package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.UnreadableManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a command was given; {@code -} is standard input. */
record InputFile(String given, InputStream standardInput) {
  private static final String STANDARD_INPUT = "-";

  /** As it is called in messages. */
  String name() {
    return isStandardInput() ? "standard input" : given;
  }

  String text() {
    try {
      return isStandardInput()
          ? new String(standardInput.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(given));
    } catch (IOException e) {
      throw new UnreadableManifest(name() + ": " + reason(e));
    }
  }

  private boolean isStandardInput() {
    return given.equals(STANDARD_INPUT);
  }

  private String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file.";
    }
    if (problem instanceof CharacterCodingException) {
      return "not text in UTF-8.";
    }
    return Files.isDirectory(Path.of(given)) ? "this is a folder." : "it can not be read.";
  }
}
