package io.kubevirtnet.provider.netris;

import io.kubevirtnet.netris.ControllerCatalogue;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The way of one request through the controller's own redirects; it never leaves the controller.
 */
final class Redirects {
  private static final int MOST = 10;

  private final ControllerAccess access;
  private final boolean login;
  private final Set<URI> seen = new LinkedHashSet<>();

  /**
   * @param login a request with a body, which is sent again only where that is what is meant
   */
  Redirects(ControllerAccess access, URI start, boolean login) {
    this.access = access;
    this.login = login;
    seen.add(start);
  }

  /** Where to go on. */
  URI next(URI at, ControllerAnswer answer) {
    var to = target(at, answer);
    if (!origin(to).equals(origin(at))) {
      throw refused("%s sends to %s.".formatted(access.name(), origin(to)));
    }
    if (login && (answer.status() == 302 || answer.status() == 303)) {
      throw refused("%s sends a login to the page %s.".formatted(access.name(), to.getPath()));
    }
    if (!seen.add(to)) {
      throw refused("%s sends round in a circle.".formatted(access.name()));
    }
    if (seen.size() > MOST + 1) {
      throw refused("%s sends on more than %d times.".formatted(access.name(), MOST));
    }
    return to;
  }

  private URI target(URI at, ControllerAnswer answer) {
    try {
      return at.resolve(URI.create(answer.location().orElse("")));
    } catch (IllegalArgumentException e) {
      throw refused("%s sends to no address.".formatted(access.name()));
    }
  }

  /** Scheme, host and port; nothing else of an address that others chose is ever printed. */
  private static String origin(URI uri) {
    int port = uri.getPort();
    boolean usual =
        port < 0
            || port == 443 && "https".equalsIgnoreCase(uri.getScheme())
            || port == 80 && "http".equalsIgnoreCase(uri.getScheme());
    return (uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + port))
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static ControllerProblem refused(String what) {
    return ControllerProblem.of(ControllerCatalogue.REDIRECT, ControllerAccess.URL, what);
  }
}
