package io.kubevirtnet.provider.plugin;

import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The process {@code pulumi-resource-kubevirtnet}. */
public final class Main {
  private Main() {}

  /** Prints the port, and nothing else ever. Arguments: flags of the engine, then its address. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var parent = ProcessHandle.current().parent();
    var port = System.out;
    System.setOut(System.err);
    Logger.getLogger("").setLevel(Level.WARNING);
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);

    var engine = Arrays.stream(args).filter(arg -> !arg.startsWith("-")).reduce((a, b) -> b);
    var plugin = Plugin.start(engine);
    port.print(plugin.port() + "\n");
    port.flush();
    engine.ifPresent(address -> plugin.endWith(address, parent));
    plugin.await();
  }
}
