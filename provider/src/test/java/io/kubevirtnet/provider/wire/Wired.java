package io.kubevirtnet.provider.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Values as they come over the wire, written as JSON. */
public final class Wired {
  private Wired() {}

  public static Struct struct(String json) {
    var struct = Struct.newBuilder();
    merge(json, struct);
    return struct.build();
  }

  public static Value value(String json) {
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

  public static String secret(String json) {
    return object(Wire.SECRET, "\"value\": " + json);
  }

  public static String unknown() {
    return object(Wire.OUTPUT, "");
  }

  public static String secretUnknown() {
    return object(Wire.OUTPUT, "\"secret\": true");
  }

  public static String dependent(String json, String... urns) {
    return object(
        Wire.OUTPUT, "\"value\": " + json + ", \"dependencies\": " + quoted(List.of(urns)));
  }

  public static String reference(String urn, String idMember) {
    return object(Wire.RESOURCE, "\"urn\": \"" + urn + "\"" + idMember);
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(t -> "\"" + t + "\"").collect(Collectors.toList());
  }

  public static String object(String signature, String members) {
    return "{\""
        + Wire.SIGNATURE
        + "\": \""
        + signature
        + "\""
        + (members.isEmpty() ? "" : ", " + members)
        + "}";
  }
}
