package io.kubevirtnet.guest;

import io.kubevirtnet.enums.CloudInitSource;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Judges network data that an author brings as text, version 1 or 2, as far as it can be told
 * without the guest. Nothing of a secret text is repeated.
 */
public final class GuestNetworkText {
  /** Larger ones are not read: the API server stores no object of that size. */
  private static final int LONGEST = 1 << 20;

  private GuestNetworkText() {}

  public static void check(Value<String> text, List<GuestCard> cards, Report report) {
    report.check(text, t -> check(t, text, cards, report));
  }

  /**
   * For typed and for free network data alike: a config drive takes OpenStack's JSON, every other
   * disk takes what {@link #check} judges.
   */
  public static void checkDisk(Value<CloudInitSource> disk, Value<?> data, Report report) {
    if (data.isGiven()) {
      report.check(data, d -> checkDisk(disk, d, data.path(), report));
    }
  }

  private static void checkDisk(
      Value<CloudInitSource> disk, Object data, PropertyPath path, Report report) {
    boolean openStack = data instanceof String text && isOpenStack(text);
    report.check(
        disk,
        d -> {
          boolean drive = d == CloudInitSource.ConfigDrive;
          if (drive && !openStack) {
            report.add(TextCatalogue.CONFIG_DRIVE, disk.path(), "There is network data, too.");
          } else if (!drive && openStack) {
            report.add(
                TextCatalogue.VERSION,
                path,
                "This is OpenStack's JSON, which is read from a config drive only.");
          }
        });
  }

  private static boolean isOpenStack(String text) {
    try {
      return read(text) instanceof Map<?, ?> document && isOpenStack(document);
    } catch (YAMLException e) {
      return false;
    }
  }

  /** Its keys, of which none is one of cloud-init's own formats. */
  private static boolean isOpenStack(Map<?, ?> document) {
    return !document.containsKey("version")
        && document.containsKey("links")
        && document.containsKey("networks");
  }

  private static void check(
      String text, Value<String> input, List<GuestCard> cards, Report report) {
    try {
      if (read(text) instanceof Map<?, ?> document) {
        if (isOpenStack(document)) {
          return;
        }
        // NoCloud takes it with and without this key around it.
        var config =
            document.get("network") instanceof Map<?, ?> inner ? inner : (Map<?, ?>) document;
        new TextRules(config, input, cards, report).check();
      } else {
        report.add(TextCatalogue.YAML, input.path(), "The network data is no map.");
      }
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      report.add(
          TextCatalogue.YAML,
          input.path(),
          "The network data is no YAML"
              + (mark == null
                  ? "."
                  : " from line "
                      + (mark.getLine() + 1)
                      + ", column "
                      + (mark.getColumn() + 1)
                      + " on."));
    } catch (YAMLException e) {
      report.add(TextCatalogue.YAML, input.path(), "The network data is no YAML that is read.");
    }
  }

  /** As PyYAML reads it for cloud-init: YAML 1.1, in which 52:54:00:12:34:56 is a number. */
  private static Object read(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setAllowRecursiveKeys(false);
    Object document = new Yaml(new SafeConstructor(options)).load(text);
    return document == null ? "" : document;
  }
}
