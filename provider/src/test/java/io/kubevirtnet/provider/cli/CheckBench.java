package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How fast {@code check --jsonl} is, and that its memory does not grow.
 *
 * <pre>
 * ./mvnw -q -pl provider -am test -Dgroups=bench -DexcludedGroups= \
 *     -Dtest=CheckBench -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("bench")
class CheckBench {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int WARM_UP = 100_000;
  private static final int MEASURED = 1_000_000;
  private static final int PER_SECOND = 20_000;
  private static final long GROWTH = 48L * 1024 * 1024;

  @Test
  void aMillionDefinitionsInOneRun() throws IOException {
    run(WARM_UP);
    long cpu = cpuNanos();
    long start = System.nanoTime();

    var memory = run(MEASURED);

    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    System.out.printf(
        "%,d definitions: %.1f s, %.1f s of CPU, %,.0f a second, %,.0f a second of CPU%n",
        MEASURED, seconds, cpuSeconds, MEASURED / seconds, MEASURED / cpuSeconds);
    System.out.println("live heap in MB: " + memory.stream().map(m -> m / 1_000_000).toList());
    assertThat(MEASURED / cpuSeconds).isGreaterThan(PER_SECOND / 2.0);
    assertThat(memory.get(memory.size() - 1)).isLessThan(memory.get(0) + GROWTH);
  }

  /** The live heap at each tenth of the stream. */
  private static List<Long> run(int number) {
    var memory = new ArrayList<Long>();
    var counted = new LineCounter();
    try (var out = new PrintWriter(counted)) {
      int exitCode = Main.run(new Definitions(number, memory), out, out, "check", "--jsonl", "-");
      assertThat(exitCode).isEqualTo(Main.ERRORS);
    }
    assertThat(counted.lines).isEqualTo(number);
    return memory;
  }

  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }

  /** Definitions of several plugins, one in ten of them wrong, made as they are read. */
  private static final class Definitions extends InputStream {
    private static final int KINDS = 10;

    private final List<byte[]> lines = new ArrayList<>();
    private final int number;
    private final List<Long> memory;
    private int line;
    private int at;

    Definitions(int number, List<Long> memory) {
      this.number = number;
      this.memory = memory;
      for (int i = 0; i < KINDS; i++) {
        lines.add((definition(i) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public int available() {
      return line < number ? 1 : 0;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("only whole buffers are read");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (line == number) {
        return -1;
      }
      var bytes = lines.get(line % KINDS);
      int part = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, buffer, offset, part);
      at += part;
      if (at == bytes.length) {
        at = 0;
        line++;
        if (line % (MEASURED / 10) == 0) {
          memory.add(liveHeap());
        }
      }
      return part;
    }

    private static long liveHeap() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String definition(int i) {
      return print(
          Map.of(
              "apiVersion",
              "k8s.cni.cncf.io/v1",
              "kind",
              "NetworkAttachmentDefinition",
              "metadata",
              Map.of("name", "lan-" + i, "namespace", "vms"),
              "spec",
              Map.of("config", config(i))));
    }

    private static String config(int i) {
      return switch (i) {
        case 0 ->
            """
            {"cniVersion":"0.3.1","name":"lan-0","type":"bridge","bridge":"br1","vlan":5000}""";
        case 1, 2 ->
            """
            {"cniVersion":"0.3.1","name":"lan-%d","plugins":[{"type":"cnv-bridge","bridge":"br1"},\
            {"type":"tuning","sysctl":{"net.ipv4.conf.IFNAME.arp_filter":"1"}}]}"""
                .formatted(i);
        case 3, 4 ->
            """
            {"cniVersion":"0.3.1","name":"lan-%1$d","type":"ovn-k8s-cni-overlay",\
            "topology":"localnet","netAttachDefName":"vms/lan-%1$d","vlanID":10,\
            "subnets":"10.0.0.0/16","excludeSubnets":"10.0.1.0/24"}"""
                .formatted(i);
        case 5, 6 ->
            """
            {"cniVersion":"0.3.1","name":"lan-%d","type":"macvlan","master":"eth0","mode":"bridge",\
            "ipam":{"type":"host-local","ranges":[[{"subnet":"10.1.0.0/16",\
            "rangeStart":"10.1.2.0","rangeEnd":"10.1.3.255"}]],"routes":[{"dst":"0.0.0.0/0"}]}}"""
                .formatted(i);
        default ->
            """
            {"cniVersion":"0.3.1","name":"lan-%d","type":"bridge","bridge":"br1","vlan":%d,\
            "macspoofchk":true,"disableContainerInterface":true}"""
                .formatted(i, 100 + i);
      };
    }

    private static String print(Object object) {
      try {
        return JSON.writeValueAsString(object);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class LineCounter extends Writer {
    private int lines;

    @Override
    public void write(char[] text, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (text[i] == '\n') {
          lines++;
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
