package io.kubevirtnet.e2e.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import pulumirpc.Provider.ErrorResourceInitFailed;

/**
 * The object exists but is not what was asked for: the engine keeps it and tries again at the next
 * run.
 */
final class PartialFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN = 2;

  private final String id;
  private final transient ObjectNode outputs;

  PartialFailure(String id, ObjectNode outputs, String message) {
    super(message);
    this.id = id;
    this.outputs = outputs;
  }

  StatusRuntimeException onTheWire() {
    String message = String.valueOf(getMessage());
    ErrorResourceInitFailed detail =
        ErrorResourceInitFailed.newBuilder()
            .setId(id)
            .setProperties(Wire.struct(outputs))
            .addReasons(message)
            .build();
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(UNKNOWN)
            .setMessage(message)
            .addDetails(Any.pack(detail))
            .build());
  }
}
