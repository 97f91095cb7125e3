package io.kubevirtnet.provider.netris;

import io.kubevirtnet.netris.CaBundle;
import io.kubevirtnet.netris.ControllerUrl;
import io.kubevirtnet.spec.NetrisControllerSpec;
import io.kubevirtnet.value.PropertyPath;
import java.time.Duration;
import java.util.Optional;

/**
 * How a controller is reached. Equal ones share a session.
 *
 * @param name what it is called in messages
 * @param timeout for one answer
 */
record ControllerAccess(
    ControllerUrl url,
    String name,
    Account account,
    Optional<CaBundle> bundle,
    boolean skipTlsVerify,
    Duration timeout) {
  static final PropertyPath INPUT = PropertyPath.ROOT.child("controller");
  static final PropertyPath URL = INPUT.child("url");

  private static final int USUAL_SECONDS = 30;

  /** Nothing while an input is unknown, or where one is wrong. */
  static Optional<ControllerAccess> of(NetrisControllerSpec spec) {
    return spec.url()
        .known()
        .flatMap(ControllerUrl::parse)
        .flatMap(url -> account(spec).map(account -> of(spec, url, account)));
  }

  private static ControllerAccess of(
      NetrisControllerSpec spec, ControllerUrl url, Account account) {
    return new ControllerAccess(
        url,
        spec.url().marks().secret() ? "The controller" : url.authority(),
        account,
        spec.caBundle().known().flatMap(CaBundle::parse),
        spec.skipTlsVerify().known().orElse(false),
        Duration.ofSeconds(spec.timeoutSeconds().known().orElse(USUAL_SECONDS)));
  }

  private static Optional<Account> account(NetrisControllerSpec spec) {
    return spec.username()
        .known()
        .flatMap(user -> spec.password().known().map(word -> new Account(user, word)));
  }

  @Override
  public String toString() {
    return "ControllerAccess[" + name + "]";
  }
}
