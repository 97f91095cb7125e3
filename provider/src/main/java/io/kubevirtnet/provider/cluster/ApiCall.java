package io.kubevirtnet.provider.cluster;

import java.util.Optional;

/** One request, as it may be sent several times. */
record ApiCall(String method, String target, Optional<String> body) {
  static ApiCall get(String target) {
    return new ApiCall("GET", target, Optional.empty());
  }

  static ApiCall write(String method, String target, String body) {
    return new ApiCall(method, target, Optional.of(body));
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** Ours ask for no version, so that a conflict is one of the moment. */
  boolean deletes() {
    return method.equals("DELETE");
  }
}
