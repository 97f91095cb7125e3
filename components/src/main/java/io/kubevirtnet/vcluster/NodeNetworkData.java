package io.kubevirtnet.vcluster;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What the guest of a node is told about its network: the first that there is of the author's own
 * text, a MachineConfigTemplate, and what the platform makes of a range of addresses.
 */
final class NodeNetworkData {
  private final EffectiveProperties properties;
  private final Assumptions assumptions;
  private final Report report;

  NodeNetworkData(EffectiveProperties properties, Assumptions assumptions, Report report) {
    this.properties = properties;
    this.assumptions = assumptions;
    this.report = report;
  }

  Optional<Tree> text() {
    var own = properties.set(PropertyKey.NETWORK_DATA);
    if (own.isPresent()) {
      return Optional.of(decoded(own.get()));
    }
    var template = properties.set(PropertyKey.NETWORK_DATA_TEMPLATE);
    if (template.isPresent()) {
      return Optional.of(rendered(template.get()));
    }
    if (properties.set(PropertyKey.NETRIS_SERVER_CLUSTER).isPresent()) {
      assumptions.add(Assumption.NETRIS_NETWORK_DATA);
      return Optional.of(new Unknown(Marks.NONE));
    }
    return isGenerated(properties)
        ? Optional.of(new GeneratedNetworkData(properties, assumptions).text())
        : Optional.empty();
  }

  /** Whether the platform gives out addresses. */
  static boolean isGenerated(EffectiveProperties properties) {
    return properties.set(PropertyKey.NETWORK_DATA).isEmpty()
        && properties.set(PropertyKey.NETWORK_DATA_TEMPLATE).isEmpty()
        && properties.set(PropertyKey.NETRIS_SERVER_CLUSTER).isEmpty()
        && (properties.set(PropertyKey.CIDR).isPresent()
            || properties.set(PropertyKey.RANGES).isPresent());
  }

  /** As Go reads it: only line ends may stand in between, and the padding counts. */
  private Tree decoded(NodeProperty property) {
    var value = property.value();
    var marks = value.tree().map(Tree::allMarks).orElse(Marks.NONE);
    var text = value.text().map(t -> t.replace("\r", "").replace("\n", ""));
    if (text.isEmpty()) {
      return new Unknown(marks);
    }
    var decoded = decoded(text.get());
    if (decoded.isEmpty()) {
      report.add(
          ReadingCatalogue.BASE64, value.written(), property.key() + " is no base64 of a text.");
    }
    return decoded
        .<Tree>map(d -> new Scalar(d, marks, Optional.of(value.written())))
        .orElseGet(() -> new Unknown(marks));
  }

  private static Optional<String> decoded(String base64) {
    if (base64.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The platform renders it for each machine, with what is not known here. */
  private Tree rendered(NodeProperty property) {
    report.notChecked(property.value().written(), "rendered by the platform for each machine");
    return new Unknown(Marks.NONE);
  }
}
