package io.kubevirtnet.provider.preview;

import com.pulumi.deployment.internal.DeploymentImpl;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps out what Pulumi's SDK prints although it sends it to the engine, too. */
public final class NotForEngine implements Filter {
  private static final String SDK = DeploymentImpl.class.getName();

  @Override
  public boolean isLoggable(LogRecord entry) {
    return !SDK.equals(entry.getLoggerName());
  }
}
