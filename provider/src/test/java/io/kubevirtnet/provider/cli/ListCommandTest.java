package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.cluster.FakeApiServer;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code list} and {@code show}. */
@Timeout(120)
class ListCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/list");
  private static final String LAN =
      "{\"cniVersion\":\"0.3.1\",\"name\":\"lan\",\"type\":\"bridge\",\"bridge\":\"br1\",\"vlan\":100}";

  /** Nobody listens on the port of a protocol that is no longer spoken. */
  private static final String NOBODY = "http://127.0.0.1:9";

  @TempDir Path folder;
  private Clusters clusters;

  @BeforeEach
  void open() {
    clusters = new Clusters(folder);
  }

  @AfterEach
  void close() {
    clusters.close();
  }

  @Test
  void showsWhatEachClusterHasAndWhichHaveNothing() {
    fleet();

    var run = list("--all-contexts");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Golden.compare(GOLDEN.resolve("fleet.txt"), run.out());
  }

  @Test
  void writesTheSameAsJson() {
    fleet();

    var run = list("--all-contexts", "-o", "json");

    assertThat(run.exitCode()).isZero();
    Golden.compare(GOLDEN.resolve("fleet.json"), run.out());
  }

  @Test
  void asksTheCurrentContextUnlessOneIsNamed() {
    fleet();

    assertThat(list().out()).contains("prod ").doesNotContain("edge");
    assertThat(list("--context", "edge").out())
        .isEqualTo(
            """
            Skipped:
              edge: KubeVirt is not installed.
            0 network attachments in 0 clusters (1 skipped)
            """);
  }

  @Test
  void takesThoseOfOneNamespace() {
    fleet();

    var run = list("-n", "storage");

    assertThat(run.out())
        .contains("fast", "1 network attachment in 1 cluster")
        .doesNotContain("lan");
  }

  @Test
  void aDeadClusterHidesNoOther() {
    fleet();
    clusters.context("dead", NOBODY);

    var run = list("--all-contexts", "--timeout", "2");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "prod       vms", "Not reached:\n  dead: " + NOBODY, "(2 skipped, 1 not reached)");
  }

  @Test
  void silentClustersAreWaitedForAtTheSameTime() {
    var waits = new ArrayList<FakeApiServer>();
    for (int i = 0; i < 5; i++) {
      var silent = clusters.with("silent" + i);
      silent.fault("kubevirts", FakeApiServer.Fault.HANG);
      waits.add(silent);
    }
    Clusters.attachment(clusters.with("prod"), "vms", "lan", LAN);

    long start = System.nanoTime();
    var run = list("--all-contexts", "--timeout", "3");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("  silent4: " + waits.get(4).address() + " did not answer within")
        .contains("1 network attachment in 1 cluster (5 not reached)");
  }

  @Test
  void aClusterOfTwoContextsIsListedOnce() {
    var prod = clusters.with("prod");
    Clusters.attachment(prod, "vms", "lan", LAN);
    clusters.context("admin@prod", prod.address());

    assertThat(list("--all-contexts").out())
        .contains("admin@prod: The same cluster as prod.", "1 network attachment in 1 cluster");
  }

  @Test
  void saysWhatUsersItMayNotLookFor() {
    var prod = clusters.with("prod");
    Clusters.attachment(prod, "vms", "lan", LAN);
    prod.fault("virtualmachines?", 403);
    Clusters.instance(prod, "vms", "web", "lan");

    var run = list();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("VirtualMachineInstance vms/web")
        .contains("Users not read:\n  prod: VirtualMachines: not allowed to list them");
  }

  @Test
  void saysThatMultusIsMissing() {
    clusters.with("prod").unknownKind("network-attachment-definitions");

    assertThat(list().out()).contains("prod: Multus is not installed");
  }

  @Test
  void saysThatAClusterDoesNotLetUsIn() {
    var prod = clusters.with("prod");
    for (int i = 0; i < 20; i++) {
      prod.fault("kubevirts", 401);
    }

    var run = list("--timeout", "2");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("prod: The API server does not accept the credentials")
        .doesNotContain("very-secret");
  }

  @Test
  void showsNoControlCharacters() {
    Clusters.attachment(
        clusters.with("prod"),
        "vms",
        "lan",
        "{\"type\":\"bridge\",\"bridge\":\"\\\\u001b[31mbr\"}");

    assertThat(list().out()).contains("\ufffd[31mbr").doesNotContain("\u001b");
  }

  @Test
  void refusesWrongUse() {
    fleet();

    assertThat(list("--context", "nowhere"))
        .isEqualTo(
            new CommandRun(
                64,
                "",
                "The kubeconfig has no context \"nowhere\". It has prod, edge, platform, bare.\n"));
    assertThat(list("--all-contexts", "--context", "prod").exitCode()).isEqualTo(64);
    assertThat(CommandRun.of("list", "--kubeconfig", folder.resolve("none").toString()))
        .returns(64, CommandRun::exitCode)
        .matches(r -> r.err().startsWith("There is no kubeconfig at "));
  }

  @Test
  void showsOneFieldByField() {
    fleet();

    var run = show("vms/lan");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Golden.compare(GOLDEN.resolve("lan.txt"), run.out());
  }

  @Test
  void showsWhatIsWrongWithIt() {
    Clusters.attachment(clusters.with("prod"), "vms", "lan", LAN.replace("100", "5000"));

    var run = show("lan");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("vlan: 5000", "  used by     nobody")
        .contains("error: KVN-A051 spec.config.vlan: 5000 is not a VLAN id.");
  }

  @Test
  void asksForTheNamespaceWhereThereAreSeveral() {
    fleet();

    assertThat(show("nothing"))
        .isEqualTo(new CommandRun(1, "", "There is no network attachment nothing in prod.\n"));
    assertThat(show("lan", "--context", "edge"))
        .isEqualTo(new CommandRun(1, "", "edge: KubeVirt is not installed.\n"));
    assertThat(show("vms/lan", "-n", "storage").exitCode()).isEqualTo(64);
  }

  /** One cluster with everything, one without KubeVirt, one with the platform, one bare. */
  private void fleet() {
    var prod = clusters.with("prod");
    Clusters.attachment(prod, "vms", "lan", LAN);
    Clusters.attachment(
        prod,
        "storage",
        "fast",
        "{\"cniVersion\":\"0.3.1\",\"name\":\"fast\",\"plugins\":[{\"type\":\"cnv-bridge\","
            + "\"bridge\":\"br2\",\"vlanTrunk\":[{\"id\":5},{\"minID\":10,\"maxID\":20}],"
            + "\"ipam\":{\"type\":\"host-local\",\"ranges\":[[{\"subnet\":\"10.1.0.0/16\"}]]}},"
            + "{\"type\":\"tuning\"}]}");
    Clusters.attachment(
        prod,
        "vms",
        "corp",
        "{\"cniVersion\":\"0.3.1\",\"name\":\"physnet\",\"type\":\"ovn-k8s-cni-overlay\","
            + "\"topology\":\"localnet\",\"netAttachDefName\":\"vms/corp\",\"vlanID\":42,"
            + "\"subnets\":\"10.2.0.0/24\"}");
    Clusters.attachment(prod, "vms", "odd", "no JSON");
    Clusters.attachment(prod, "vms", "of-the-node", "");
    for (var name : List.of("db", "mail", "web", "zoo")) {
      Clusters.machine(prod, "vms", name, "lan");
      Clusters.instance(prod, "vms", name, "lan");
    }
    Clusters.instance(prod, "vms", "alone", "storage/fast");
    clusters.without("edge").unknownKind("kubevirt.io");
    var platform = clusters.with("platform");
    Clusters.attachment(platform, "vms", "lan", LAN.replace("100", "200"));
    Clusters.nodeProvider(platform, "kv", "prod", "corp");
    Clusters.nodeProvider(platform, "other", "elsewhere", "vms/lan");
    clusters.without("bare");
  }

  private CommandRun list(String... more) {
    return run("list", more);
  }

  private CommandRun show(String name, String... more) {
    var run = new ArrayList<String>(List.of(more));
    run.add(name);
    return run("show", run.toArray(new String[0]));
  }

  private CommandRun run(String command, String... more) {
    var args = new ArrayList<>(List.of(command, "--kubeconfig", clusters.kubeconfig()));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(new String[0]));
  }
}
