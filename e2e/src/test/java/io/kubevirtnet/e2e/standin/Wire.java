package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Map;

/** The engine's Structs as JSON trees and back; secrets and unknowns keep their marks. */
public final class Wire {
  private static final double LARGEST_EXACT = 1L << 53;

  private Wire() {}

  public static ObjectNode tree(Struct struct) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    struct.getFieldsMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> object.set(field.getKey(), tree(field.getValue())));
    return object;
  }

  public static Struct struct(ObjectNode object) {
    Struct.Builder builder = Struct.newBuilder();
    object
        .properties()
        .forEach(field -> builder.putFields(field.getKey(), value(field.getValue())));
    return builder.build();
  }

  private static JsonNode tree(Value value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value.getKindCase()) {
      case STRING_VALUE -> nodes.textNode(value.getStringValue());
      case BOOL_VALUE -> nodes.booleanNode(value.getBoolValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case STRUCT_VALUE -> tree(value.getStructValue());
      case LIST_VALUE -> {
        ArrayNode array = nodes.arrayNode();
        value.getListValue().getValuesList().forEach(item -> array.add(tree(item)));
        yield array;
      }
      case NULL_VALUE, KIND_NOT_SET -> nodes.nullNode();
    };
  }

  /** Numbers are doubles on the wire; Kubernetes tells 1500 from 1500.0. */
  private static JsonNode number(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
    return whole
        ? JsonNodeFactory.instance.numberNode((long) number)
        : JsonNodeFactory.instance.numberNode(number);
  }

  private static Value value(JsonNode node) {
    Value.Builder builder = Value.newBuilder();
    if (node instanceof ObjectNode object) {
      builder.setStructValue(struct(object));
    } else if (node instanceof ArrayNode array) {
      ListValue.Builder list = ListValue.newBuilder();
      array.forEach(item -> list.addValues(value(item)));
      builder.setListValue(list);
    } else if (node.isTextual()) {
      builder.setStringValue(node.textValue());
    } else if (node.isNumber()) {
      builder.setNumberValue(node.doubleValue());
    } else if (node.isBoolean()) {
      builder.setBoolValue(node.booleanValue());
    } else {
      builder.setNullValue(NullValue.NULL_VALUE);
    }
    return builder.build();
  }
}
