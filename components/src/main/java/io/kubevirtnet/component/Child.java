package io.kubevirtnet.component;

import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.List;

/**
 * One resource that a component registers.
 *
 * @param token Pulumi type, {@code kubernetes:nmstate.io/v1:NodeNetworkConfigurationPolicy}
 * @param name Pulumi name; it and the number of children follow from plain inputs only
 * @param inputs the Kubernetes object
 * @param follows it waits for the children before it, and is gone before they go
 * @param replacedBy paths in the object that can not change in place: another value there means
 *     that it is deleted and made again
 */
public record Child(
    String token, String name, Fields inputs, boolean follows, List<String> replacedBy) {
  private static final String KUBERNETES = "kubernetes";

  /**
   * What the kubernetes provider tells a patch by: it applies the fields under a field manager of
   * the child's own, and gives up just these when the child is deleted. The annotation that names a
   * field manager would itself become a field of the object, over which two patches would quarrel.
   */
  private static final String PATCH = "Patch";

  public Child {
    replacedBy = List.copyOf(replacedBy);
  }

  /** One that waits for no other child. */
  public Child(String token, String name, Fields inputs) {
    this(token, name, inputs, false, List.of());
  }

  /** The same after those before it. */
  Child following() {
    return new Child(token, name, inputs, true, replacedBy);
  }

  /** The same under another Pulumi name. */
  Child called(String other) {
    return new Child(token, other, inputs, follows, replacedBy);
  }

  /** The same, made again when something at these paths changes. */
  Child replacedBy(String... paths) {
    return new Child(token, name, inputs, follows, List.of(paths));
  }

  /** A child that is a Kubernetes object, of the API version and kind that it says. */
  static Child object(String name, Fields object) {
    return new Child(
        KUBERNETES + ":" + group(text(object, "apiVersion")) + ":" + text(object, "kind"),
        name,
        object);
  }

  /** A child that adds its fields to a Kubernetes object which somebody else makes and deletes. */
  static Child patch(String name, Fields object) {
    var whole = object(name, object);
    return new Child(whole.token() + PATCH, name, object);
  }

  /** In tokens of Pulumi the nameless group has a name. */
  private static String group(String apiVersion) {
    return apiVersion.contains("/") ? apiVersion : "core/" + apiVersion;
  }

  public boolean isKubernetesObject() {
    return ownPackage().equals(KUBERNETES);
  }

  /** The package whose plugin makes it. */
  public String ownPackage() {
    return token.substring(0, token.indexOf(':'));
  }

  /** The version of that plugin which this build was tested with. */
  public String pluginVersion() {
    return isKubernetesObject() ? Versions.KUBERNETES_PLUGIN : Versions.OWN;
  }

  private static String text(Fields object, String field) {
    return object.get(field).map(t -> (Scalar) t).map(s -> String.valueOf(s.value())).orElseThrow();
  }
}
