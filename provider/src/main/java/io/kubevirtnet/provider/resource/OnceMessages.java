package io.kubevirtnet.provider.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Lines that are held back until it is known that they were not said before. */
public final class OnceMessages implements Messages {
  private final Messages to;
  private final List<String> lines = new ArrayList<>();
  private final List<Runnable> sending = new ArrayList<>();

  public OnceMessages(Messages to) {
    this.to = to;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public void send() {
    sending.forEach(Runnable::run);
  }

  @Override
  public void info(String text) {
    hold(text, Messages::info);
  }

  @Override
  public void warning(String text) {
    hold(text, Messages::warning);
  }

  @Override
  public void debug(String text) {
    hold(text, Messages::debug);
  }

  @Override
  public void status(String text) {
    hold(text, Messages::status);
  }

  private void hold(String text, BiConsumer<Messages, String> how) {
    lines.add(text);
    sending.add(() -> how.accept(to, text));
  }
}
