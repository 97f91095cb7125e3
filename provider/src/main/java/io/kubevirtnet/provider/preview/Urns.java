package io.kubevirtnet.provider.preview;

/**
 * The names that Pulumi gives to the resources of a stack: {@code
 * urn:pulumi:dev::site::parent$type::name}.
 */
record Urns(String project, String stack) {
  private static final String SEPARATOR = "::";
  private static final int TYPE = 2;

  String of(String parent, String type, String name) {
    return String.join(SEPARATOR, "urn:pulumi:" + stack, project, parentTypes(parent) + type, name);
  }

  private static String parentTypes(String parent) {
    var parts = parent.split(SEPARATOR, -1);
    return parts.length <= TYPE || parts[TYPE].equals("pulumi:pulumi:Stack")
        ? ""
        : parts[TYPE] + "$";
  }
}
