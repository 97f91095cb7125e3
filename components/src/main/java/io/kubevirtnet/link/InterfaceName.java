package io.kubevirtnet.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Name of a network interface on a node: 1 to 15 bytes (IFNAMSIZ less its end), as the kernel has
 * it.
 */
public final class InterfaceName {
  public static final int MAX_BYTES = 15;

  private static final Pattern OF_NETRIS = Pattern.compile("nbr-\\d{1,10}");

  private InterfaceName() {}

  /** A bridge that the agent of Netris makes, by the id of its VXLAN. */
  public static boolean isOfNetris(String name) {
    return OF_NETRIS.matcher(name).matches();
  }

  /** What is wrong with it, as the end of a sentence that starts with the name. */
  public static Optional<String> problem(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (bytes > MAX_BYTES) {
      return Optional.of("has " + bytes + " bytes, " + MAX_BYTES + " is the most");
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("is a name of the file system");
    }
    return name.chars().anyMatch(c -> c == '/' || c == ':' || c <= ' ' || c == 0x7f)
        ? Optional.of("holds a '/', a ':', a space or a control character")
        : Optional.empty();
  }
}
