package io.kubevirtnet.cni;

import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.math.BigDecimal;

/**
 * Where Go's JSON reader is, in its own words.
 *
 * @param struct the innermost struct
 * @param path names of the fields that lead there, those of embedded structs too
 */
record GoField(String struct, String path) {

  GoField child(String name) {
    return new GoField(struct, path.isEmpty() ? name : path + "." + name);
  }

  GoField in(String otherStruct) {
    return new GoField(otherStruct, path);
  }

  /** Says that it is of the wrong type; what it means stays open. */
  Tree mismatch(Place at, GoType type, Voice voice) {
    var tree = at.tree().orElseThrow();
    var found = Json.kind(tree);
    voice.refuse(
        FrameCatalogue.WRONG_TYPE,
        at,
        (found.equals("string") ? "\"" + at.shown() + "\"" : said(at, found))
            + " is no "
            + plain(type)
            + ".",
        voice.reading()
            + "json: cannot unmarshal "
            + (type instanceof GoType.Whole && found.equals("number")
                ? "number " + written(at)
                : found)
            + " into Go struct field "
            + struct
            + "."
            + path
            + " of type "
            + type.go());
    return new Unknown(tree.allMarks());
  }

  private static String said(Place at, String found) {
    return switch (found) {
      case "array" -> "A list";
      case "object" -> "An object";
      default -> written(at);
    };
  }

  /** A number that Java holds as a fraction was written as one. */
  private static String written(Place at) {
    if (at.isSecret()) {
      return Part.SECRET;
    }
    return at.tree().orElseThrow() instanceof Scalar s && s.value() instanceof Double d
        ? d == (double) d.intValue()
            ? d.toString()
            : new BigDecimal(d.toString()).stripTrailingZeros().toPlainString()
        : at.shown();
  }

  private static String plain(GoType type) {
    if (type instanceof GoType.Whole whole) {
      return whole.min() == 0 ? "whole number of at least 0 that fits" : "whole number that fits";
    }
    if (type == GoType.TEXT) {
      return "text";
    }
    if (type == GoType.FLAG) {
      return "true or false";
    }
    return type instanceof GoType.Listed ? "list" : "object";
  }
}
