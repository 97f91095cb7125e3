package io.kubevirtnet.e2e.cni;

import io.kubevirtnet.cni.Circumstances;
import io.kubevirtnet.cni.ConfigText;
import io.kubevirtnet.cni.Definition;
import io.kubevirtnet.cni.DefinitionRules;
import io.kubevirtnet.e2e.cni.Judge.Verdict;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What we say about a definition beside what the tools say: a tool refuses exactly when one of our
 * findings is in its words.
 */
record Agreement(
    GeneratedDefinition definition, boolean isRead, List<Finding> ours, List<Verdict> theirs) {
  private static final String MULTUS = "multus";

  private static final String ADMISSION = "net-attach-def-admission-controller";

  /** A pod that they refuse never gets to the plugins. */
  private static final Set<String> FRAME = Set.of(MULTUS, "libcni");

  /** In the first versions a result had to have addresses. */
  private static final String NO_RESULT = "cannot convert: no valid IP addresses";

  private static final Set<String> VERSION = Set.of("incompatible CNI versions", NO_RESULT);

  /** Other releases of Go name the structs that lie between otherwise. */
  private static final Pattern FIELD = Pattern.compile("Go struct field \\S*?([^.\\s]*) of type");

  /** Where it is, the MTU of the master, the name of the interface, the whole config. */
  private static final Pattern CIRCUMSTANCE =
      Pattern.compile(
          "^plugin type=.* failed \\(add\\): |(?<=master MTU)\\(\\d*\\)"
              + "|(?<=on interface: )\\S+|(?<=[./])(card1|IFNAME)(?=[./])| / bytes: .*",
          Pattern.DOTALL);

  static Agreement on(GeneratedDefinition definition, List<Verdict> theirs) {
    var report = new Report();
    var path = PropertyPath.ROOT.child("spec").child("config");
    var config = ConfigText.read(definition.text(), path, report);
    config.ifPresent(
        fields ->
            DefinitionRules.check(
                new Definition(
                    known(definition.name(), "name"),
                    known(definition.namespace(), "namespace"),
                    Fields.EMPTY,
                    fields,
                    path),
                Circumstances.UNSTATED,
                report));
    return new Agreement(definition, config.isPresent(), report.findings(), theirs);
  }

  private static Value<String> known(String text, String field) {
    return Value.known(PropertyPath.ROOT.child("metadata").child(field), text);
  }

  /** A text that we do not read is refused as such; nothing else is said of it then. */
  List<Disagreement> disagreements() {
    if (!isRead && ours.stream().anyMatch(Finding::isError)) {
      return List.of();
    }
    var found = new ArrayList<Disagreement>();
    theirs.stream()
        .filter(Verdict::refuses)
        .filter(v -> !isRepeated(v) && isReached(v))
        .map(v -> new Disagreement(v.tool(), said(v), inWordsOf(v.tool())))
        .forEach(found::add);
    for (var finding : ours) {
      finding
          .upstream()
          .filter(u -> isJudged(u.tool()) && isContent(u.tool()) && isTried(u.tool()))
          .map(u -> new Disagreement(u.tool(), "takes it", List.of(u.message())))
          .ifPresent(found::add);
    }
    return found;
  }

  /** An error of that code, in nobody's words but ours. */
  boolean hasOwnError(String code) {
    return ours.stream().anyMatch(f -> f.isError() && f.code().equals(code));
  }

  boolean refused() {
    return theirs.stream().anyMatch(Verdict::refuses);
  }

  /** A tool that falls over a definition says nothing that could be repeated. */
  private boolean isRepeated(Verdict verdict) {
    return verdict.panics()
        ? ours.stream().anyMatch(Finding::isError)
        : inWordsOf(verdict.tool()).stream().anyMatch(m -> same(m, said(verdict)));
  }

  /**
   * No plugin is started after Multus or libcni refused, none for a version that another one did
   * not take, and none that wants addresses after one that gives none; what Multus and libcni say
   * of a place stands there already when the admission controller comes.
   */
  private boolean isReached(Verdict verdict) {
    if (verdict.tool().equals(ADMISSION)) {
      return theirs.stream().noneMatch(v -> FRAME.contains(v.tool()) && v.refuses());
    }
    return theirs.stream()
        .takeWhile(v -> v != verdict)
        .noneMatch(
            v ->
                FRAME.contains(v.tool()) && v.refuses()
                    || isAboutTheVersion(v) && isAboutTheVersion(verdict)
                    || v.refuses() && isAboutAddresses(verdict));
  }

  private static boolean isAboutAddresses(Verdict verdict) {
    return verdict
        .message()
        .filter(m -> m.startsWith("No IP addresses supplied") || m.equals(NO_RESULT))
        .isPresent();
  }

  private static boolean isAboutTheVersion(Verdict verdict) {
    return verdict.message().filter(VERSION::contains).isPresent();
  }

  /** What Multus refuses gets no further than it; the others were asked all the same. */
  private boolean isTried(String tool) {
    return tool.equals(MULTUS) || tool.equals(ADMISSION) || isContent(MULTUS);
  }

  private boolean isJudged(String tool) {
    return theirs.stream().anyMatch(v -> v.tool().equals(tool));
  }

  private boolean isContent(String tool) {
    return theirs.stream().filter(v -> v.tool().equals(tool)).noneMatch(Verdict::refuses);
  }

  private List<String> inWordsOf(String tool) {
    return ours.stream()
        .flatMap(f -> f.upstream().stream())
        .filter(u -> u.tool().equals(tool))
        .map(Upstream::message)
        .toList();
  }

  private static String said(Verdict verdict) {
    return verdict.message().orElse("") + verdict.details().map(d -> "; " + d).orElse("");
  }

  private static boolean same(String ours, String theirs) {
    return normalised(ours).equals(normalised(theirs));
  }

  private static String normalised(String message) {
    var text = FIELD.matcher(message).replaceAll("Go struct field $1 of type");
    return CIRCUMSTANCE.matcher(text).replaceAll("");
  }
}
