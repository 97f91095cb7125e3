package io.kubevirtnet.provider.netris;

/** Who logs in. */
record Account(String username, String password) {
  /** A text of others without the password, should they repeat it. */
  String hidden(String text) {
    return password.isEmpty() ? text : text.replace(password, "[secret]");
  }

  @Override
  public String toString() {
    return "Account[secret]";
  }
}
