package io.kubevirtnet.netriscontroller;

/** Who may log in. */
public record Account(String user, String password) {
  /** That of a stand-in that nobody gave one. */
  public static final Account STANDARD = new Account("svc", "stand-in");

  @Override
  public String toString() {
    return user;
  }
}
