package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.ManifestCheck;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.List;

/** Objects of the cluster, as the rules for manifests see them. */
final class Judged {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Judged() {}

  static List<Finding> errors(LiveObject object) {
    return ManifestCheck.check(List.of(manifest(object))).get(0).findings().stream()
        .filter(Finding::isError)
        .toList();
  }

  /** Items of a list do not say what they are. */
  static KubernetesObject manifest(LiveObject object) {
    var fields = (Fields) Tree.of(MAPPER.convertValue(object.node(), Object.class));
    var subject = object.subject();
    return new KubernetesObject(
        subject.apiVersion(),
        object.reference(),
        fields.with("apiVersion", subject.apiVersion()).with("kind", subject.kind()));
  }

  /** The first of them in a sentence, and how many there are. */
  static String sentence(List<Finding> errors) {
    var first = errors.get(0);
    var place = first.path().text().isEmpty() ? "" : first.path() + ": ";
    var more = errors.size() == 1 ? "" : " There are %d errors more.".formatted(errors.size() - 1);
    return first.code()
        + " "
        + place
        + first.what()
        + more.replace(" 1 errors more", " 1 error more");
  }
}
