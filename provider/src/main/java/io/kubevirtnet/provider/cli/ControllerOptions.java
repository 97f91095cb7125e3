package io.kubevirtnet.provider.cli;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a controller is, and who asks. The password is never an argument, which others can see. */
final class ControllerOptions {
  static final String VARIABLE = "KUBEVIRTNET_NETRIS_PASSWORD";

  private static final Map<String, String> OPTIONS =
      Map.of(
          "controller.username", "--username",
          "controller.password", "--password-file",
          "controller.caBundle", "--ca-bundle",
          "controller.skipTlsVerify", "--skip-tls-verify",
          "controller.timeoutSeconds", "--timeout",
          "serverCluster", "--server-cluster",
          "site", "--site",
          "vpc", "--vpc",
          "vnet", "--vnet");

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "Address of the controller, with or without /api at the end.")
  private String url = "";

  @Option(names = "--username", required = true, paramLabel = "NAME", description = "Who logs in.")
  private String username = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File that holds the password; - for standard input. Default: the variable "
              + VARIABLE
              + ".")
  private @Nullable String passwordFile;

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description =
          "Certificates in PEM that the controller's may be signed by, besides those of the system.")
  private @Nullable String bundle;

  @Option(names = "--skip-tls-verify", description = "Take any certificate.")
  private boolean skipTlsVerify;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one answer may take. Default: 30.")
  private @Nullable Integer timeout;

  /** As inputs of the function; nothing without a password. */
  Optional<Fields> inputs(InputStream in) {
    return Optional.ofNullable(passwordFile)
        .map(file -> withoutNewline(new InputFile(file, in).text()))
        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
        .map(password -> inputs(password, in));
  }

  private Fields inputs(String password, InputStream in) {
    var certificates = Optional.ofNullable(bundle).map(file -> new InputFile(file, in).text());
    return Tree.of("url", url)
        .with("username", username)
        .with("password", Tree.of(password).marked(new Marks(true, Set.of())))
        .withIf(certificates.isPresent(), "caBundle", certificates.orElse(""))
        .withIf(skipTlsVerify, "skipTlsVerify", true)
        .withIf(timeout != null, "timeoutSeconds", Optional.ofNullable(timeout).orElse(0));
  }

  /** Editors end a file with one. */
  private static String withoutNewline(String text) {
    return text.replaceFirst("\\r?\\n$", "");
  }

  /** What an input of the function is called here. */
  static String option(String input) {
    return OPTIONS.getOrDefault(input, input.startsWith("controller") ? "--url" : input);
  }
}
