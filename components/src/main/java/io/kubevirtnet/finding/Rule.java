package io.kubevirtnet.finding;

import java.util.regex.Pattern;

/**
 * One entry of the catalogue.
 *
 * @param code stable name, never reused: {@code KVN-N001}
 * @param severity what it is unless the stack or the resource says otherwise
 * @param title what is wrong, in a few words
 * @param why the reason, as one or two sentences that also end a finding's text
 * @param fix what to do in general; findings may say it more exactly
 * @param source who says so: an upstream validator, a specification, or this project
 * @param fixed true when the cluster would refuse it anyway, so that it can not be lowered
 * @param example a resource in Pulumi YAML that has just this finding, or Kubernetes objects
 */
public record Rule(
    String code,
    Severity severity,
    String title,
    String why,
    String fix,
    String source,
    boolean fixed,
    String example) {
  private static final Pattern CODE = Pattern.compile("KVN-[NAVPTXD]\\d{3}");

  public Rule {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a code: " + code);
    }
  }

  /** What the cluster refuses, or what can not be expanded: an error that stays one. */
  public static Builder refused(String code, String title) {
    return new Builder(code, Severity.ERROR, true, title);
  }

  public static Builder error(String code, String title) {
    return new Builder(code, Severity.ERROR, false, title);
  }

  public static Builder warning(String code, String title) {
    return new Builder(code, Severity.WARNING, false, title);
  }

  public static Builder info(String code, String title) {
    return new Builder(code, Severity.INFO, false, title);
  }

  /** Collects the sentences of an entry; {@link #example} ends it. */
  public static final class Builder {
    private final String code;
    private final Severity severity;
    private final boolean fixed;
    private final String title;
    private String why = "";
    private String fix = "";
    private String source = "";

    private Builder(String code, Severity severity, boolean fixed, String title) {
      this.code = code;
      this.severity = severity;
      this.fixed = fixed;
      this.title = title;
    }

    public Builder why(String why) {
      this.why = why;
      return this;
    }

    public Builder fix(String fix) {
      this.fix = fix;
      return this;
    }

    public Builder source(String source) {
      this.source = source;
      return this;
    }

    public Rule example(String yaml) {
      return new Rule(code, severity, title, why, fix, source, fixed, yaml);
    }
  }
}
