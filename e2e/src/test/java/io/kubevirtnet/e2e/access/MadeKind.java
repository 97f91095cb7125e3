package io.kubevirtnet.e2e.access;

import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.KubeApiException;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.WriteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A kind of object that Pulumi's kubernetes plugin makes for components, or patches.
 *
 * @param spec what is in it beside its metadata
 * @param patched somebody else makes it
 */
record MadeKind(
    String apiVersion,
    String kind,
    String plural,
    boolean namespaced,
    String spec,
    boolean patched) {
  private static final int FORBIDDEN = 403;
  private static final String PLATFORM = "management.loft.sh/v1";

  static final List<MadeKind> ALL =
      List.of(
          cluster(
              "nmstate.io/v1",
              "NodeNetworkConfigurationPolicy",
              "{\"spec\": {\"desiredState\": {}}}"),
          local(
                  "k8s.cni.cncf.io/v1",
                  "NetworkAttachmentDefinition",
                  "{\"spec\": {\"config\": \"{}\"}}")
              .called("network-attachment-definitions"),
          local("v1", "ConfigMap", "{\"data\": {}}"),
          local("v1", "Secret", "{\"data\": {}}"),
          local(
              "kubevirt.io/v1",
              "VirtualMachine",
              """
              {"spec": {"runStrategy": "Halted",
                "template": {"spec": {"domain": {"devices": {}}}}}}"""),
          cluster(PLATFORM, "NodeProvider", "{\"spec\": {}}"),
          local(PLATFORM, "NodeClaim", "{\"spec\": {\"providerRef\": \"site\"}}"),
          local(PLATFORM, "NodeEnvironment", "{\"spec\": {}}"),
          cluster(PLATFORM, "OSImage", "{\"spec\": {}}"),
          cluster(PLATFORM, "MachineConfigTemplate", "{\"spec\": {}}"),
          local("kubevirt.io/v1", "KubeVirt", "{\"spec\": {}}").patchedOnly(),
          local("hco.kubevirt.io/v1beta1", "HyperConverged", "{\"spec\": {}}").patchedOnly());

  private static MadeKind cluster(String apiVersion, String kind, String spec) {
    return new MadeKind(apiVersion, kind, plural(kind), false, spec, false);
  }

  private static MadeKind local(String apiVersion, String kind, String spec) {
    return new MadeKind(apiVersion, kind, plural(kind), true, spec, false);
  }

  private static String plural(String kind) {
    var small = kind.toLowerCase(Locale.ROOT);
    return small.endsWith("y") ? small.substring(0, small.length() - 1) + "ies" : small + "s";
  }

  private MadeKind called(String other) {
    return new MadeKind(apiVersion, kind, other, namespaced, spec, patched);
  }

  private MadeKind patchedOnly() {
    return new MadeKind(apiVersion, kind, plural, namespaced, spec, true);
  }

  /** What the user is refused of all that is done with such an object. */
  List<String> make(KubeApi user, KubeApi admin, String name) {
    var ref = ref(name + "-made");
    var object = Attempt.object(ref);
    object.setAll(Attempt.json(spec));
    var complaints = new ArrayList<String>();
    if (patched) {
      var unused = admin.create(object);
    }
    var touched = object.deepCopy();
    touched.withObject("/metadata/labels").put("made-by", "roles-it");
    attempt(complaints, () -> user.apply(touched, true, WriteOptions.TEST));
    attempt(complaints, () -> user.get(ref));
    attempt(complaints, () -> user.list(apiVersion, kind));
    attempt(
        complaints,
        () -> {
          var version = admin.listing(apiVersion, kind).at("/metadata/resourceVersion").asText();
          user.watch(apiVersion, kind, version).close();
          return version;
        });
    if (!patched) {
      attempt(complaints, () -> user.delete(ref, "Background"));
    }
    return complaints;
  }

  void remove(KubeApi admin, String name) {
    if (admin.resource(apiVersion, kind).isPresent()) {
      admin.delete(ref(name + "-made"), "Background");
    }
  }

  private ObjectRef ref(String name) {
    return namespaced
        ? ObjectRef.in("default", apiVersion, kind, name)
        : ObjectRef.cluster(apiVersion, kind, name);
  }

  private static void attempt(List<String> complaints, Supplier<?> work) {
    try {
      var unused = work.get();
    } catch (KubeApiException e) {
      if (e.status() != FORBIDDEN) {
        throw e;
      }
      complaints.add(e.getMessage());
    }
  }
}
