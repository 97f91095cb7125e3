package io.kubevirtnet.node;

/**
 * One field, as a person reads it: {@code (none)} where it is not there, {@code (known after
 * apply)} where a preview cannot tell.
 *
 * @param path inside the interface: {@code bridge.options.stp.enabled}
 */
public record FieldChange(String path, String before, String after) {
  @Override
  public String toString() {
    return path + " " + before + " -> " + after;
  }
}
