package io.kubevirtnet.provider.netris;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.provider.netris.Pauses.Attempt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The session with one controller, which all questions share: whoever comes first logs in, and the
 * others wait for it. A refused login is not tried again, since accounts are locked for less.
 */
final class Session {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String LOGIN = "/api/auth";
  private static final int SCHEME = 1;

  private final ControllerAccess access;
  private final Transport transport;
  private final Pauses pauses;
  private Optional<CompletableFuture<Cookies>> login = Optional.empty();

  Session(ControllerAccess access, Pauses pauses) {
    this.access = access;
    this.transport = new Transport(access);
    this.pauses = pauses;
  }

  /** What the controller has at a path; nothing is ever changed there. */
  Loose get(String path) {
    var first = cookies();
    var answer = Envelope.of(access, repeated(path, first));
    if (answer.status() != 401) {
      return answer.data();
    }
    end(first);
    var again = Envelope.of(access, repeated(path, cookies()));
    if (again.status() != 401) {
      return again.data();
    }
    throw ControllerProblem.of(
        ControllerCatalogue.SESSION,
        ControllerAccess.URL,
        access.name() + " knows the session of a new login no more.");
  }

  private ControllerAnswer repeated(String path, Cookies cookies) {
    for (var attempt = pauses.first(); ; attempt = attempt.next()) {
      try {
        var answer = transport.get(path, cookies);
        if (!answer.isPassing()) {
          return answer;
        }
        pause(attempt, answer, unavailable(answer));
      } catch (ControllerProblem e) {
        if (!e.isPassing() || attempt.isLast()) {
          throw e;
        }
        attempt.pause();
      }
    }
  }

  private static void pause(Attempt attempt, ControllerAnswer answer, ControllerProblem problem) {
    if (attempt.isLast()) {
      throw problem;
    }
    attempt.pause(answer.retryAfter());
  }

  private ControllerProblem unavailable(ControllerAnswer answer) {
    return ControllerProblem.of(
        ControllerCatalogue.UNREACHABLE,
        ControllerAccess.URL,
        access.name() + " answers with status " + answer.status() + ".");
  }

  private Cookies cookies() {
    var mine = new CompletableFuture<Cookies>();
    CompletableFuture<Cookies> counts;
    synchronized (this) {
      counts = login.orElse(mine);
      login = Optional.of(counts);
    }
    if (counts == mine) {
      logIn(mine);
    }
    try {
      return counts.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Transport.cancelled();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ControllerProblem problem) {
        throw problem;
      }
      throw new IllegalStateException("login", e.getCause());
    }
  }

  private void logIn(CompletableFuture<Cookies> result) {
    try {
      result.complete(newSession());
    } catch (ControllerProblem problem) {
      result.completeExceptionally(problem);
      if (!problem.is(ControllerCatalogue.LOGIN)) {
        forget(result);
      }
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
      forget(result);
    }
  }

  /** Ends a session that is over, unless another question has done so. */
  private synchronized void end(Cookies old) {
    login = login.filter(l -> !l.isDone() || l.isCompletedExceptionally() || l.join() != old);
  }

  private synchronized void forget(CompletableFuture<Cookies> old) {
    login = login.filter(l -> l != old);
  }

  private Cookies newSession() {
    var cookies = new Cookies();
    var answer = loggedIn(cookies);
    var envelope = Envelope.of(access, answer);
    switch (envelope.status()) {
      case 400, 401, 403, 422, 423, 429 -> throw refused(envelope);
      case 404, 405 -> throw noController("has no " + LOGIN);
      default -> {
        // A success without a meta.statusCode is told from a refusal by isSuccess alone.
        if (answer.isGood() && envelope.isReadable() && envelope.status() != 200) {
          throw refused(envelope);
        }
      }
    }
    var unused = envelope.data();
    if (cookies.isEmpty()) {
      throw noController("answers a login without a cookie");
    }
    return cookies;
  }

  /** Sent again only to who says that it was not looked at. */
  private ControllerAnswer loggedIn(Cookies cookies) {
    for (var attempt = pauses.first(); ; attempt = attempt.next()) {
      var answer = transport.login(LOGIN, body(), cookies);
      if (!answer.isPassing()) {
        return answer;
      }
      if (!answer.isUntouched()) {
        throw unavailable(answer);
      }
      pause(attempt, answer, unavailable(answer));
    }
  }

  private ControllerProblem noController(String what) {
    return ControllerProblem.of(
        ControllerCatalogue.NO_CONTROLLER, ControllerAccess.URL, access.name() + " " + what + ".");
  }

  private ControllerProblem refused(Envelope envelope) {
    return ControllerProblem.of(
        ControllerCatalogue.LOGIN,
        ControllerAccess.INPUT.child("password"),
        access.name() + " refuses the login" + envelope.words() + ".");
  }

  /** Releases differ in how they call the scheme. */
  private byte[] body() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("user", access.account().username());
    fields.put("password", access.account().password());
    fields.putAll(Map.of("auth_scheme_id", SCHEME, "authSchemeID", SCHEME));
    try {
      return MAPPER.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("login", e);
    }
  }
}
