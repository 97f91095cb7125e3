package io.kubevirtnet.cni;

/**
 * Where in a list a plugin can stand.
 *
 * @param message how it refuses another place, in its own words
 */
record Chain(Kind kind, String message) {
  enum Kind {
    ANYWHERE,
    /** It changes what an earlier plugin of the list has made. */
    AFTER_ANOTHER,
    ALONE
  }

  static final Chain ANYWHERE = new Chain(Kind.ANYWHERE, "");

  static Chain afterAnother(String message) {
    return new Chain(Kind.AFTER_ANOTHER, message);
  }

  static Chain alone(String message) {
    return new Chain(Kind.ALONE, message);
  }
}
