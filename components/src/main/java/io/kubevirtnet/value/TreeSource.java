package io.kubevirtnet.value;

/** A typed object that knows its tree, with what is unknown or secret in it still marked. */
public interface TreeSource {
  Tree tree();
}
