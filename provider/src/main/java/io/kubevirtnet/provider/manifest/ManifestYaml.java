package io.kubevirtnet.provider.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Objects as YAML that a person could have written. */
public final class ManifestYaml {
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .stringQuotingChecker(new Sexagesimals())
                  .build())
          .build();

  private ManifestYaml() {}

  /** YAML 1.1 takes the MAC address 52:54:00:12:34:56 for a number to the base of 60. */
  private static final class Sexagesimals extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1;
    private static final Pattern DIGITS = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+.*");

    @Override
    public boolean needToQuoteValue(String value) {
      return DIGITS.matcher(value).matches() || super.needToQuoteValue(value);
    }
  }

  /**
   * One document.
   *
   * @param plain of maps, lists and single values
   */
  public static String document(Object plain) {
    try {
      return YAML.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
