package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** A cluster whose objects can be read as they are. It throws {@link ClusterProblem} only. */
public interface ObjectSource extends AutoCloseable {
  /** Where its API server is. */
  String address();

  /**
   * The objects in the order of their namespaces and names. Where the server does not know the kind
   * it is {@link ClusterProblem.Kind#NO_SUCH_KIND}, also for somebody who might not read it.
   *
   * @param kept what is kept of each, since some are large
   */
  List<JsonNode> list(ObjectQuery query, UnaryOperator<JsonNode> kept);

  /** Whether the user of the kubeconfig may. */
  boolean mayI(AccessQuestion question);

  /** Whether somebody else may, by the name that the API server has for him. */
  boolean may(String user, AccessQuestion question);

  /** Ends what is under way, with {@link ClusterProblem.Kind#CANCELLED}. */
  @Override
  void close();
}
