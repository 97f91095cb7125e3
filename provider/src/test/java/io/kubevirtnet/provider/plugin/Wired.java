package io.kubevirtnet.provider.plugin;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Values as they come over the wire, written as JSON. */
final class Wired {
  private Wired() {}

  static Struct struct(String json) {
    var struct = Struct.newBuilder();
    merge(json, struct);
    return struct.build();
  }

  static Value value(String json) {
    var value = Value.newBuilder();
    merge(json, value);
    return value.build();
  }

  private static void merge(String json, com.google.protobuf.Message.Builder into) {
    try {
      JsonFormat.parser().merge(json, into);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static String secret(String json) {
    return object(Wire.SECRET, "\"value\": " + json);
  }

  static String unknown() {
    return object(Wire.OUTPUT, "");
  }

  static String secretUnknown() {
    return object(Wire.OUTPUT, "\"secret\": true");
  }

  static String dependent(String json, String... urns) {
    return object(
        Wire.OUTPUT, "\"value\": " + json + ", \"dependencies\": " + quoted(List.of(urns)));
  }

  static String reference(String urn, String idMember) {
    return object(Wire.RESOURCE, "\"urn\": \"" + urn + "\"" + idMember);
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(t -> "\"" + t + "\"").collect(Collectors.toList());
  }

  static String object(String signature, String members) {
    return "{\""
        + Wire.SIGNATURE
        + "\": \""
        + signature
        + "\""
        + (members.isEmpty() ? "" : ", " + members)
        + "}";
  }
}
