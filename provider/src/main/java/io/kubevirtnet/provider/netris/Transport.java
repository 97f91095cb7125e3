package io.kubevirtnet.provider.netris;

import io.kubevirtnet.component.Versions;
import io.kubevirtnet.netris.ControllerCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/** One request and its answer, within the time and the size that one may have. */
final class Transport {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final String JSON = "application/json";

  private final ControllerAccess access;
  private final HttpClient client;

  Transport(ControllerAccess access) {
    this.access = access;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(shorter(LONGEST_CONNECT, access.timeout()))
            .sslContext(Tls.of(access))
            .build();
  }

  ControllerAnswer get(String path, Cookies cookies) {
    return follow(path, cookies, Optional.empty());
  }

  /** The one request that is no question. */
  ControllerAnswer login(String path, byte[] body, Cookies cookies) {
    return follow(path, cookies, Optional.of(body));
  }

  private ControllerAnswer follow(String path, Cookies cookies, Optional<byte[]> body) {
    var at = URI.create(access.url().at(path));
    var redirects = new Redirects(access, at, body.isPresent());
    var answer = send(at, cookies, body);
    while (answer.isRedirect()) {
      at = redirects.next(at, answer);
      answer = send(at, cookies, body);
    }
    return answer;
  }

  private ControllerAnswer send(URI at, Cookies cookies, Optional<byte[]> body) {
    var request =
        HttpRequest.newBuilder(at)
            .header("Accept", JSON)
            .header("User-Agent", "kubevirtnet/" + Versions.OWN);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.header());
    }
    body.ifPresent(b -> request.header("Content-Type", JSON).POST(BodyPublishers.ofByteArray(b)));
    var answer = send(request.build());
    cookies.take(answer);
    return answer;
  }

  private ControllerAnswer send(HttpRequest request) {
    var begun = new AtomicBoolean();
    var answer =
        client.sendAsync(
            request,
            head -> {
              begun.set(true);
              return new LimitedBody(LARGEST);
            });
    try {
      return ControllerAnswer.of(answer.get(access.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw late();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw cancelled();
    } catch (ExecutionException e) {
      throw problem(Optional.ofNullable(e.getCause()).orElse(e), begun.get());
    }
  }

  static ControllerProblem cancelled() {
    return ControllerProblem.of(
        ControllerCatalogue.UNREACHABLE, ControllerAccess.URL, "The question was cancelled.");
  }

  private ControllerProblem late() {
    return unreachable(
        "did not answer within %d seconds".formatted(Math.max(1, access.timeout().toSeconds())));
  }

  private ControllerProblem problem(Throwable cause, boolean begun) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof LimitedBody.TooLarge) {
        return noController("answers with more than %d MiB".formatted(LARGEST >> 20));
      }
      if (c instanceof CertificateException) {
        return notTrusted();
      }
      if (c instanceof UnknownHostException || c instanceof UnresolvedAddressException) {
        return unreachable("is the name of no host");
      }
      if (c instanceof java.net.http.HttpTimeoutException) {
        return unreachable("cannot be connected to in time");
      }
    }
    if (begun) {
      return noController("ends its answer in the middle").passing();
    }
    if (cause instanceof SSLException) {
      return noController("speaks no TLS that we understand");
    }
    return cause instanceof IOException
        ? unreachable("cannot be reached").passing()
        : unreachable("cannot be asked");
  }

  private ControllerProblem notTrusted() {
    boolean bundle = access.bundle().isPresent();
    return ControllerProblem.of(
        ControllerCatalogue.NOT_TRUSTED,
        bundle ? ControllerAccess.INPUT.child("caBundle") : ControllerAccess.URL,
        access.name()
            + (bundle
                ? " has a certificate that is not of this name, or not signed by one of these."
                : " has a certificate that this machine does not know, or that is for another name."));
  }

  private ControllerProblem unreachable(String what) {
    return ControllerProblem.of(
        ControllerCatalogue.UNREACHABLE, ControllerAccess.URL, access.name() + " " + what + ".");
  }

  private ControllerProblem noController(String what) {
    return ControllerProblem.of(
        ControllerCatalogue.NO_CONTROLLER, ControllerAccess.URL, access.name() + " " + what + ".");
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
