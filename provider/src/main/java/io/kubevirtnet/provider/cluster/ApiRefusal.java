package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a refusal of the API server means for us, with the server's own words. */
final class ApiRefusal {
  private static final int LONGEST = 2_000;

  private final int code;
  private final JsonNode status;
  private final String text;

  private ApiRefusal(int code, JsonNode status, String text) {
    this.code = code;
    this.status = status;
    this.text = text;
  }

  static ApiRefusal of(ApiAnswer answer) {
    return of(answer.code(), answer.body());
  }

  static ApiRefusal of(int code, byte[] body) {
    var plain = new String(body, StandardCharsets.UTF_8).strip();
    JsonNode status = JsonTree.MAPPER.createObjectNode();
    try {
      var read = JsonTree.MAPPER.readTree(body);
      if (read.path("kind").asText().equals("Status")) {
        status = read;
      }
    } catch (IOException e) {
      // A proxy or the server's outermost layer, which do not speak JSON.
    }
    var text = status.path("message").asText(plain);
    return new ApiRefusal(code, status, text.isEmpty() ? "HTTP " + code : shortened(text));
  }

  /** An event of type ERROR in a watch. */
  static ApiRefusal of(JsonNode status) {
    return new ApiRefusal(
        status.path("code").asInt(500), status, status.path("message").asText("no reason given"));
  }

  /** The server knows the kind, but has no object of that name. */
  boolean noSuchObject() {
    return code == 404 && !status.path("details").path("name").asText().isEmpty();
  }

  boolean noSuchKind() {
    return code == 404 && !noSuchObject();
  }

  /** The version that was asked for has been forgotten. */
  boolean gone() {
    return code == 410;
  }

  boolean unauthorized() {
    return code == 401;
  }

  boolean temporary() {
    return new ApiAnswer(code, new byte[0], java.time.Duration.ZERO).temporary();
  }

  String text() {
    return text;
  }

  ClusterProblem problem() {
    var kind = kind();
    return new ClusterProblem(
        kind,
        switch (kind) {
          case CONFIGURATION ->
              "The API server does not accept the credentials of this kubeconfig (" + text + ").";
          case NO_SUCH_KIND -> "The cluster does not know this kind (" + text + ").";
          case UNREACHABLE -> "The API server keeps failing (HTTP " + code + ": " + text + ").";
          case FORBIDDEN, EXISTS, CONFLICT, IN_PROGRESS, INVALID, CANCELLED, OTHER -> text;
        });
  }

  private Kind kind() {
    if (code != 404 && code < 500 && text.contains("is still in progress")) {
      return Kind.IN_PROGRESS;
    }
    if (temporary()) {
      return Kind.UNREACHABLE;
    }
    return switch (code) {
      case 401 -> Kind.CONFIGURATION;
      case 403 -> byAdmission() ? Kind.INVALID : Kind.FORBIDDEN;
      case 404 -> noSuchObject() ? Kind.OTHER : Kind.NO_SUCH_KIND;
      case 409 ->
          status.path("reason").asText().equals("AlreadyExists") ? Kind.EXISTS : Kind.CONFLICT;
      case 400, 413, 422 -> Kind.INVALID;
      default -> Kind.OTHER;
    };
  }

  /** Admission policies and webhooks refuse with 403 as well, but mean the object, not the user. */
  private boolean byAdmission() {
    return text.contains("denied request") || text.contains("denied the request");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
