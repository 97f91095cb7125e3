package io.kubevirtnet.provider.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.cluster.AccessQuestion;
import io.kubevirtnet.provider.cluster.ClusterProblem;
import io.kubevirtnet.provider.cluster.ClusterProblem.Kind;
import io.kubevirtnet.provider.cluster.ObjectQuery;
import io.kubevirtnet.provider.cluster.ObjectSource;
import io.kubevirtnet.provider.plan.NotChecked;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveClusterTest {
  @Test
  void whatMayNotBeListedIsNotChecked() {
    var live = LiveCluster.read(new Refusing("osimages", Kind.FORBIDDEN), step -> {});

    assertThat(live.problem()).isEmpty();
    assertThat(live.notChecked())
        .containsExactly(
            new NotChecked(
                "OSImages of the cluster", "not allowed to list osimages.management.loft.sh"));
    assertThat(live.objects()).hasSize(ClusterKind.values().length - 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"UNREACHABLE", "CANCELLED", "CONFIGURATION"},
      mode = EnumSource.Mode.EXCLUDE)
  void oneRefusalHidesNothingElse(Kind kind) {
    var live = LiveCluster.read(new Refusing("nodenetworkstates", kind), step -> {});

    assertThat(live.notChecked())
        .singleElement()
        .matches(n -> n.what().equals("NodeNetworkStates of the cluster") && !n.why().isEmpty());
  }

  @Test
  void aClusterThatStopsAnsweringIsNoHalfCluster() {
    var live = LiveCluster.read(new Refusing("virtualmachines", Kind.UNREACHABLE), step -> {});

    assertThat(live.problem().orElseThrow().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(live.objects()).isEmpty();
    assertThat(live.notChecked())
        .containsExactly(new NotChecked("nodes, machines and all else of the cluster", "refused"));
  }

  @Test
  void aKubeconfigThatCanNotBeUsedIsTheUsersToMend() {
    assertThatThrownBy(
            () -> LiveCluster.read(new Refusing("nodes", Kind.CONFIGURATION), step -> {}))
        .isInstanceOf(ClusterProblem.class);
  }

  /** Has one object of each kind but one. */
  private record Refusing(String plural, Kind kind) implements ObjectSource {
    @Override
    public String address() {
      return "nowhere";
    }

    @Override
    public List<JsonNode> list(ObjectQuery query, UnaryOperator<JsonNode> kept) {
      if (query.plural().equals(plural)) {
        throw new ClusterProblem(kind, "refused.");
      }
      var object = new JsonMapper().createObjectNode();
      object.putObject("metadata").put("name", "one");
      return List.of(object);
    }

    @Override
    public boolean mayI(AccessQuestion question) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean may(String user, AccessQuestion question) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
