package io.kubevirtnet.provider.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRefusalTest {

  @ParameterizedTest
  @CsvSource({
    "401, Unauthorized, Unauthorized, CONFIGURATION",
    "403, Forbidden, 'nodes is forbidden: User \"x\" cannot list resource \"nodes\"', FORBIDDEN",
    "403, Forbidden, 'ValidatingAdmissionPolicy ''p'' denied request: policy br1 is still in progress', IN_PROGRESS",
    "403, Forbidden, 'ValidatingAdmissionPolicy ''p'' denied request: no', INVALID",
    "400, BadRequest, 'admission webhook \"w\" denied the request: policy br1 is still in progress', IN_PROGRESS",
    "422, Invalid, 'spec.nodeSelector: Invalid value', INVALID",
    "413, RequestEntityTooLarge, 'limit is 3145728', INVALID",
    "404, NotFound, the server could not find the requested resource, NO_SUCH_KIND",
    "409, AlreadyExists, br1 already exists, EXISTS",
    "409, Conflict, the object has been modified, CONFLICT",
    "503, ServiceUnavailable, apiserver is starting, UNREACHABLE",
    "418, '', short and stout, OTHER",
  })
  void saysWhatARefusalMeans(int code, String reason, String message, Kind kind) {
    var status = JsonTree.MAPPER.createObjectNode().put("kind", "Status");
    status.put("code", code).put("reason", reason).put("message", message);

    var problem = refusal(code, status.toString()).problem();

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.getMessage()).contains(message);
  }

  @Test
  void tellsAMissingObjectFromAMissingKind() {
    assertThat(
            refusal(404, "{\"kind\": \"Status\", \"details\": {\"name\": \"br1\"}}").noSuchObject())
        .isTrue();
    assertThat(refusal(404, "404 page not found").noSuchKind()).isTrue();
  }

  @Test
  void readsWhatAProxySays() {
    assertThat(refusal(418, "<html>no</html>").problem().getMessage()).isEqualTo("<html>no</html>");
    assertThat(refusal(418, "").problem().getMessage()).isEqualTo("HTTP 418");
  }

  private static ApiRefusal refusal(int code, String body) {
    return ApiRefusal.of(code, body.getBytes(StandardCharsets.UTF_8));
  }
}
