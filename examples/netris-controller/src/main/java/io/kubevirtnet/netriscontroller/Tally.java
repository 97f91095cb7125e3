package io.kubevirtnet.netriscontroller;

import java.util.Map;
import java.util.TreeMap;

/** Counts requests while they come. */
final class Tally {
  private final Map<String, Integer> requests = new TreeMap<>();
  private int logins;
  private int refusedLogins;
  private int writes;

  synchronized void request(String method, String path) {
    requests.merge(method + " " + path, 1, Integer::sum);
    boolean login = method.equals("POST") && path.matches("/api/auth/?");
    if (!method.equals("GET") && !method.equals("HEAD") && !login) {
      writes++;
    }
  }

  synchronized void login(boolean taken) {
    if (taken) {
      logins++;
    } else {
      refusedLogins++;
    }
  }

  synchronized Counts counts() {
    return new Counts(requests, logins, refusedLogins, writes);
  }

  synchronized void reset() {
    requests.clear();
    logins = 0;
    refusedLogins = 0;
    writes = 0;
  }
}
