package io.kubevirtnet.e2e.faults;

import io.kubevirtnet.e2e.cluster.Kubeconfig;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/**
 * A proxy on loopback in front of an API server. It speaks plain HTTP/1.1 to the client, with web
 * sockets, and TLS to the server.
 *
 * <pre>{@code
 * try (FaultyApi faulty = FaultyApi.before(cluster)) {
 *   faulty.next(2, request -> request.isWrite() && request.isAt("policies/br1$"), Fault.conflict());
 *   … a client that takes its server from faulty.kubeconfigFile() …
 *   assertThat(faulty.requests()).filteredOn(Request::isWatch).hasSize(1);
 * }
 * }</pre>
 */
public final class FaultyApi implements AutoCloseable {
  private final Kubeconfig server;
  private final SSLSocketFactory tls;
  private final Scratch scratch = Scratch.create("faulty");
  private final Faults faults = new Faults();
  private final Traffic traffic = new Traffic(faults);
  private final Kubeconfig kubeconfig;
  private volatile ServerSocket listener;

  private FaultyApi(Kubeconfig server) throws IOException {
    this.server = server;
    this.tls = server.tls().getSocketFactory();
    this.listener = listen(0);
    this.kubeconfig = server.at(URI.create("http://127.0.0.1:" + listener.getLocalPort()));
    Files.writeString(kubeconfigFile(), kubeconfig.text());
  }

  public static FaultyApi before(LocalCluster cluster) {
    try {
      return new FaultyApi(cluster.kubeconfig());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Kubeconfig kubeconfig() {
    return kubeconfig;
  }

  public Path kubeconfigFile() {
    return scratch.path().resolve("kubeconfig");
  }

  /** The next so many requests that match get this; what was said first wins. */
  public void next(int times, Predicate<Request> match, Fault fault) {
    faults.plan(times, match, fault);
  }

  /** The next request that matches waits at the gate; the server does not know of it yet. */
  public Gate holdBefore(Predicate<Request> match) {
    Gate gate = new Gate();
    faults.plan(1, match, new Fault.Held(gate, false));
    return gate;
  }

  /** The next request that matches is done by the server; its answer waits at the gate. */
  public Gate holdAnswer(Predicate<Request> match) {
    Gate gate = new Gate();
    faults.plan(1, match, new Fault.Held(gate, true));
    return gate;
  }

  /** What was planned and has not come yet does not come any more. */
  public void heal() {
    faults.clear();
  }

  /** Planned faults that no request has met. */
  public int faultsLeft() {
    return faults.left();
  }

  /** Ends all watches that run; answers how many there were. */
  public int closeWatches() {
    return traffic.cutWatches();
  }

  /** Watches that run now. */
  public List<Request> openWatches() {
    return traffic.openWatches();
  }

  /** The server is down: open connections end, new ones are refused. */
  public void goDown() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    traffic.cut(client -> true);
  }

  /** The server is back, at the same port. */
  public void comeBack() {
    try {
      listener = listen(kubeconfig.server().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All requests in the order in which they came, those with faults too. */
  public List<Request> requests() {
    return traffic.requests();
  }

  public void forgetRequests() {
    traffic.forget();
  }

  @Override
  public void close() {
    goDown();
    scratch.close();
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    daemon("faulty API server", () -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        traffic.accepted(client);
        daemon("faulty connection", new Connection(client, server.server(), tls, traffic));
      } catch (IOException e) {
        // Closed, by which the loop ends.
      }
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
