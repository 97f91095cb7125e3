package io.kubevirtnet.e2e.cluster;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The manifests that every cluster starts with, from the test resources. */
final class Manifests {
  private static final YAMLMapper YAML = new YAMLMapper();

  static final List<String> CRDS =
      List.of(
          "/crds/network-attachment-definitions.yaml",
          "/crds/nodenetworkconfigurationpolicies.yaml",
          "/crds/nodenetworkconfigurationenactments.yaml",
          "/crds/nodenetworkstates.yaml",
          "/crds/nodeproviders.yaml",
          "/crds/nodeclaims.yaml",
          "/crds/nodeenvironments.yaml",
          "/crds/osimages.yaml",
          "/crds/machineconfigtemplates.yaml",
          "/crds/hyperconvergeds.yaml");

  static final List<String> POLICIES = List.of("/policies/nncp-validation-policy.yaml");

  private Manifests() {}

  static List<ObjectNode> read(String resource) {
    try (InputStream stream = Manifests.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      MappingIterator<ObjectNode> documents = YAML.readerFor(ObjectNode.class).readValues(stream);
      return List.copyOf(documents.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
