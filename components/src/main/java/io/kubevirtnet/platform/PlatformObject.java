package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Places;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;

/**
 * An object of the platform that inputs become.
 *
 * @param places the inputs that its parts come from
 */
public record PlatformObject(Fields tree, Places places) {
  private static final PropertyPath SPEC = PropertyPath.ROOT.child("spec");
  static final PropertyPath METADATA = PropertyPath.ROOT.child("metadata");
  static final PropertyPath PROPERTIES = SPEC.child("properties");

  static PlatformObject of(String kind, Fields metadata, Fields spec) {
    var tree =
        Tree.of("apiVersion", NodeProviderExpander.API_VERSION)
            .with("kind", kind)
            .with("metadata", metadata)
            .with("spec", spec);
    return new PlatformObject(tree, Places.EMPTY.same(METADATA, PropertyPath.ROOT));
  }

  PlatformObject placed(Places more) {
    return new PlatformObject(tree, places.and(more));
  }

  /** The same, where a field of the spec is called otherwise in the inputs. */
  PlatformObject from(String input, String field) {
    return placed(Places.EMPTY.same(SPEC.child(field), PropertyPath.ROOT.child(input)));
  }

  /** The same, where these fields of the spec are called the same in the inputs. */
  PlatformObject fromSame(String... fields) {
    var same = this;
    for (var field : fields) {
      same = same.from(field, field);
    }
    return same;
  }

  public Part part() {
    return Part.of(PropertyPath.ROOT, tree);
  }

  /** Hands on what rules say of the object, at the inputs, as far as it is news there. */
  public void hand(Report said, Report report) {
    report.addNews(said.moved(places::input));
  }
}
