package io.kubevirtnet.provider.resource;

import io.kubevirtnet.component.Settings;
import java.util.ArrayList;
import java.util.List;

/** A desk whose messages stay on it. */
public final class TestDesk implements Desk, Messages {
  public ClusterChoice choice = ClusterChoice.DEFAULT;
  public Settings settings = Settings.NONE;
  private final List<String> said = new ArrayList<>();

  /** What was said so far, after how loud. */
  public List<String> said() {
    return said;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public ClusterChoice cluster() {
    return choice;
  }

  @Override
  public Messages messages(String urn) {
    return this;
  }

  @Override
  public void info(String text) {
    said.add("info: " + text);
  }

  @Override
  public void warning(String text) {
    said.add("warning: " + text);
  }

  @Override
  public void debug(String text) {
    said.add("debug: " + text);
  }

  @Override
  public void status(String text) {
    said.add("status: " + text);
  }
}
