package io.kubevirtnet.provider.plugin;

import com.google.protobuf.ByteString;
import io.kubevirtnet.component.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;

/** The schema as it was written. It is read when someone asks, so that it costs no start-up. */
final class Schema {
  private static final int FORMAT = 0;

  private Schema() {}

  static GetSchemaResponse answer(GetSchemaRequest request) {
    if (request.getVersion() != FORMAT) {
      throw Refusal.invalid("unknown schema format " + request.getVersion());
    }
    try (var in =
        Objects.requireNonNull(Versions.class.getResourceAsStream("/io/kubevirtnet/schema.json"))) {
      return GetSchemaResponse.newBuilder().setSchemaBytes(ByteString.readFrom(in)).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
