package io.kubevirtnet.vcluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Go template of a MachineConfigTemplate, as far as it can be told without the machine: the
 * fields that it asks for, and whether its blocks fit together. Functions are not looked at.
 *
 * @param fields in the order of the text; none when it can not be read
 */
public record ConfigTemplate(List<Field> fields, Optional<Problem> problem) {
  private static final String ROOT = "Values";

  /** What a template makes, and the values that the KubeVirt provider has for it. */
  public enum Document {
    CLOUD_INIT(
        "cloudInitTemplate",
        PropertyKey.USER_DATA_TEMPLATE,
        PropertyKey.USER_DATA,
        Set.of("NodeClaim", "Project", "Properties", "SSHKeys")),
    NETWORK_DATA(
        "networkDataTemplate",
        PropertyKey.NETWORK_DATA_TEMPLATE,
        PropertyKey.NETWORK_DATA,
        Set.of("NodeClaim", "Project", "Properties", "AllocatedIP", "PrefixLength", "Gateway"));

    private final String field;
    private final PropertyKey property;
    private final PropertyKey instead;
    private final Set<String> values;

    Document(String field, PropertyKey property, PropertyKey instead, Set<String> values) {
      this.field = field;
      this.property = property;
      this.instead = instead;
      this.values = values;
    }

    /** Its field in the spec of a MachineConfigTemplate. */
    public String field() {
      return field;
    }

    /** What names the template. */
    PropertyKey property() {
      return property;
    }

    /** Where this says something, no template is read. */
    PropertyKey instead() {
      return instead;
    }

    public Set<String> has() {
      return values;
    }
  }

  /** Values that the provider for bare metal has for templates besides. */
  public static final Set<String> OF_BARE_METAL =
      Set.of("BareMetalHost", "AllocatedIP", "PrefixLength", "Gateway");

  /**
   * {@code .Values.NodeClaim.Name}
   *
   * @param names {@code Values}, {@code NodeClaim}, {@code Name}
   * @param ofRoot false inside of range, with and define, where the dot may be anything
   * @param where {@code line 3, column 12}
   */
  public record Field(List<String> names, boolean ofRoot, String where) {
    public Field {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return "." + String.join(".", names);
    }
  }

  /**
   * @param what as a part of a sentence, without any words of the template
   */
  public record Problem(String what, String where) {}

  public ConfigTemplate {
    fields = List.copyOf(fields);
  }

  public static ConfigTemplate parse(String text) {
    try {
      return new ConfigTemplate(
          TemplateBlocks.fields(TemplateText.actions(text)), Optional.empty());
    } catch (TemplateFault e) {
      return new ConfigTemplate(
          List.of(), Optional.of(new Problem(e.what(), e.position().toString())));
    }
  }

  /** Whether it asks for a value, such as {@code AllocatedIP}. */
  boolean asksFor(String value) {
    return fields.stream()
        .filter(Field::ofRoot)
        .anyMatch(f -> f.names().size() > 1 && f.names().get(1).equals(value));
  }

  /** Fields that the document has no value for. */
  public List<Field> unknown(Document document) {
    return fields.stream().filter(Field::ofRoot).filter(f -> !isKnown(f, document)).toList();
  }

  private static boolean isKnown(Field field, Document document) {
    return field.names().get(0).equals(ROOT)
        && (field.names().size() == 1 || document.has().contains(field.names().get(1)));
  }
}
