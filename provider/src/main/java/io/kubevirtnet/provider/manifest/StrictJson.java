package io.kubevirtnet.provider.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Null;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * JSON text as trees, in one pass. Stricter than the standard where readers disagree: a key stands
 * once. Null counts as left out, as in the API server, but for what is a patch.
 */
final class StrictJson {
  /** An API server takes no larger request. */
  static final int LARGEST = 3 * 1024 * 1024;

  static final String TOO_LARGE = "larger than the 3 MiB that an API server takes";

  private static final int DEEPEST = 200;
  private static final String TOO_DEEP = "nested deeper than " + DEEPEST + " levels";
  private static final String LIST_OF_OBJECTS = "items";
  private static final int QUOTES = 2;
  private static final int KEY = QUOTES + ":,".length();
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LARGEST)
                  .build())
          .build();

  private final JsonParser parser;
  private final SharedTrees trees;
  private int size;
  private int patches;

  private StrictJson(JsonParser parser, SharedTrees trees) {
    this.parser = parser;
    this.trees = trees;
  }

  /** Why a text is refused; it may still be something else than JSON when it is no JSON. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean json;

    Refused(String message, boolean json) {
      super(message, null, false, false);
      this.json = json;
    }

    boolean isJson() {
      return json;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** The values of a text one after the other; of a list of objects, each may be of full size. */
  static List<Tree> values(String text) throws Refused {
    var values = new ArrayList<Tree>();
    var trees = new SharedTrees(text.length());
    try (var parser = FACTORY.createParser(text)) {
      while (parser.nextToken() != null) {
        new StrictJson(parser, trees).value(0).ifPresent(values::add);
      }
      return values;
    } catch (StreamConstraintsException e) {
      throw new Refused(
          String.valueOf(e.getMessage()).contains("depth") ? TOO_DEEP : TOO_LARGE, true);
    } catch (JsonProcessingException e) {
      throw new Refused("no JSON" + place(e), false);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation())
        .map(l -> " from line " + l.getLineNr() + ", column " + l.getColumnNr() + " on")
        .orElse("");
  }

  private Optional<Tree> value(int depth) throws IOException, Refused {
    return switch (parser.currentToken()) {
      case START_OBJECT -> Optional.of(object(depth));
      case START_ARRAY -> Optional.of(list(depth, false));
      case VALUE_NULL -> Optional.empty();
      default -> Optional.of(trees.scalar(scalar()));
    };
  }

  private Fields object(int depth) throws IOException, Refused {
    var fields = new LinkedHashMap<String, Tree>();
    var empty = new HashSet<String>(0);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      grow(name.length() + KEY);
      if (fields.containsKey(name) || empty.contains(name)) {
        var at = parser.currentTokenLocation();
        throw new Refused(
            "the key \"%s\" is there twice (line %d, column %d)"
                .formatted(shown(name), at.getLineNr(), at.getColumnNr()),
            true);
      }
      boolean objects =
          parser.nextToken() == JsonToken.START_ARRAY && depth == 0 && name.equals(LIST_OF_OBJECTS);
      int inside = name.equals(PlainTree.PATCH) ? 1 : 0;
      patches += inside;
      var value = objects ? Optional.<Tree>of(list(depth + 1, true)) : value(depth + 1);
      patches -= inside;
      if (value.isEmpty() && patches > 0) {
        value = Optional.of(new Null(Marks.NONE));
      }
      value.ifPresentOrElse(v -> fields.put(name, v), () -> empty.add(name));
    }
    return trees.fields(fields);
  }

  private Items list(int depth, boolean ofObjects) throws IOException, Refused {
    var items = new ArrayList<Tree>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int before = size;
      grow(1);
      items.add(value(depth + 1).orElse(Fields.EMPTY));
      if (ofObjects) {
        size = before;
      }
    }
    return trees.items(items);
  }

  private Object scalar() throws IOException, Refused {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      default -> {
        var text = parser.getText();
        grow(text.length() + QUOTES);
        yield text;
      }
    };
  }

  private Object number() throws IOException, Refused {
    grow(parser.getTextLength());
    if (parser.getNumberType() == JsonParser.NumberType.INT) {
      return parser.getIntValue();
    }
    double number = parser.getDoubleValue();
    if (Double.isInfinite(number)) {
      throw new Refused("the number " + shown(parser.getText()) + " is out of range", true);
    }
    return number;
  }

  /** Counts the text without the white space in it. */
  private void grow(int characters) throws Refused {
    size += characters;
    if (size > LARGEST) {
      throw new Refused(TOO_LARGE, true);
    }
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
