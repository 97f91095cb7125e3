package io.kubevirtnet.attachment;

import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;
import java.util.List;

/** From an attachment to the Kubernetes objects that stand for it. */
public final class NadExpander {
  public static final String API_VERSION = "k8s.cni.cncf.io/v1";
  public static final String KIND = "NetworkAttachmentDefinition";

  private NadExpander() {}

  /**
   * An object of an attachment.
   *
   * @param namespace what tells it from others of the attachment; empty for the only one
   */
  public record Made(String namespace, Fields object) {}

  /** One object per namespace, or one for all. */
  public static List<Made> objects(DesiredAttachment attachment, boolean oneNamespace) {
    return attachment
        .plug()
        .map(
            plug ->
                attachment.isUserDefinedNetwork()
                    ? List.of(new Made("", UserDefinedNetwork.object(attachment, plug)))
                    : definitions(attachment, plug, oneNamespace))
        .orElse(List.of());
  }

  private static List<Made> definitions(
      DesiredAttachment attachment, Plug plug, boolean oneNamespace) {
    return attachment.namespaces().stream()
        .filter(namespace -> oneNamespace || namespace.known().isPresent())
        .map(
            namespace ->
                new Made(
                    oneNamespace ? "" : namespace.known().orElseThrow(),
                    definition(attachment, plug, namespace)))
        .toList();
  }

  private static Fields definition(
      DesiredAttachment attachment, Plug plug, Value<String> namespace) {
    var config = attachment.wording(plug, namespace).config();
    return Tree.of("apiVersion", API_VERSION)
        .with("kind", KIND)
        .with("metadata", metadata(attachment, namespace))
        .with("spec", Tree.of("config", Json.text(config)));
  }

  /** Name, labels and annotations; what is empty is left out. */
  static Fields metadata(DesiredAttachment attachment, Value<String> namespace) {
    var annotations = attachment.allAnnotations();
    boolean some = !(annotations instanceof Fields f && f.fields().isEmpty());
    return Tree.of("name", attachment.name())
        .with("namespace", namespace)
        .with("labels", Canonical.sorted(attachment.labels()))
        .withIf(some, "annotations", annotations);
  }
}
