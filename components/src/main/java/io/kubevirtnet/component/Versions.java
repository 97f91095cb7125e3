package io.kubevirtnet.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Versions that the build states in one place. */
public final class Versions {
  private static final Properties BUILD = read();

  /** Of this package. */
  public static final String OWN = BUILD.getProperty("version");

  /** Of Pulumi's kubernetes provider, which makes the children. */
  public static final String KUBERNETES_PLUGIN = BUILD.getProperty("kubernetes.plugin");

  private Versions() {}

  private static Properties read() {
    var properties = new Properties();
    try (var in =
        Objects.requireNonNull(
            Versions.class.getResourceAsStream("/io/kubevirtnet/versions.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
