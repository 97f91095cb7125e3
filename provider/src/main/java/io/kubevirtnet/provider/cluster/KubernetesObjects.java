package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Objects behind an API server. */
final class KubernetesObjects implements ObjectSource {
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

  private final ApiServer server;
  private final Cancellation cancellation = new Cancellation();
  private final Requests requests;
  private final Listing listing;

  KubernetesObjects(ApiServer server, Patience patience) {
    this.server = server;
    this.requests = new Requests(server, patience, cancellation);
    this.listing = new Listing(requests);
  }

  @Override
  public String address() {
    return server.name();
  }

  @Override
  public List<JsonNode> list(ObjectQuery query, UnaryOperator<JsonNode> kept) {
    var selection = ApiQuery.ALL;
    for (var selector : query.selectors().entrySet()) {
      selection = selection.and(selector.getKey(), selector.getValue());
    }
    // An item may come twice when the list had to be started again.
    var found = new TreeMap<String, JsonNode>();
    try {
      listing.read(
          query.path(),
          selection,
          page(query),
          o -> {
            var metadata = o.path("metadata");
            ((ObjectNode) metadata).remove("managedFields");
            found.put(
                metadata.path("namespace").asText() + "/" + metadata.path("name").asText(),
                kept.apply(o));
          });
    } catch (ClusterProblem e) {
      if (e.kind() == Kind.FORBIDDEN && !knows(query)) {
        throw new ClusterProblem(
            Kind.NO_SUCH_KIND, "The cluster does not know the kind " + query.plural() + ".", e);
      }
      throw e;
    }
    return List.copyOf(found.values());
  }

  /** States of nodes are large. */
  private static int page(ObjectQuery query) {
    return query.plural().equals("nodenetworkstates")
        ? KubernetesCluster.REPORT_PAGE
        : Listing.PAGE;
  }

  /** A user who may not look is told the same of a kind that does not exist. */
  private boolean knows(ObjectQuery query) {
    var answer = requests.send(ApiCall.get(query.groupPath()));
    if (!answer.answer().good()) {
      return !ApiRefusal.of(answer.answer()).noSuchKind();
    }
    for (var resource : answer.json().path("resources")) {
      if (resource.path("name").asText().equals(query.plural())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean mayI(AccessQuestion question) {
    return review("selfsubjectaccessreviews", "SelfSubjectAccessReview", question, spec -> {});
  }

  @Override
  public boolean may(String user, AccessQuestion question) {
    return review(
        "subjectaccessreviews", "SubjectAccessReview", question, spec -> spec.put("user", user));
  }

  private boolean review(
      String plural, String kind, AccessQuestion question, Consumer<ObjectNode> subject) {
    var review = JsonTree.MAPPER.createObjectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", kind);
    var spec = review.putObject("spec");
    subject.accept(spec);
    var attributes = spec.putObject("resourceAttributes");
    attributes
        .put("verb", question.verb())
        .put("group", question.group())
        .put("resource", question.resource());
    question.namespace().ifPresent(n -> attributes.put("namespace", n));
    var reply = requests.send(ApiCall.write("POST", REVIEWS + plural, JsonTree.print(review)));
    if (!reply.answer().good()) {
      throw ApiRefusal.of(reply.answer()).problem();
    }
    return reply.json().path("status").path("allowed").asBoolean();
  }

  @Override
  public void close() {
    cancellation.cancel();
    server.close();
  }
}
