package io.kubevirtnet.netriscontroller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The stand-in as a process of its own, until it is interrupted. */
public final class Main {
  private static final int WRONG_USAGE = 64;
  private static final String USAGE =
      """
      netris-controller [--port PORT] [--state FILE] [--seed documents|empty|big]
                        [--mode NAME[=NUMBER],...] [--user NAME] [--password-file FILE]

      --port      where to listen on 127.0.0.1. Default: 8443.
      --state     where the state is kept. Default: target/state/state.json.
      --seed      what it knows while there is no state. Default: documents.
      --mode      ways in which it misbehaves. Default: none.
      --user      who may log in, with the first line of the password file.
                  Default: svc with the password stand-in.
      """;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Settings settings;
    try {
      settings = settings(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("netris-controller: " + e.getMessage() + "\n\n" + USAGE);
      System.exit(WRONG_USAGE);
      return;
    }
    StandIn controller = StandIn.start(settings);
    System.out.println("Listening on " + controller.url() + " for " + settings.account() + ".");
    if (!controller.certificate().isEmpty()) {
      System.out.println("Its certificate is in " + settings.beside(".pem") + ".");
    }
    System.out.flush();
    Thread.currentThread().join();
  }

  static Settings settings(List<String> arguments) {
    Settings settings = Settings.of(Path.of("target/state/state.json")).port(8443);
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(i) + " needs a value");
      }
      settings = option(settings, arguments.get(i), arguments.get(i + 1));
    }
    return settings;
  }

  private static Settings option(Settings settings, String name, String value) {
    return switch (name) {
      case "--port" -> settings.port(number(value));
      case "--state" ->
          new Settings(
              Path.of(value),
              settings.modes(),
              settings.account(),
              settings.port(),
              settings.seed());
      case "--seed" -> settings.seed(seed(value));
      case "--mode" -> settings.modes(Modes.parse(Arrays.asList(value.split(",", -1))));
      case "--user" -> settings.account(new Account(value, settings.account().password()));
      case "--password-file" ->
          settings.account(new Account(settings.account().user(), firstLine(Path.of(value))));
      default -> throw new IllegalArgumentException("there is no option " + name);
    };
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " is no port", e);
    }
  }

  private static Seed seed(String text) {
    return Arrays.stream(Seed.values())
        .filter(seed -> seed.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no seed " + text));
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
