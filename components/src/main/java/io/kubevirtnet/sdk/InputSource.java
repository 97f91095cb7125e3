package io.kubevirtnet.sdk;

import java.util.Map;

/**
 * Args that tell their inputs as they were set: Outputs, plain values, or lists and maps of both.
 */
public interface InputSource {
  /** By property name, in the order of the schema, without those that were left out. */
  Map<String, Object> inputs();
}
