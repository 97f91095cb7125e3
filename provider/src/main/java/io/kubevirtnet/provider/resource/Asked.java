package io.kubevirtnet.provider.resource;

/** Something that answers questions until it is closed. */
public interface Asked extends AutoCloseable {
  @Override
  void close();
}
