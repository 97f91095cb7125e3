package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends a request until there is an answer that counts: what is only temporary is tried again, with
 * growing pauses and never earlier than the server asked for, within {@link Patience}.
 */
final class Requests {
  private final ApiServer server;
  private final Patience patience;
  private final Cancellation cancellation;
  private volatile boolean answered;

  Requests(ApiServer server, Patience patience, Cancellation cancellation) {
    this.server = server;
    this.patience = patience;
    this.cancellation = cancellation;
  }

  /**
   * An answer that counts.
   *
   * @param repeated an earlier attempt may have done it already
   */
  record Reply(ApiAnswer answer, boolean repeated) {
    JsonNode json() {
      try {
        return JsonTree.MAPPER.readTree(answer.body());
      } catch (IOException e) {
        throw new ClusterProblem(Kind.OTHER, "The API server's answer is no JSON.", e);
      }
    }

    /** Nothing when the server has no such object. */
    Optional<JsonNode> object() {
      if (answer.good()) {
        return Optional.of(json());
      }
      var refusal = ApiRefusal.of(answer);
      if (refusal.noSuchObject()) {
        return Optional.empty();
      }
      throw refusal.problem();
    }
  }

  Patience patience() {
    return patience;
  }

  /** The reply may be a refusal, but none that is temporary. */
  Reply send(ApiCall call) {
    var limit = call.reads() && !answered ? patience.firstContact() : patience.operation();
    return send(call, limit);
  }

  Reply send(ApiCall call, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (int attempt = 1; ; attempt++) {
      var outcome = attempt(call, Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
      if (outcome.answer().isPresent() && !isTemporary(call, outcome.answer().get())) {
        answered = true;
        return new Reply(outcome.answer().get(), attempt > 1);
      }
      Duration pause = longer(patience.pause(attempt), outcome.pause());
      if (System.nanoTime() + pause.toNanos() >= end) {
        throw outcome.problem();
      }
      cancellation.pause(pause);
    }
  }

  private boolean isTemporary(ApiCall call, ApiAnswer answer) {
    return answer.temporary()
        || (answer.code() == 401 && server.renew())
        || (answer.code() == 409 && call.deletes());
  }

  /** Either an answer, or what went wrong on the way to it. */
  private record Outcome(Optional<ApiAnswer> answer, ClusterProblem problem, Duration pause) {}

  private Outcome attempt(ApiCall call, Duration left) {
    var limit = left.compareTo(patience.attempt()) < 0 ? left : patience.attempt();
    try {
      var answer = cancellation.await(server.send(call, limit), limit);
      return new Outcome(Optional.of(answer), ApiRefusal.of(answer).problem(), answer.retryAfter());
    } catch (TimeoutException e) {
      return failed(
          new ClusterProblem(
              Kind.UNREACHABLE,
              "%s did not answer within %d seconds."
                  .formatted(server.name(), Math.max(1, limit.toSeconds()))));
    } catch (ExecutionException e) {
      var problem = problem(Optional.ofNullable(e.getCause()).orElse(e));
      if (problem.kind() != Kind.UNREACHABLE) {
        throw problem;
      }
      return failed(problem);
    }
  }

  private static Outcome failed(ClusterProblem problem) {
    return new Outcome(Optional.empty(), problem, Duration.ZERO);
  }

  ClusterProblem problem(Throwable cause) {
    for (var c = cause; c != null; c = c.getCause()) {
      if (c instanceof CertificateException || c instanceof SSLException && isTrust(c)) {
        return new ClusterProblem(
            Kind.CONFIGURATION,
            "The certificate of %s is not trusted by this kubeconfig (%s)."
                .formatted(server.name(), c.getMessage()),
            cause);
      }
      if (c instanceof UnknownHostException
          || c instanceof java.nio.channels.UnresolvedAddressException) {
        return new ClusterProblem(
            Kind.UNREACHABLE, "There is no host of the name in " + server.name() + ".", cause);
      }
    }
    if (cause instanceof IOException || cause instanceof TimeoutException) {
      return new ClusterProblem(
          Kind.UNREACHABLE,
          "%s cannot be reached (%s).".formatted(server.name(), said(cause)),
          cause);
    }
    return new ClusterProblem(
        Kind.OTHER, "The request to %s failed (%s).".formatted(server.name(), said(cause)), cause);
  }

  private static boolean isTrust(Throwable e) {
    return String.valueOf(e.getMessage()).contains("certificate");
  }

  private static String said(Throwable cause) {
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
