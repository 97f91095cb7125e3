package io.kubevirtnet.e2e.life;

import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.OncePerJvm;
import io.kubevirtnet.e2e.faults.FaultyApi;
import java.nio.file.Path;

/** What tests hand on to each other, since it takes seconds to warm up: a plugin and its world. */
final class Bench implements AutoCloseable {
  private static final OncePerJvm<Bench> SHARED = new OncePerJvm<>(Bench::new);

  private final FaultyApi proxy = FaultyApi.before(LocalCluster.shared());
  private final MessageDesk desk = new MessageDesk();
  private PluginProcess plugin;
  private boolean down;
  private boolean spoiled;

  private Bench() {
    plugin = PluginProcess.start(desk.address(), proxy.kubeconfigFile());
  }

  /** As it is at the beginning of a test: nothing is planned, nothing was said. */
  static Bench cleared() {
    Bench bench = SHARED.get();
    bench.clear();
    return bench;
  }

  private synchronized void clear() {
    proxy.heal();
    if (down) {
      comeBack();
    }
    if (spoiled || !plugin.isAlive()) {
      restart(proxy.kubeconfigFile());
      spoiled = false;
    }
    proxy.forgetRequests();
    desk.take();
  }

  FaultyApi proxy() {
    return proxy;
  }

  MessageDesk desk() {
    return desk;
  }

  synchronized PluginProcess plugin() {
    return plugin;
  }

  /** A plugin remembers for a while that nobody answers. */
  synchronized void goDown() {
    down = true;
    spoiled = true;
    proxy.goDown();
  }

  synchronized void comeBack() {
    proxy.comeBack();
    down = false;
  }

  /** The plugin takes no more orders. */
  synchronized void cancel() {
    spoiled = true;
    plugin.cancel();
  }

  /** Another plugin, that knows this cluster. */
  synchronized void restart(Path kubeconfig) {
    spoiled = !kubeconfig.equals(proxy.kubeconfigFile());
    plugin.close();
    plugin = PluginProcess.start(desk.address(), kubeconfig);
  }

  @Override
  public synchronized void close() {
    plugin.close();
    desk.close();
    proxy.close();
  }
}
