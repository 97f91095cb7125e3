package io.kubevirtnet.provider.plan;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.ObjectReference;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody accepts where it is.
 *
 * @param kind of the object that it is about
 * @param name of that object: {@code vms/web}, or {@code br1} where there is no namespace
 * @param path of the place in it
 * @param expires the last day on which it holds
 * @param place where it is written, for messages: {@code accept.yaml:3}
 */
public record Suppression(
    String code,
    Wildcard kind,
    Wildcard name,
    Wildcard path,
    String reason,
    Optional<LocalDate> expires,
    String place) {

  boolean holdsOn(LocalDate day) {
    return expires.filter(day::isAfter).isEmpty();
  }

  boolean matches(Finding finding) {
    return finding.code().equals(code)
        && path.matches(finding.path().text())
        && kind.matches(finding.resource().map(ObjectReference::kind).orElse(""))
        && name.matches(finding.resource().map(Suppression::name).orElse(""));
  }

  private static String name(ObjectReference object) {
    return object.namespace().isEmpty() ? object.name() : object.namespace() + "/" + object.name();
  }
}
