package io.kubevirtnet.provider.preview;

/** A program that can not be run, said in one line that its user can act on. */
public final class UnusableProgram extends RuntimeException {
  UnusableProgram(String message) {
    super(message);
  }
}
