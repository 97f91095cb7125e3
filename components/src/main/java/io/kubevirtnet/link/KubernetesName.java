package io.kubevirtnet.link;

import io.kubevirtnet.value.Value;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of names that the API server takes. */
public final class KubernetesName {
  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
  private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
  private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
  private static final Pattern QUALIFIED =
      Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final int MAX_SUBDOMAIN = 253;

  private KubernetesName() {}

  /** RFC 1123 label: lower case letters, digits and '-', at most 63. */
  public static boolean isLabel(String name) {
    return DNS_LABEL.matcher(name).matches();
  }

  /** RFC 1123 labels joined by dots, at most 253. */
  public static boolean isSubdomain(String name) {
    return name.length() <= MAX_SUBDOMAIN && DNS_SUBDOMAIN.matcher(name).matches();
  }

  /** Key of a label: a qualified name, after an optional DNS prefix and a slash. */
  public static boolean isLabelKey(String key) {
    int slash = key.indexOf('/');
    return QUALIFIED.matcher(key.substring(slash + 1)).matches()
        && (slash < 0 || isSubdomain(key.substring(0, slash)));
  }

  /** Value of a label: empty, or a qualified name without prefix. */
  public static boolean isLabelValue(String value) {
    return value.isEmpty() || QUALIFIED.matcher(value).matches();
  }

  /** What to write instead, as the end of a sentence; of a secret name nothing is told. */
  public static String proposal(Value<String> name) {
    return name.marks().secret()
        ? "lower case letters, digits and '-'."
        : "\"" + labelLike(name.shown()) + "\".";
  }

  /** What is close to the name and would be taken: {@code VMs} becomes {@code vms}. */
  static String labelLike(String name) {
    var label =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0]+|-+$", "");
    return label.isEmpty() ? "net" : label.substring(0, Math.min(label.length(), 63));
  }
}
