package io.kubevirtnet.e2e.nmstate;

import io.kubevirtnet.nmstate.NetworkState;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network of its own in this kernel, with its own mounts and host name; gone when it is closed.
 */
final class KernelNode implements AutoCloseable {
  // Link-local addresses come and go with the carrier; without them all that is shown stays.
  private static final String READY =
      "echo 1 > /proc/sys/net/ipv6/conf/default/addr_gen_mode"
          + " && ip link set lo up && echo ready && exec cat";
  private static final List<String> NAMESPACES = List.of("-n", "-m", "-u");

  private final Process holder;
  private final Nmstatectl nmstatectl;

  private KernelNode(Process holder) {
    this.holder = holder;
    this.nmstatectl = Nmstatectl.require().within(enter());
  }

  /** Nothing where this user or this kernel can not make one. */
  static Optional<KernelNode> start() {
    var command = new ArrayList<>(List.of("unshare"));
    command.addAll(NAMESPACES);
    command.addAll(List.of("sh", "-c", READY));
    try {
      var holder = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said =
          new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if ("ready".equals(said)) {
        return Optional.of(new KernelNode(holder));
      }
      holder.destroyForcibly();
      return Optional.empty();
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    }
  }

  private List<String> enter() {
    var command = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(holder.pid())));
    command.addAll(NAMESPACES);
    return command;
  }

  Nmstatectl nmstatectl() {
    return nmstatectl;
  }

  NetworkState state() {
    return new NetworkState((Fields) Tree.of((Object) nmstatectl.show().state()));
  }

  /** {@code ip} or {@code bridge} inside it; false when it refuses. */
  boolean runs(String... command) {
    var all = new ArrayList<>(enter());
    all.addAll(List.of(command));
    try {
      var process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  void must(String command) {
    if (!runs(command.split(" "))) {
      throw new IllegalStateException(command + " fails");
    }
  }

  @Override
  public void close() {
    holder.destroyForcibly().onExit().join();
  }
}
