package io.kubevirtnet.provider.netris;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One answer, as it came. */
record ControllerAnswer(
    int status, Optional<String> location, List<String> cookies, Duration retryAfter, byte[] body) {

  static ControllerAnswer of(HttpResponse<byte[]> response) {
    var headers = response.headers();
    return new ControllerAnswer(
        response.statusCode(),
        headers.firstValue("Location"),
        headers.allValues("Set-Cookie"),
        headers
            .firstValue("Retry-After")
            .filter(s -> s.matches("\\d{1,3}"))
            .map(s -> Duration.ofSeconds(Long.parseLong(s)))
            .orElse(Duration.ZERO),
        response.body());
  }

  boolean isGood() {
    return status >= 200 && status < 300;
  }

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** Something in front of the controller has lost it for a while. */
  boolean isPassing() {
    return status == 502 || status == 503 || status == 504;
  }

  /** Nobody has looked at the request. */
  boolean isUntouched() {
    return status == 503;
  }
}
