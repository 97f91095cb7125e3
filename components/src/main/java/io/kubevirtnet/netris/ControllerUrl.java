package io.kubevirtnet.netris;

import inet.ipaddr.IPAddress;
import io.kubevirtnet.link.IpText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Address of a controller without the {@code /api} that its paths begin with: {@code
 * https://netris.example.com:8443/lab}.
 *
 * @param authority host, with the port where it is given
 * @param prefix what stands before {@code /api}; empty, or with a slash in front
 */
public record ControllerUrl(String scheme, String authority, String prefix) {
  private static final Pattern URL =
      Pattern.compile("(?i)(https?)://([^/?#@\\s]+)(/[A-Za-z0-9._~/-]*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[([0-9A-Fa-f:.]+)]|[A-Za-z0-9.-]+)(:([0-9]{1,5}))?");
  private static final Pattern NAME =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?");
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
  private static final int HIGHEST_PORT = 65535;

  /** Nothing where it is no address with a host. */
  public static Optional<ControllerUrl> parse(String text) {
    var url = URL.matcher(text);
    if (!url.matches() || !isAuthority(url.group(2))) {
      return Optional.empty();
    }
    return Optional.of(
        new ControllerUrl(
            url.group(1).toLowerCase(Locale.ROOT),
            url.group(2).toLowerCase(Locale.ROOT),
            withoutApi(Optional.ofNullable(url.group(3)).orElse(""))));
  }

  /** What is sent there stays on this machine. */
  boolean isLoopback() {
    return LOOPBACK.matcher(authority).matches();
  }

  boolean isEncrypted() {
    return scheme.equals("https");
  }

  /** The whole address of a path such as {@code /api/auth}. */
  public String at(String path) {
    return scheme + "://" + authority + prefix + path;
  }

  private static boolean isAuthority(String text) {
    var authority = AUTHORITY.matcher(text);
    return authority.matches()
        && isHost(authority.group(1), Optional.ofNullable(authority.group(2)))
        && Optional.ofNullable(authority.group(4))
            .map(Integer::parseInt)
            .filter(port -> port < 1 || port > HIGHEST_PORT)
            .isEmpty();
  }

  private static boolean isHost(String host, Optional<String> inBrackets) {
    return inBrackets
        .map(address -> IpText.address(address).filter(IPAddress::isIPv6).isPresent())
        .orElseGet(() -> NAME.matcher(host).matches() || IpText.address(host).isPresent());
  }

  private static String withoutApi(String path) {
    var bare = path.replaceAll("/+$", "");
    return bare.endsWith("/api")
        ? bare.substring(0, bare.length() - "/api".length()).replaceAll("/+$", "")
        : bare;
  }
}
