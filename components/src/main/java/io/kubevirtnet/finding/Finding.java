package io.kubevirtnet.finding;

import io.kubevirtnet.value.PropertyPath;
import java.util.Optional;

/**
 * One thing that is wrong, or worth knowing, at one place.
 *
 * @param resource the object meant, where the path alone does not say it
 * @param upstream there exactly when an upstream validator would say the same
 */
public record Finding(
    String code,
    Severity severity,
    PropertyPath path,
    String what,
    String why,
    String fix,
    Optional<ObjectReference> resource,
    Optional<Upstream> upstream) {

  public static Finding of(Rule rule, PropertyPath path, String what, String fix) {
    return new Finding(
        rule.code(),
        rule.severity(),
        path,
        what,
        rule.why(),
        fix,
        Optional.empty(),
        Optional.empty());
  }

  public Finding withSeverity(Severity other) {
    return new Finding(code, other, path, what, why, fix, resource, upstream);
  }

  public Finding withFix(String other) {
    return new Finding(code, severity, path, what, why, other, resource, upstream);
  }

  /** The same at another place, which the author knows. */
  public Finding at(PropertyPath other) {
    return new Finding(code, severity, other, what, why, fix, resource, upstream);
  }

  /** With the author's reason why it is right here, in the place of the fix. */
  public Finding suppressed(String reason) {
    return new Finding(
        code, severity, path, what, why, "Accepted here: " + reason, resource, upstream);
  }

  public Finding about(ObjectReference object) {
    return new Finding(code, severity, path, what, why, fix, Optional.of(object), upstream);
  }

  public Finding inWordsOf(Upstream tool) {
    return new Finding(code, severity, path, what, why, fix, resource, Optional.of(tool));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Without the path, for a place that prints it already. */
  public String sentence() {
    var upstreamSays =
        upstream.map(u -> " (" + u.tool() + " says: " + u.message() + ")").orElse("");
    return what + " " + why + upstreamSays + " " + fix;
  }

  /** {@code KVN-A014 linuxBridge.vlan: 5000 is not a VLAN id. 802.1Q has … Choose …} */
  public String line() {
    return code + (path.text().isEmpty() ? " " : " " + path + ": ") + sentence();
  }
}
