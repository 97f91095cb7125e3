package io.kubevirtnet.value;

/** A choice that is written as a fixed text in inputs, outputs and manifests. */
public interface WireEnum {
  String wire();
}
