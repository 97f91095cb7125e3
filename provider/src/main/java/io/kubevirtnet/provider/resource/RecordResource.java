package io.kubevirtnet.provider.resource;

import com.google.protobuf.Empty;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Blueprint;
import io.kubevirtnet.component.Surroundings;
import io.kubevirtnet.provider.wire.InputReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.DeleteRequest;

/**
 * A resource that keeps what a program says and writes nothing: a preview of it says what a change
 * does elsewhere.
 *
 * @param <C> what is asked about the cluster for that
 */
public abstract class RecordResource<C extends Asked> implements CustomResource {
  private final ExecutorService threads;
  private volatile Optional<Office<C>> office = Optional.empty();

  protected RecordResource(String threadName) {
    this.threads = Threads.named(threadName);
  }

  /**
   * What is there as long as one configuration holds.
   *
   * @param said the lines on each URN, so that none comes twice
   */
  private record Office<C>(Desk desk, C cluster, Map<String, List<String>> said) {}

  /** What to ask from now on; nothing is opened before there is a question. */
  protected abstract C ask(ClusterChoice choice);

  @Override
  public final void configure(Desk desk) {
    var before = office;
    office = Optional.of(new Office<>(desk, ask(desk.cluster()), new ConcurrentHashMap<>()));
    before.ifPresent(o -> o.cluster().close());
  }

  @Override
  public final void cancel() {
    threads.shutdownNow();
    office.ifPresent(o -> o.cluster().close());
  }

  /** There is nothing anywhere that was ours. */
  @Override
  public final CompletableFuture<Empty> delete(DeleteRequest request) {
    return CompletableFuture.completedFuture(Empty.getDefaultInstance());
  }

  /** Judges the inputs by the rules of its type. */
  protected final CheckResponse checked(Blueprint<?> blueprint, CheckRequest request) {
    var read = InputReader.read(request.getNews());
    var around =
        Surroundings.of(blueprint, name(request.getUrn()), "", new Run(), desk().settings());
    return CheckAnswer.of(
        request.getNews(),
        read,
        blueprint.expand(read.tree(), around),
        desk().messages(request.getUrn()));
  }

  /** Says the lines on a URN, unless they were the last ones said there. */
  protected final void sayOnce(String urn, Consumer<Messages> lines) {
    var messages = new OnceMessages(desk().messages(urn));
    lines.accept(messages);
    if (!messages.lines().equals(office().said().put(urn, messages.lines()))) {
      messages.send();
    }
  }

  protected final <T> CompletableFuture<T> run(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  protected final Desk desk() {
    return office().desk();
  }

  protected final C cluster() {
    return office().cluster();
  }

  protected static String name(String urn) {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }

  private Office<C> office() {
    return office.orElseThrow();
  }
}
