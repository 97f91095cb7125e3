package io.kubevirtnet.kubevirt;

import java.util.regex.Pattern;

/** IPv4 addresses as KubeVirt's types read them: {@code 010.001.0.0/08} is {@code 10.1.0.0/8}. */
final class LeadingZeros {
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){3}(/\\d{1,9})?");
  private static final Pattern ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");

  private LeadingZeros() {}

  static String without(String text) {
    return ADDRESS.matcher(text).matches() ? ZEROS.matcher(text).replaceAll("") : text;
  }
}
