package io.kubevirtnet.provider.role;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who gets a role. */
public record Grantee(Kind kind, String namespace, String name) {
  private static final String API_GROUP = "rbac.authorization.k8s.io";

  /** As role bindings have it. */
  public enum Kind {
    USER("User"),
    GROUP("Group"),
    SERVICE_ACCOUNT("ServiceAccount");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }
  }

  /** Reads {@code User:jane}, {@code Group:devs} or {@code ServiceAccount:ci/runner}. */
  public static Optional<Grantee> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon == text.length() - 1) {
      return Optional.empty();
    }
    var word = text.substring(0, colon);
    var name = text.substring(colon + 1);
    for (var kind : Kind.values()) {
      if (kind.wire.equalsIgnoreCase(word)) {
        return kind == Kind.SERVICE_ACCOUNT
            ? serviceAccount(name)
            : Optional.of(new Grantee(kind, "", name));
      }
    }
    return Optional.empty();
  }

  private static Optional<Grantee> serviceAccount(String text) {
    var parts = text.split("/", -1);
    return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()
        ? Optional.of(new Grantee(Kind.SERVICE_ACCOUNT, parts[0], parts[1]))
        : Optional.empty();
  }

  Map<String, Object> subject() {
    var subject = new LinkedHashMap<String, Object>();
    subject.put("kind", kind.wire);
    if (kind == Kind.SERVICE_ACCOUNT) {
      subject.put("namespace", namespace);
    } else {
      subject.put("apiGroup", API_GROUP);
    }
    subject.put("name", name);
    return subject;
  }
}
