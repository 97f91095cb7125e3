package io.kubevirtnet.provider.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a whole list page by page and gives its items out one at a time, so that memory holds one
 * page of text and one item.
 */
final class Listing {
  static final int PAGE = 500;

  private final Requests requests;

  Listing(Requests requests) {
    this.requests = requests;
  }

  /**
   * What the server says of the list.
   *
   * @param version where a watch goes on from
   */
  private record Page(String version, String next) {}

  /** A list that has expired between two pages is to be read again from its start. */
  static final class Expired extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The items as they come; an item may come twice when the list had to be started again. */
  String read(ApiKind kind, ApiQuery query, int page, Consumer<JsonNode> items) {
    return read(kind.path(), query, page, items);
  }

  /** The same of a path, such as that of a kind in one namespace. */
  String read(String path, ApiQuery query, int page, Consumer<JsonNode> items) {
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(path, query, page, items);
      } catch (Expired e) {
        if (attempt == 3) {
          throw new ClusterProblem(
              Kind.OTHER, "The API server forgets lists faster than they can be read.", e);
        }
      }
    }
  }

  boolean any(ApiKind kind, ApiQuery query) {
    var found = new ArrayList<JsonNode>();
    var call = ApiCall.get(kind.path() + query.and("limit", 1).text());
    read(good(requests.send(call).answer()).body(), found::add);
    return !found.isEmpty();
  }

  /** The list's version. Throws {@link Expired} when it is to be started again. */
  String readOnce(ApiKind kind, ApiQuery query, int page, Consumer<JsonNode> items) {
    return readOnce(kind.path(), query, page, items);
  }

  private String readOnce(String path, ApiQuery query, int page, Consumer<JsonNode> items) {
    var next = query.and("limit", page);
    while (true) {
      var answer = requests.send(ApiCall.get(path + next.text())).answer();
      var read = read(good(answer).body(), items);
      if (read.next().isEmpty()) {
        return read.version();
      }
      next = query.and("limit", page).and("continue", read.next());
    }
  }

  private static ApiAnswer good(ApiAnswer answer) {
    if (!answer.good()) {
      var refusal = ApiRefusal.of(answer);
      if (refusal.gone()) {
        throw new Expired();
      }
      throw refusal.problem();
    }
    return answer;
  }

  private static Page read(byte[] body, Consumer<JsonNode> items) {
    Optional<JsonNode> metadata = Optional.empty();
    try (JsonParser parser = JsonTree.MAPPER.createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        var value = parser.nextToken();
        if (name.equals("items") && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            items.accept(JsonTree.MAPPER.readTree(parser));
          }
        } else if (name.equals("metadata")) {
          metadata = Optional.of(JsonTree.MAPPER.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new ClusterProblem(Kind.OTHER, "The API server's answer is no JSON.", e);
    }
    return new Page(
        metadata.map(m -> m.path("resourceVersion").asText()).orElse(""),
        metadata.map(m -> m.path("continue").asText()).orElse(""));
  }
}
