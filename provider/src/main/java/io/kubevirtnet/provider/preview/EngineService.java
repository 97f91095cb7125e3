package io.kubevirtnet.provider.preview;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.kubevirtnet.provider.preview.LogLine.Level;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;

/** Takes what a program says. */
final class EngineService extends EngineImplBase {
  private final Recording recording;

  EngineService(Recording recording) {
    this.recording = recording;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> answer) {
    recording.log(
        new LogLine(level(request.getSeverity()), request.getUrn(), request.getMessage()));
    reply(answer, Empty.getDefaultInstance());
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> answer) {
    reply(answer, GetRootResourceResponse.getDefaultInstance());
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> answer) {
    reply(answer, SetRootResourceResponse.getDefaultInstance());
  }

  @Override
  public void requirePulumiVersion(
      RequirePulumiVersionRequest request, StreamObserver<RequirePulumiVersionResponse> answer) {
    reply(answer, RequirePulumiVersionResponse.getDefaultInstance());
  }

  private static Level level(LogSeverity severity) {
    return switch (severity) {
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARNING;
      case ERROR, UNRECOGNIZED -> Level.ERROR;
    };
  }

  private static <T> void reply(StreamObserver<T> answer, T message) {
    answer.onNext(message);
    answer.onCompleted();
  }
}
