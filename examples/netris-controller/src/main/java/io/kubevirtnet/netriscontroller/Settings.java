package io.kubevirtnet.netriscontroller;

import java.nio.file.Path;

/**
 * How a stand-in is started.
 *
 * @param state file to keep the state in; key and certificate are kept beside it
 * @param port 0 for a free one
 * @param seed what it knows while there is no such file
 */
public record Settings(Path state, Modes modes, Account account, int port, Seed seed) {

  public static Settings of(Path state) {
    return new Settings(state, Modes.NONE, Account.STANDARD, 0, Seed.DOCUMENTS);
  }

  public Settings modes(Modes now) {
    return new Settings(state, now, account, port, seed);
  }

  public Settings account(Account now) {
    return new Settings(state, modes, now, port, seed);
  }

  public Settings port(int now) {
    return new Settings(state, modes, account, now, seed);
  }

  public Settings seed(Seed now) {
    return new Settings(state, modes, account, port, now);
  }

  /** {@code state.json} with another ending. */
  Path beside(String ending) {
    String name = state.toAbsolutePath().getFileName().toString().replaceFirst("\\.json$", "");
    return state.toAbsolutePath().resolveSibling(name + ending);
  }
}
