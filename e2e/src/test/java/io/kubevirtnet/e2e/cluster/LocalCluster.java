package io.kubevirtnet.e2e.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A control plane without nodes on loopback: etcd, API server, garbage collector; with the CRDs and
 * the admission policy of the test resources and KubeVirt's own CRDs. Tests share one per JVM; it
 * is gone when the JVM ends.
 */
public final class LocalCluster implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final OncePerJvm<LocalCluster> SHARED = new OncePerJvm<>(LocalCluster::start);

  private final Deque<Daemon> daemons = new ArrayDeque<>();
  private List<String> serverCommand = List.of();
  private final Scratch scratch = Scratch.create("cluster");
  private final Path logs = E2eFolder.path("target/cluster-logs");
  private final Kubeconfig kubeconfig;
  private String guestToken = "";
  private final KubeApi api;

  private final List<ObjectNode> crds;

  private LocalCluster(List<ObjectNode> kubeVirt) {
    crds =
        Stream.concat(
                Manifests.CRDS.stream().flatMap(file -> Manifests.read(file).stream()),
                kubeVirt.stream())
            .toList();
    try {
      kubeconfig = startStorageAndServer();
      api = new KubeApi(kubeconfig);
      await("the API server", api::ready);
      Files.writeString(kubeconfigFile(), kubeconfig.text());
      crds.forEach(api::create);
      crds.forEach(this::serve);
      Manifests.POLICIES.stream()
          .flatMap(file -> Manifests.read(file).stream())
          .forEach(api::create);
      // Only now: the collector looks for new kinds every 30 s, and what it does not know it does
      // not collect.
      startControllers();
      await("the admission policy", () -> AdmissionProbe.refuses(api));
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** A cluster of the caller's own, who closes it. */
  public static LocalCluster start() {
    return new LocalCluster(KubeVirtCrds.read());
  }

  /** One of the caller's own that knows no machines. */
  public static LocalCluster startWithoutKubeVirt() {
    return new LocalCluster(List.of());
  }

  /**
   * The cluster that all tests of this JVM share; nobody closes it but the end of the JVM. Ask for
   * it in the test or in {@code @BeforeEach}: a test class that is skipped in {@code @BeforeAll}
   * does not appear in the report.
   */
  public static LocalCluster shared() {
    return SHARED.get();
  }

  public KubeApi api() {
    return api;
  }

  public Kubeconfig kubeconfig() {
    return kubeconfig;
  }

  /** That of the user {@code guest}, who may do only what roles give him. */
  public Kubeconfig guest() {
    return new Kubeconfig(
        kubeconfig.server(), kubeconfig.caPem(), guestToken, kubeconfig.namespace());
  }

  /** The kubeconfig as a file, as KUBECONFIG wants it. */
  public Path kubeconfigFile() {
    return scratch.path().resolve("kubeconfig");
  }

  /**
   * Creates a CRD and waits until its kinds are served; the collector notices them up to 30 s
   * later.
   */
  public void install(ObjectNode crd) {
    api.create(crd);
    serve(crd);
  }

  /** Ends the API server as {@code kill -9} does; etcd keeps what it has stored. */
  public void stopServer() {
    Daemon server = daemons.stream().filter(this::isServer).findFirst().orElseThrow();
    daemons.remove(server);
    server.kill();
  }

  /**
   * Starts the API server again, with the same data, port and certificate. It says that it is ready
   * before it has read its custom resources and its admission policy; this waits for them too.
   */
  public void startServer() {
    start(Tool.KUBE_APISERVER, serverCommand);
    await("the API server", api::ready);
    crds.forEach(this::serve);
    await("the admission policy", () -> AdmissionProbe.refuses(api));
  }

  @Override
  public void close() {
    while (!daemons.isEmpty()) {
      daemons.pop().close();
    }
    scratch.close();
  }

  private Kubeconfig startStorageAndServer() throws IOException {
    Path etcd = Toolchain.require(Tool.ETCD);
    Path apiserver = Toolchain.require(Tool.KUBE_APISERVER);
    Toolchain.require(Tool.KUBE_CONTROLLER_MANAGER);
    List<Integer> ports = Loopback.freePorts(3);
    String client = "http://127.0.0.1:" + ports.get(0);
    String peer = "http://127.0.0.1:" + ports.get(1);
    start(
        Tool.ETCD,
        etcd.toString(),
        "--data-dir=" + scratch.folder("etcd"),
        "--listen-client-urls=" + client,
        "--advertise-client-urls=" + client,
        "--listen-peer-urls=" + peer,
        "--initial-advertise-peer-urls=" + peer,
        "--initial-cluster=default=" + peer,
        "--unsafe-no-fsync",
        "--log-level=warn");
    Credentials credentials = Credentials.writeTo(scratch.path());
    guestToken = credentials.guestToken();
    Path certificates = scratch.folder("certificates");
    serverCommand =
        List.of(
            apiserver.toString(),
            "--etcd-servers=" + client,
            "--bind-address=127.0.0.1",
            "--secure-port=" + ports.get(2),
            "--cert-dir=" + certificates,
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-account-key-file=" + credentials.publicKey(),
            "--service-account-signing-key-file=" + credentials.privateKey(),
            "--token-auth-file=" + credentials.tokenFile(),
            "--authorization-mode=RBAC",
            "--disable-admission-plugins=ServiceAccount",
            "--endpoint-reconciler-type=none",
            "--service-cluster-ip-range=10.96.0.0/16");
    start(Tool.KUBE_APISERVER, serverCommand);
    Path certificate = certificates.resolve("apiserver.crt");
    await("the API server's certificate", () -> isPem(certificate));
    return new Kubeconfig(
        URI.create("https://127.0.0.1:" + ports.get(2)),
        Files.readString(certificate),
        credentials.token(),
        "default");
  }

  /** The namespace controller too: without it a deleted namespace never goes away. */
  private void startControllers() {
    start(
        Tool.KUBE_CONTROLLER_MANAGER,
        Toolchain.require(Tool.KUBE_CONTROLLER_MANAGER).toString(),
        "--kubeconfig=" + kubeconfigFile(),
        "--controllers=garbage-collector-controller,namespace-controller",
        "--leader-elect=false",
        "--secure-port=0");
  }

  private void start(Tool tool, String... command) {
    start(tool, List.of(command));
  }

  private void start(Tool tool, List<String> command) {
    daemons.push(Daemon.start(tool.binary(), command, scratch.path(), logs));
  }

  private boolean isServer(Daemon daemon) {
    return daemon.name().equals(Tool.KUBE_APISERVER.binary());
  }

  private void serve(ObjectNode crd) {
    String name = crd.at("/metadata/name").asText();
    String kind = crd.at("/spec/names/kind").asText();
    String group = crd.at("/spec/group").asText();
    crd.at("/spec/versions")
        .forEach(
            version ->
                await(
                    "CRD " + name,
                    () -> isServed(group + "/" + version.path("name").asText(), kind)));
  }

  /** Established is not enough: the collection answers a moment later. */
  private boolean isServed(String apiVersion, String kind) {
    if (api.resource(apiVersion, kind).isEmpty()) {
      return false;
    }
    try {
      api.list(apiVersion, kind);
      return true;
    } catch (KubeApiException e) {
      return false;
    }
  }

  private void await(String what, BooleanSupplier condition) {
    Deadline.in(START)
        .await(
            what + "; logs are in " + logs,
            () -> {
              daemons.forEach(Daemon::requireAlive);
              return condition.getAsBoolean();
            });
  }

  private static boolean isPem(Path file) {
    try {
      return Files.exists(file) && Files.readString(file).trim().endsWith("-----");
    } catch (IOException e) {
      return false;
    }
  }
}
