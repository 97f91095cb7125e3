package io.kubevirtnet.guest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.regex.Pattern;

/**
 * Network data as text. Texts are quoted, since YAML 1.1 takes the MAC address 52:54:00:12:34:56
 * for a number to the base of 60; so are keys that are not plainly words.
 */
public final class NetworkConfigYaml {
  private static final YAMLMapper MAPPER =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .stringQuotingChecker(new PlainWords())
              .build());

  private NetworkConfigYaml() {}

  /** Names of interfaces are keys here, and may look like a number or a truth. */
  private static final class PlainWords extends StringQuotingChecker {
    private static final long serialVersionUID = 1;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]+");

    @Override
    public boolean needToQuoteName(String name) {
      return !WORD.matcher(name).matches() || isReservedKeyword(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return true;
    }
  }

  public static Tree text(Tree tree) {
    var marks = tree.allMarks();
    return tree.hasUnknown() ? new Unknown(marks) : new Scalar(print(tree.plain()), marks);
  }

  private static String print(Object plain) {
    try {
      return MAPPER.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
