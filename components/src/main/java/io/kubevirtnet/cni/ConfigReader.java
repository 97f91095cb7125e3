package io.kubevirtnet.cni;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** One pass over one text; knows at each moment where in the tree it is. */
final class ConfigReader {
  /** More of the same kind says nothing new, and a hostile text could hold a hundred thousand. */
  private static final int MOST_FINDINGS = 20;

  private static final char REPLACEMENT = '\uFFFD';

  private final JsonParser parser;
  private final PropertyPath path;
  private final Report report;

  /** Names and indexes down to the value that is being read. */
  private final List<Object> steps = new ArrayList<>();

  private int found;

  /** Why there is no tree at the end. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;
    private final boolean noJson;

    private Unreadable(Finding finding, boolean noJson) {
      super(finding.what());
      this.finding = finding;
      this.noJson = noJson;
    }

    Finding finding() {
      return finding;
    }

    /** Go's encoding/json refuses it as a JSON object, too. */
    boolean noJson() {
      return noJson;
    }
  }

  ConfigReader(JsonParser parser, PropertyPath path, Report report) {
    this.parser = parser;
    this.path = path;
    this.report = report;
  }

  Fields document() throws IOException, Unreadable {
    var first = next();
    if (first.isEmpty()) {
      throw unreadable(FrameCatalogue.CONFIG, "The config holds nothing but white space.", true);
    }
    if (first.get() != JsonToken.START_OBJECT) {
      throw unreadable(
          FrameCatalogue.CONFIG,
          "The config is JSON, but no object.",
          first.get() != JsonToken.VALUE_NULL);
    }
    var document = object();
    if (more()) {
      throw unreadable(
          FrameCatalogue.CONFIG,
          "After the JSON object there is more text, up to line "
              + parser.currentLocation().getLineNr()
              + ", column "
              + parser.currentLocation().getColumnNr()
              + " at least.",
          true);
    }
    return document;
  }

  private boolean more() throws IOException {
    try {
      return next().isPresent();
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  private Optional<JsonToken> next() throws IOException {
    return Optional.ofNullable(parser.nextToken());
  }

  private Fields object() throws IOException, Unreadable {
    var fields = new LinkedHashMap<String, Tree>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      steps.add(name);
      if (isBroken(name)) {
        tell(TextCatalogue.CHARACTER, "The name of the key holds a character that is none.");
      }
      var token = parser.nextToken();
      if (fields.containsKey(name)) {
        tell(TextCatalogue.KEY_TWICE, "The key is written more than once in one object.");
      }
      if (token == JsonToken.VALUE_NULL) {
        fields.remove(name);
        tell(TextCatalogue.NULL_VALUE, "The value is null.");
      } else {
        fields.put(name, value(token));
      }
      steps.remove(steps.size() - 1);
    }
    return new Fields(fields, Marks.NONE);
  }

  private Items list() throws IOException, Unreadable {
    var items = new ArrayList<Tree>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      steps.add(items.size());
      if (token == JsonToken.VALUE_NULL) {
        throw unreadable(TextCatalogue.NULL_ITEM, "The list holds null.", false);
      }
      items.add(value(token));
      steps.remove(steps.size() - 1);
    }
    return new Items(items, Marks.NONE);
  }

  private Tree value(JsonToken token) throws IOException, Unreadable {
    if (token.isStructStart() && steps.size() >= ConfigText.DEEPEST) {
      throw new Unreadable(
          Finding.of(
              TextCatalogue.LIMIT,
              path,
              "The config is nested more than " + ConfigText.DEEPEST + " levels deep.",
              TextCatalogue.LIMIT.fix()),
          false);
    }
    if (token == JsonToken.START_OBJECT) {
      return object();
    }
    if (token == JsonToken.START_ARRAY) {
      return list();
    }
    return new Scalar(scalar(token), Marks.NONE);
  }

  private Object scalar(JsonToken token) throws IOException, Unreadable {
    if (token == JsonToken.VALUE_STRING) {
      var text = parser.getText();
      if (isBroken(text)) {
        tell(TextCatalogue.CHARACTER, "The text holds a character that is none.");
      }
      return text;
    }
    return token.isBoolean() ? (Object) parser.getBooleanValue() : number();
  }

  private Object number() throws IOException, Unreadable {
    if (parser.getNumberType() == NumberType.INT) {
      return parser.getIntValue();
    }
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw unreadable(FrameCatalogue.CONFIG, "The number is larger than any number can be.", true);
    }
    return value;
  }

  /** Half a pair, or what a decoder of broken UTF-8 leaves behind. */
  private static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < Character.MIN_SURROGATE) {
        continue;
      }
      if (c == REPLACEMENT) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private void tell(Rule rule, String what) {
    if (found++ < MOST_FINDINGS) {
      report.add(rule, here(), what);
    }
  }

  private Unreadable unreadable(Rule rule, String what, boolean noJson) {
    return new Unreadable(Finding.of(rule, here(), what, rule.fix()), noJson);
  }

  private PropertyPath here() {
    var at = path;
    for (var step : steps) {
      at = step instanceof Integer i ? at.index(i) : at.child(step.toString());
    }
    return at;
  }
}
