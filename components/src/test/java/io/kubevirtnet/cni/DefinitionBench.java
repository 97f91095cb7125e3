package io.kubevirtnet.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the rules take for one usual definition.
 *
 * <pre>
 * ./mvnw -q -pl codegen,components test -Dgroups=bench -DexcludedGroups= -Dtest=DefinitionBench \
 *     -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("bench")
class DefinitionBench {
  private static final int DEFINITIONS = 100_000;
  private static final int WARM_UP = 3;
  private static final long LIMIT_MICROS = 50;

  private static final Fields BRIDGE =
      Tree.of("cniVersion", "0.3.1")
          .with("name", "lan")
          .with("type", "bridge")
          .with("bridge", "br1")
          .with("disableContainerInterface", true)
          .with("vlan", 100)
          .with("mtu", 9000)
          .with("macspoofchk", true);

  private static final Fields CHAIN =
      Tree.of("cniVersion", "1.0.0")
          .with("name", "lan")
          .with(
              "plugins",
              List.of(
                  Tree.of("type", "bridge")
                      .with("bridge", "br1")
                      .with("vlan", 100)
                      .with(
                          "ipam",
                          Tree.of("type", "host-local")
                              .with(
                                  "ranges",
                                  List.of(
                                      List.of(
                                          Tree.of("subnet", "10.1.0.0/24")
                                              .with("rangeStart", "10.1.0.10")
                                              .with("rangeEnd", "10.1.0.99")
                                              .with("gateway", "10.1.0.1"))))
                              .with("routes", List.of(Tree.of("dst", "0.0.0.0/0")))),
                  Tree.of("type", "tuning")
                      .with("sysctl", Tree.of("net.ipv4.conf.IFNAME.arp_notify", "1"))));

  @Test
  void rulesOfABridge() {
    report("bridge", BRIDGE);
  }

  @Test
  void rulesOfAChainWithAddresses() {
    report("chain", CHAIN);
  }

  private static void report(String what, Fields config) {
    IntStream.range(0, WARM_UP).forEach(i -> run(config));
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    run(config);
    double micros = (threads.getCurrentThreadCpuTime() - start) / 1_000.0 / DEFINITIONS;
    System.out.printf("rules of a %s, one thread: %.2f microseconds each%n", what, micros);
    assertThat(micros).isLessThanOrEqualTo(LIMIT_MICROS);
  }

  private static void run(Fields config) {
    var path = PropertyPath.ROOT.child("spec").child("config");
    for (int i = 0; i < DEFINITIONS; i++) {
      var found = new Report();
      var definition =
          new Definition(
              Value.known(path, "lan"), Value.known(path, "vms"), Fields.EMPTY, config, path);
      DefinitionRules.check(definition, Circumstances.UNSTATED, found);
      assertThat(found.findings().isEmpty()).isTrue();
    }
  }
}
