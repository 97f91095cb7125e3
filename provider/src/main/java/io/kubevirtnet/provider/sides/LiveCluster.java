package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.JsonTree;
import io.kubevirtnet.provider.cluster.ObjectSource;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a cluster has, as far as it may be read. Nothing is ever written to it.
 *
 * @param problem why nothing could be read at all
 */
public record LiveCluster(
    List<KubernetesObject> objects, List<NotChecked> notChecked, Optional<ClusterProblem> problem) {
  /** Whoever says one of these says it of every kind. */
  private static final Set<Kind> FOR_ALL = Set.of(Kind.UNREACHABLE, Kind.CANCELLED);

  public LiveCluster {
    objects = List.copyOf(objects);
    notChecked = List.copyOf(notChecked);
  }

  /**
   * Reads it. A kubeconfig that can not be used is the only thing that is thrown.
   *
   * @param progress is told what is under way
   */
  public static LiveCluster read(ObjectSource source, Consumer<String> progress) {
    var objects = new ArrayList<KubernetesObject>();
    var notes = new ArrayList<NotChecked>();
    for (var kind : ClusterKind.values()) {
      progress.accept("reading " + kind.resource() + " of " + source.address());
      try {
        source
            .list(kind.query(), UnaryOperator.identity())
            .forEach(o -> objects.add(object(kind, JsonTree.fields(o))));
      } catch (ClusterProblem problem) {
        if (problem.kind() == Kind.CONFIGURATION) {
          throw problem;
        }
        if (FOR_ALL.contains(problem.kind())) {
          return unread(problem);
        }
        if (problem.kind() != Kind.NO_SUCH_KIND || !kind.isOftenMissing()) {
          notes.add(new NotChecked(kind.plural() + " of the cluster", why(kind, problem)));
        }
      }
    }
    return new LiveCluster(objects, notes, Optional.empty());
  }

  private static LiveCluster unread(ClusterProblem problem) {
    return new LiveCluster(
        List.of(),
        List.of(new NotChecked("nodes, machines and all else of the cluster", said(problem))),
        Optional.of(problem));
  }

  private static String why(ClusterKind kind, ClusterProblem problem) {
    return switch (problem.kind()) {
      case FORBIDDEN -> "not allowed to list " + kind.resource();
      case NO_SUCH_KIND -> "the cluster does not know " + kind.resource();
      case CONFIGURATION, UNREACHABLE, EXISTS, CONFLICT, IN_PROGRESS, INVALID, CANCELLED, OTHER ->
          said(problem);
    };
  }

  private static String said(ClusterProblem problem) {
    return Optional.ofNullable(problem.getMessage()).orElse("").replaceFirst("\\.$", "");
  }

  /** Items of a list do not repeat what they are. */
  private static KubernetesObject object(ClusterKind kind, Tree.Fields item) {
    var whole = item.with("apiVersion", kind.apiVersion()).with("kind", kind.kind());
    return KubernetesObject.of(whole)
        .orElseGet(
            () ->
                new KubernetesObject(
                    kind.apiVersion(), new ObjectReference(kind.kind(), "", ""), whole));
  }
}
