package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Who is logged in. Nobody is any more after a restart. */
final class Sessions {
  private final Account account;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Integer> requests = new HashMap<>();
  private boolean expiredOnce;

  Sessions(Account account) {
    this.account = account;
  }

  /**
   * The value of a new session's cookie; empty for a wrong account, or fields that are not known.
   */
  synchronized Optional<String> login(JsonNode body, Modes modes) {
    boolean snake = body.has("auth_scheme_id");
    boolean camel = body.has("authSchemeID");
    boolean fields =
        (!modes.has(Mode.LOGIN_SNAKE_CASE) || snake)
            && (!modes.has(Mode.LOGIN_CAMEL_CASE) || camel);
    if (!fields
        || !same(account.user(), body.path("user").asText())
        || !same(account.password(), body.path("password").asText())) {
      return Optional.empty();
    }
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String id = "s%3A" + HexFormat.of().formatHex(bytes);
    requests.put(id, 0);
    return Optional.of(id);
  }

  /** Counts one request of a session; false when there is none, or none any more. */
  synchronized boolean use(Optional<String> id, Modes modes) {
    if (id.isEmpty() || !requests.containsKey(id.get())) {
      return false;
    }
    int used = requests.merge(id.get(), 1, Integer::sum);
    boolean always = modes.number(Mode.SESSIONS_EXPIRE).filter(k -> used > k).isPresent();
    boolean once = modes.number(Mode.SESSION_EXPIRES).filter(k -> used > k).isPresent();
    if (always || once && !expiredOnce) {
      expiredOnce = true;
      requests.remove(id.get());
      return false;
    }
    return true;
  }

  /** The mode in which one session expires begins anew. */
  synchronized void again() {
    expiredOnce = false;
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
