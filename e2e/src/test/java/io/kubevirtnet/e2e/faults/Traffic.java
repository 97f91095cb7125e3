package io.kubevirtnet.e2e.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What goes through the proxy now and what has gone. */
final class Traffic {
  private final Faults faults;
  private final List<Request> requests = new ArrayList<>();
  private final Map<Socket, List<Socket>> open = new HashMap<>();
  private final Map<Socket, Request> watches = new HashMap<>();

  Traffic(Faults faults) {
    this.faults = faults;
  }

  Optional<Fault> arrived(Request request) {
    synchronized (this) {
      requests.add(request);
    }
    return faults.next(request);
  }

  synchronized void accepted(Socket client) {
    open.put(client, new ArrayList<>());
  }

  synchronized void opened(Socket client, Socket upstream) {
    open.computeIfAbsent(client, key -> new ArrayList<>()).add(upstream);
  }

  synchronized void watches(Request request, Socket client) {
    watches.put(client, request);
  }

  synchronized void ended(Socket client) {
    open.getOrDefault(client, List.of()).forEach(Traffic::close);
    open.remove(client);
    watches.remove(client);
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  synchronized void forget() {
    requests.clear();
  }

  synchronized List<Request> openWatches() {
    return List.copyOf(watches.values());
  }

  /** Ends connections in both directions, as a network that breaks. */
  synchronized int cut(Predicate<Socket> which) {
    List<Socket> clients = open.keySet().stream().filter(which).toList();
    for (Socket client : clients) {
      open.getOrDefault(client, List.of()).forEach(Traffic::close);
      close(client);
    }
    return clients.size();
  }

  synchronized int cutWatches() {
    return cut(watches::containsKey);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed then.
    }
  }
}
