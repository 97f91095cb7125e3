package io.kubevirtnet.provider.plan;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.LinkedHashMap;
import java.util.Set;

/** What of an object nobody may read, whoever wrote it down openly. */
final class Secrecy {
  private static final Marks SECRET = new Marks(true, Set.of());

  /** There are passwords in them as a rule: of users, of wireless networks, of registries. */
  private static final Set<String> GUEST_DATA =
      Set.of(
          "userData",
          "userDataBase64",
          "networkData",
          "networkDataBase64",
          "vcluster.com/user-data",
          "kubevirt.vcluster.com/user-data");

  private Secrecy() {}

  static boolean isGuestData(String path) {
    return GUEST_DATA.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  /** The object with a mark on all that is secret by its nature. */
  static KubernetesObject of(KubernetesObject object) {
    var fields = (Fields) marked(object.fields());
    if (Declared.isSecret(object)) {
      var kept = new LinkedHashMap<>(fields.fields());
      kept.computeIfPresent("data", (k, v) -> v.marked(SECRET));
      kept.computeIfPresent("stringData", (k, v) -> v.marked(SECRET));
      fields = new Fields(kept, fields.marks());
    }
    return new KubernetesObject(object.apiVersion(), object.reference(), fields);
  }

  private static Tree marked(Tree tree) {
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(Secrecy::marked).toList(), l.marks());
    }
    if (tree instanceof Fields f) {
      var kept = new LinkedHashMap<String, Tree>();
      f.fields()
          .forEach((k, v) -> kept.put(k, GUEST_DATA.contains(k) ? v.marked(SECRET) : marked(v)));
      return new Fields(kept, f.marks());
    }
    return tree;
  }

  /** The tree as it may be printed: nothing secret is in it any more, nor anything unknown. */
  static Tree redacted(Tree tree) {
    if (tree instanceof Items l) {
      return new Items(l.items().stream().map(Secrecy::redacted).toList(), Marks.NONE);
    }
    if (tree instanceof Fields f) {
      var shown = new LinkedHashMap<String, Tree>();
      f.fields().forEach((k, v) -> shown.put(k, redacted(v)));
      return new Fields(shown, Marks.NONE);
    }
    if (tree.marks().secret()) {
      return Tree.of(Part.SECRET);
    }
    return tree instanceof Unknown
        ? Tree.of(Shown.OPEN)
        : tree instanceof Scalar s ? new Scalar(s.value(), Marks.NONE) : tree;
  }
}
