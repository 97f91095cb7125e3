package io.kubevirtnet.e2e.cni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.e2e.toolchain.Dialogue;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multus, libcni and the plugins, each asked by itself. They run in namespaces of their own: some
 * make links before they refuse.
 */
final class Judge {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Map<String, String>>> VERDICTS = new TypeReference<>() {};

  private static final String SETUP =
      """
      set -e
      mount -t tmpfs none /var/lib
      mount -t tmpfs none /run
      mount -o remount,bind,ro /
      mkdir -p /run/judge/no-plugins
      echo '{"kubernetes": {"kubeconfig": "/run/judge/kubeconfig"}}' >/run/judge/whereabouts.conf
      ip link set lo up
      ip link add eth0 type veth peer name wire0
      ip link add card1 type veth peer name wire1
      for link in eth0 wire0 card1 wire1; do ip link set $link up; done
      ip route add default dev eth0
      echo ready >&2
      "$1/dhcp" daemon -socketpath /run/cni/dhcp.sock 2>/dev/null >/dev/null &
      "$1/cni-judge" -plugins "$1" -scratch /run/judge
      kill $!
      """;

  private final List<String> command;

  private Judge(List<String> command) {
    this.command = command;
  }

  /** Whether this user can make namespaces is seen at the first use. */
  static Judge require() {
    Path binaries = Toolchain.require(Tool.CNI_JUDGE).resolveSibling("");
    return new Judge(List.of("-n", "-m", "sh", "-c", SETUP, "sh", binaries.toString()));
  }

  /**
   * What one tool says.
   *
   * @param message why it refuses; absent when it is content
   * @param here what it missed on this machine, once it was content
   */
  record Verdict(
      String tool, Optional<String> message, Optional<String> details, Optional<String> here) {
    static Verdict of(Map<String, String> fields) {
      return new Verdict(
          fields.getOrDefault("tool", ""),
          Optional.ofNullable(fields.get("message")),
          Optional.ofNullable(fields.get("details")),
          Optional.ofNullable(fields.get("here")));
    }

    boolean refuses() {
      return message.isPresent();
    }

    boolean panics() {
      return message.filter(m -> m.startsWith("panic: ")).isPresent();
    }
  }

  /** The verdicts on each, in the order in which a definition meets the tools. */
  List<List<Verdict>> judge(List<GeneratedDefinition> definitions) {
    var said = run(List.of("unshare"), definitions);
    if (said.isEmpty()) {
      said = run(List.of("unshare", "-r"), definitions);
    }
    return said.orElseThrow(
        () -> Toolchain.missing("no network namespace: needs root or user namespaces, iproute2"));
  }

  private Optional<List<List<Verdict>>> run(
      List<String> unshare, List<GeneratedDefinition> definitions) {
    var all = new ArrayList<>(unshare);
    all.addAll(command);
    var questions = definitions.stream().map(Judge::question).toList();
    var dialogue = Dialogue.with(all, questions);
    if (!dialogue.errors().contains("ready\n")) {
      return Optional.empty();
    }
    return Optional.of(dialogue.toAll(questions).stream().map(Judge::verdicts).toList());
  }

  private static String question(GeneratedDefinition d) {
    try {
      return JSON.writeValueAsString(
          Map.of("name", d.name(), "namespace", d.namespace(), "config", d.text()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Verdict> verdicts(String answer) {
    try {
      return JSON.readValue(answer, VERDICTS).stream().map(Verdict::of).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(answer, e);
    }
  }
}
