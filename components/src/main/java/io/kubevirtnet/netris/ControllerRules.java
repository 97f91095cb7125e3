package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.NetrisControllerSpec;
import io.kubevirtnet.value.Value;
import java.util.Optional;

/** What can be said of a controller without asking it. */
public final class ControllerRules {
  private static final int LONGEST_TIMEOUT = 300;

  private final NetrisControllerSpec controller;
  private final Report report;

  private ControllerRules(NetrisControllerSpec controller, Report report) {
    this.controller = controller;
    this.report = report;
  }

  public static void check(NetrisControllerSpec controller, Report report) {
    var rules = new ControllerRules(controller, report);
    rules.checkAddress();
    rules.checkLogin();
    rules.checkCertificates();
    rules.checkTimeout();
  }

  private void checkAddress() {
    var url = controller.url();
    report.check(
        url,
        text ->
            problem(text)
                .ifPresent(
                    p ->
                        report.add(
                            ControllerCatalogue.ADDRESS,
                            url.path(),
                            (text.contains("@") ? "The address" : "\"" + url.shown() + "\"")
                                + " "
                                + p
                                + ".",
                            fix(url, text))));
  }

  private static Optional<String> problem(String text) {
    if (text.contains("@")) {
      return Optional.of("names a user");
    }
    if (!text.contains("://")) {
      return Optional.of("does not begin with https://");
    }
    if (text.contains("?") || text.contains("#")) {
      return Optional.of("is that of a page");
    }
    var parsed = ControllerUrl.parse(text);
    if (parsed.isEmpty()) {
      return Optional.of("is no address of a host");
    }
    return parsed
        .filter(u -> !u.isEncrypted() && !u.isLoopback())
        .map(u -> "would show the password to everyone on the way");
  }

  private static String fix(Value<String> url, String text) {
    var better =
        text.contains("://") ? text.replaceFirst("(?i)^http://", "https://") : "https://" + text;
    return url.marks().secret() || better.equals(text) || problem(better).isPresent()
        ? ControllerCatalogue.ADDRESS.fix()
        : "Write \"" + better + "\".";
  }

  private void checkLogin() {
    checkFilled(controller.username(), "The user name");
    checkFilled(controller.password(), "The password");
  }

  private void checkFilled(Value<String> text, String name) {
    report.require(
        text, t -> !t.isBlank(), ControllerCatalogue.LOGIN, name + " is empty.", "Set it.");
  }

  private void checkCertificates() {
    var bundle = controller.caBundle();
    report.check(
        bundle,
        text -> {
          if (CaBundle.parse(text).isEmpty()) {
            report.add(
                ControllerCatalogue.CERTIFICATES,
                bundle.path(),
                text.contains("-----BEGIN CERTIFICATE-----")
                    ? "One of the certificates cannot be read."
                    : "There is no certificate in it.");
          }
        });
    report.require(
        controller.skipTlsVerify(),
        skip -> !skip,
        ControllerCatalogue.NOT_VERIFIED,
        bundle.isGiven()
            ? "Any certificate is taken, and caBundle has no effect."
            : "Any certificate is taken.");
  }

  private void checkTimeout() {
    var timeout = controller.timeoutSeconds();
    report.require(
        timeout,
        seconds -> seconds >= 1 && seconds <= LONGEST_TIMEOUT,
        ControllerCatalogue.TIMEOUT,
        timeout.shown() + " is no time to wait for an answer.");
  }
}
