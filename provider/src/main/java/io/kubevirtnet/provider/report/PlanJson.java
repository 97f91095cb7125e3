package io.kubevirtnet.provider.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A plan as programs read it; {@code docs/plan.schema.json} says what each field means.
 *
 * <p>Within a version fields are only added. Readers leave aside what they do not know.
 */
public final class PlanJson {
  public static final int VERSION = 1;

  private static final String VERSION_FIELD = "version";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(INDENT)
          .withArrayIndenter(INDENT);

  private PlanJson() {}

  public static String of(PlanDocument document) {
    var text = new StringWriter();
    try (var out = MAPPER.createGenerator(text).setPrettyPrinter(PRINTER.createInstance())) {
      new PlanWriter(out).write(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @param source name of the file, for messages
   * @throws UnreadablePlan when it is none, or one of a later version
   */
  public static PlanDocument read(String source, String text) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadablePlan(source + ": no plan, since it is no JSON.");
    }
    var version = root.path(VERSION_FIELD);
    if (!version.isIntegralNumber()) {
      throw new UnreadablePlan(source + ": no plan, since it has no version.");
    }
    if (version.asLong() != VERSION) {
      throw new UnreadablePlan(
          "%s: a plan of version %s, and this release reads version %d. Read it with the release that wrote it, or a later one."
              .formatted(source, version.asText(), VERSION));
    }
    return new PlanReader(source).document(root);
  }
}
