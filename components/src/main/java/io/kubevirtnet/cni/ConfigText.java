package io.kubevirtnet.cni;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.io.IOException;
import java.util.Optional;

/**
 * The text of spec.config, read as strictly as the strictest of those who read it, and more
 * strictly where they would disagree: of two equal keys each takes another one.
 */
public final class ConfigText {
  /** The API server stores no object that is larger than about 1.5 MB. */
  static final int LONGEST = 1 << 20;

  /** No plugin has a key so deep by far; encoding/json itself ends at 10,000. */
  static final int DEEPEST = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * DEEPEST)
                  .maxNameLength(LONGEST)
                  .maxStringLength(LONGEST)
                  .build())
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private static final String ADMISSION = "net-attach-def-admission-controller";
  private static final String NO_JSON = "configuration string is not in JSON format";

  private ConfigText() {}

  /** The JSON object; nothing when it can not be read, which has been said then. */
  public static Optional<Fields> read(String text, PropertyPath path, Report report) {
    if (text.length() > LONGEST) {
      report.add(
          TextCatalogue.LIMIT,
          path,
          "The config has "
              + text.length()
              + " characters, which is more than "
              + LONGEST
              + ", and was not read.");
      return Optional.empty();
    }
    try (var parser = JSON.createParser(text)) {
      return Optional.of(new ConfigReader(parser, path, report).document());
    } catch (ConfigReader.Unreadable e) {
      report.add(e.noJson() ? inWords(e.finding(), NO_JSON) : e.finding());
    } catch (JsonProcessingException e) {
      report.add(inWords(syntax(e, path), NO_JSON));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }

  /** Jackson's own words repeat what it read, which may be secret. */
  private static Finding syntax(JsonProcessingException e, PropertyPath path) {
    var at =
        Optional.ofNullable(e.getLocation())
            .map(l -> "line " + l.getLineNr() + ", column " + l.getColumnNr());
    var what =
        e instanceof JsonEOFException
            ? "The config ends in the middle of the JSON"
                + at.map(a -> ", at " + a).orElse("")
                + "."
            : "The config is no JSON" + at.map(a -> " from " + a + " on").orElse("") + ".";
    return Finding.of(FrameCatalogue.CONFIG, path, what, FrameCatalogue.CONFIG.fix());
  }

  private static Finding inWords(Finding finding, String message) {
    return finding.inWordsOf(new Upstream(ADMISSION, "Error", "spec.config", message));
  }
}
