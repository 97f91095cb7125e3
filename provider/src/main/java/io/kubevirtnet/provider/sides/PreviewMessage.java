package io.kubevirtnet.provider.sides;

/**
 * What somebody said during a preview.
 *
 * @param urn whom it is about; empty for the program
 * @param severity error, warning, info or debug
 */
record PreviewMessage(String urn, String severity, String message) {
  boolean isError() {
    return severity.equals("error");
  }
}
