package io.kubevirtnet.e2e.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.toolchain.Tool;
import io.kubevirtnet.e2e.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** KubeVirt's own CRDs of the kinds that say something about networks. */
final class KubeVirtCrds {
  private static final JsonMapper JSON = new JsonMapper();

  private KubeVirtCrds() {}

  static List<ObjectNode> read() {
    var judge = Toolchain.require(Tool.KUBEVIRT_JUDGE).toString();
    try {
      var process =
          new ProcessBuilder(judge, "crds").redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<ObjectNode> crds;
      try (var documents =
          JSON.readerFor(ObjectNode.class).<ObjectNode>readValues(process.getInputStream())) {
        crds = List.copyOf(documents.readAll());
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(judge + " crds fails");
      }
      return crds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
