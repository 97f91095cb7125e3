package io.kubevirtnet.provider.netris;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of this process: one for each controller and account. */
public final class Sessions {
  private final Map<ControllerAccess, Session> byAccess = new ConcurrentHashMap<>();
  private final Pauses pauses;

  public Sessions() {
    this(Pauses.USUAL);
  }

  Sessions(Pauses pauses) {
    this.pauses = pauses;
  }

  Session at(ControllerAccess access) {
    return byAccess.computeIfAbsent(access, a -> new Session(a, pauses));
  }
}
