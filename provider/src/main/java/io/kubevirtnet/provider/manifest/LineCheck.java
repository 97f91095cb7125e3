package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.component.InputCatalogue;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.provider.manifest.StrictJson.Refused;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/**
 * Checks one line that is to hold one object in JSON, which no other line is joined with.
 *
 * @param scene what it is looked at with
 */
public record LineCheck(Scene scene) {
  /** No longer line can hold an object that an API server takes. */
  public static final int LONGEST = StrictJson.LARGEST;

  public List<Finding> check(byte[] line) {
    try {
      var text = Utf8.text(line).orElseThrow(() -> new Refused("not text in UTF-8", false));
      return check(object(text));
    } catch (Refused e) {
      return refused(e.reason());
    }
  }

  /** What is said of a line that was longer than {@link #LONGEST}, and so was not kept. */
  public static List<Finding> tooLong() {
    return refused(StrictJson.TOO_LARGE);
  }

  private List<Finding> check(KubernetesObject object) {
    return ManifestCheck.check(List.of(object), scene.alone()).get(0).findings();
  }

  private static KubernetesObject object(String text) throws Refused {
    var values = StrictJson.values(text);
    if (values.size() != 1 || !(values.get(0) instanceof Fields fields)) {
      throw new Refused(values.size() > 1 ? "more than one value" : "no object", true);
    }
    var object =
        KubernetesObject.of(fields)
            .orElseThrow(() -> new Refused("an object without apiVersion or kind", true));
    if (KubernetesDocuments.isList(object)) {
      throw new Refused("a list of objects", true);
    }
    return object;
  }

  private static List<Finding> refused(String reason) {
    var report = new Report();
    report.add(InputCatalogue.LINE, PropertyPath.ROOT, "This line is " + reason + ".");
    return report.findings();
  }
}
