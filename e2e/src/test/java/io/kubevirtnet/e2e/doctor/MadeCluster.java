package io.kubevirtnet.e2e.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A healthy cluster on a real API server, whose objects nobody reconciles; with what is added to it
 * for a moment.
 */
final class MadeCluster implements AutoCloseable {
  private static final ObjectMapper YAML = new YAMLMapper();

  private final LocalCluster cluster;
  private final Deque<Runnable> undo = new ArrayDeque<>();

  private MadeCluster(LocalCluster cluster) {
    this.cluster = cluster;
  }

  static MadeCluster healthy() {
    var made = new MadeCluster(LocalCluster.start());
    try {
      made.fill();
    } catch (RuntimeException | Error e) {
      made.close();
      throw e;
    }
    return made;
  }

  private void fill() {
    install("nmstate.io", "v1", "nmstates", "NMState", "Cluster");
    install("cdi.kubevirt.io", "v1beta1", "cdis", "CDI", "Cluster");
    install("whereabouts.cni.cncf.io", "v1alpha1", "ippools", "IPPool", "Namespaced");
    List.of("nmstate", "kubevirt", "vcluster-platform").forEach(this::namespace);
    try {
      add(Files.readString(E2eFolder.path("../provider/src/test/resources/doctor/healthy.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    undo.clear();
  }

  LocalCluster cluster() {
    return cluster;
  }

  /** Creates objects; where one of the name is there, its status is set instead. */
  void add(String yaml) {
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(yaml)) {
      while (documents.hasNext()) {
        add(documents.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away what was added since the start, and gives back the status that there was. */
  void restore() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  @Override
  public void close() {
    cluster.close();
  }

  private KubeApi api() {
    return cluster.api();
  }

  private void add(ObjectNode object) {
    var ref = ObjectRef.of(object);
    var before = api().get(ref);
    if (before.isPresent()) {
      var status = before.get().path("status").deepCopy();
      undo.push(() -> api().replaceStatus(ref, status));
    } else {
      api().create(completed(object.deepCopy()));
      undo.push(() -> api().delete(ref, "Background"));
    }
    var status = object.path("status");
    if (!status.isMissingNode()) {
      setStatus(ref, status);
    }
  }

  /** Some kinds have their status as a part of themselves, and took it already. */
  private void setStatus(ObjectRef ref, JsonNode status) {
    try {
      api().replaceStatus(ref, status);
    } catch (KubeApiException e) {
      if (e.status() != 404) {
        throw e;
      }
    }
  }

  private void namespace(String name) {
    var namespace = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "Namespace");
    namespace.putObject("metadata").put("name", name);
    api().create(namespace);
  }

  /** What the API server insists on, and does not matter here. */
  private static ObjectNode completed(ObjectNode object) {
    var spec = object.withObject("/spec");
    switch (object.path("kind").asText()) {
      case "Pod" -> {
        spec.put("terminationGracePeriodSeconds", 0);
        spec.putArray("containers").addObject().put("name", "c").put("image", "none");
      }
      case "Deployment", "DaemonSet" -> {
        spec.withObject("/selector/matchLabels").put("app", "x");
        var template = spec.withObject("/template");
        template.withObject("/metadata/labels").put("app", "x");
        var containers = template.withObject("/spec").putArray("containers");
        containers.addObject().put("name", "c").put("image", "none");
      }
      case "Event" -> object.remove("spec");
      default -> {}
    }
    return object;
  }

  private void install(String group, String version, String plural, String kind, String scope) {
    var crd =
        YAML.createObjectNode()
            .put("apiVersion", "apiextensions.k8s.io/v1")
            .put("kind", "CustomResourceDefinition");
    crd.putObject("metadata").put("name", plural + "." + group);
    var spec = crd.putObject("spec").put("group", group).put("scope", scope);
    spec.putObject("names")
        .put("kind", kind)
        .put("listKind", kind + "List")
        .put("plural", plural)
        .put("singular", plural.substring(0, plural.length() - 1));
    var served = spec.putArray("versions").addObject().put("name", version).put("served", true);
    served.put("storage", true).putObject("subresources").putObject("status");
    served
        .putObject("schema")
        .putObject("openAPIV3Schema")
        .put("type", "object")
        .put("x-kubernetes-preserve-unknown-fields", true);
    cluster.install(crd);
  }
}
