package io.kubevirtnet.netriscontroller;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for a Netris controller on loopback.
 *
 * <pre>{@code
 * try (StandIn controller = StandIn.start(folder.resolve("state.json"), Modes.of(Mode.NO_VXLAN))) {
 *   // ask controller.url() and trust controller.certificate()
 *   controller.hand().vlan("tenant-a-nodes", 5);
 *   assertThat(controller.counts().writes()).isZero();
 * }
 * }</pre>
 */
public final class StandIn implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService threads;
  private final Api api;
  private final Tally tally;
  private final Hand hand;
  private final String url;
  private final String certificate;

  private StandIn(
      HttpServer http, ExecutorService threads, Api api, Tally tally, Hand hand, String pem) {
    this.http = http;
    this.threads = threads;
    this.api = api;
    this.tally = tally;
    this.hand = hand;
    String scheme = pem.isEmpty() ? "http" : "https";
    url = scheme + "://127.0.0.1:" + http.getAddress().getPort();
    certificate = pem;
  }

  /** On a free port, with {@link Account#STANDARD}. */
  public static StandIn start(Path state, Modes modes) {
    return start(Settings.of(state).modes(modes));
  }

  /**
   * Starts with the state that is there, else with the seed. Ready to answer when it returns.
   *
   * @throws UncheckedIOException when the port is taken or the state can not be read
   */
  public static StandIn start(Settings settings) {
    // Else each answer waits for the client's delayed acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      Controller controller = new Controller(new StateFile(settings.state()), settings.seed());
      Optional<Identity> identity = identity(settings);
      HttpServer http = server(settings.port(), identity);
      ExecutorService threads = Executors.newCachedThreadPool(StandIn::daemon);
      Tally tally = new Tally();
      Api api = new Api(controller, new Sessions(settings.account()), tally, settings.modes());
      Hand hand = new Hand(controller);
      http.createContext("/", api);
      http.createContext("/stand-in", new Desk(api, tally, hand));
      http.setExecutor(threads);
      http.start();
      String pem = identity.isEmpty() ? "" : identity.get().pem();
      return new StandIn(http, threads, api, tally, hand, pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its address, without {@code /api} and without a slash at the end. */
  public String url() {
    return url;
  }

  public int port() {
    return http.getAddress().getPort();
  }

  /** Its certificate in PEM, which nobody else has signed; empty without TLS. */
  public String certificate() {
    return certificate;
  }

  public Counts counts() {
    return tally.counts();
  }

  public void resetCounts() {
    tally.reset();
  }

  /** From the next request on. Those of the start stay as they are. */
  public void modes(Modes modes) {
    checkWhileRunning(api.modes(), modes);
    api.modes(modes);
  }

  /** What somebody changes on its web page. */
  public Hand hand() {
    return hand;
  }

  /** Nobody listens any more. */
  @Override
  public void close() {
    api.close();
    http.stop(0);
    threads.shutdownNow();
  }

  static void checkWhileRunning(Modes now, Modes wanted) {
    for (Mode mode : Mode.values()) {
      if (mode.onlyAtStart() && wanted.has(mode) && !now.has(mode)) {
        throw new IllegalArgumentException(mode.text() + " can only be set at the start");
      }
    }
  }

  private static Optional<Identity> identity(Settings settings)
      throws IOException, GeneralSecurityException {
    Modes modes = settings.modes();
    if (modes.has(Mode.HTTP)) {
      return Optional.empty();
    }
    boolean wrong = modes.has(Mode.WRONG_HOST) || modes.has(Mode.EXPIRED_CERTIFICATE);
    Identity identity = wrong ? Identity.of(modes) : Identity.kept(settings.beside(".p12"));
    Files.writeString(settings.beside(".pem"), identity.pem());
    return Optional.of(identity);
  }

  private static HttpServer server(int port, Optional<Identity> identity)
      throws IOException, GeneralSecurityException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    if (identity.isEmpty()) {
      return HttpServer.create(address, 0);
    }
    HttpsServer https = HttpsServer.create(address, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(identity.get().context()));
    return https;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "netris-controller");
    thread.setDaemon(true);
    return thread;
  }
}
