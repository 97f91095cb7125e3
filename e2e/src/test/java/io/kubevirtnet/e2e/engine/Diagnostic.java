package io.kubevirtnet.e2e.engine;

import com.pulumi.automation.events.DiagnosticEvent;
import java.util.Objects;

/**
 * A message of the engine, a plugin or the program; the URN is empty when it belongs to no
 * resource.
 */
public record Diagnostic(String severity, String urn, String message) {

  static Diagnostic of(DiagnosticEvent event) {
    return new Diagnostic(
        event.severity(),
        Objects.requireNonNullElse(event.urn(), ""),
        // The event carries markup of the terminal, such as <{%reset%}>.
        event.message().replaceAll("<\\{%[^%]*%\\}>", ""));
  }
}
