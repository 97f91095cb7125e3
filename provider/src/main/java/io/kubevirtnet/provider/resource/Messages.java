package io.kubevirtnet.provider.resource;

/** Lines that the engine prints on one resource, in their order; it never fails. */
public interface Messages {
  void info(String text);

  void warning(String text);

  void debug(String text);

  /** How far something is: replaced by the next one where the engine shows progress. */
  void status(String text);
}
