package io.kubevirtnet.provider.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.finding.ObjectReference;
import io.kubevirtnet.provider.plan.Acceptance;
import io.kubevirtnet.provider.plan.Action;
import io.kubevirtnet.provider.plan.PatchOperation;
import io.kubevirtnet.provider.plan.Plan;
import io.kubevirtnet.provider.plan.ResourceChange;
import io.kubevirtnet.provider.plan.Topology;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanJsonTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PLANS = 500;

  @Test
  void readsWhatItWrote() {
    for (int seed = 0; seed < PLANS; seed++) {
      var document = RandomDocuments.of(seed);
      var text = PlanJson.of(document);

      assertThat(PlanJson.read("plan.json", text)).as("seed %d", seed).isEqualTo(document);
      assertThat(PlanJson.of(PlanJson.read("plan.json", text))).isEqualTo(text);
    }
  }

  @Test
  void leavesAsideWhatALaterReleaseAdded() throws JsonProcessingException {
    for (int seed = 0; seed < 50; seed++) {
      var document = RandomDocuments.of(seed);
      var more = JSON.readTree(PlanJson.of(document));
      addFields(more, "");

      assertThat(PlanJson.read("plan.json", more.toString())).isEqualTo(document);
    }
  }

  /** In every object but those of Kubernetes, whose fields are the content. */
  private static void addFields(JsonNode node, String name) {
    if (name.equals("object") || name.equals("value")) {
      return;
    }
    if (node instanceof ObjectNode object) {
      List.copyOf(object.properties()).forEach(e -> addFields(e.getValue(), e.getKey()));
      object.putObject("fromAnotherDay").put("number", 1);
    } else if (node instanceof ArrayNode) {
      node.forEach(item -> addFields(item, name));
    }
  }

  @Test
  void refusesALaterVersion() {
    var text = PlanJson.of(RandomDocuments.of(1)).replace("\"version\": 1,", "\"version\": 2,");

    assertThatThrownBy(() -> PlanJson.read("plan.json", text))
        .isInstanceOf(UnreadablePlan.class)
        .hasMessage(
            "plan.json: a plan of version 2, and this release reads version 1. Read it with the"
                + " release that wrote it, or a later one.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                 | plan.json: no plan, since it has no version.
          {"version": "1"}                   | plan.json: no plan, since it has no version.
          {"version": 1                      | plan.json: no plan, since it is no JSON.
          {"version": 1}                     | plan.json: topology is not an object.
          """)
  void saysWhyADocumentIsNoPlan(String text, String message) {
    assertThatThrownBy(() -> PlanJson.read("plan.json", text))
        .isInstanceOf(UnreadablePlan.class)
        .hasMessage(message);
  }

  @Test
  void saysWhichFieldIsNotWhatItShouldBe() throws JsonProcessingException {
    var root = (ObjectNode) JSON.readTree(PlanJson.of(RandomDocuments.rich().get(0)));
    ((ObjectNode) root.at("/nodes/0")).put("wave", "first");

    assertThatThrownBy(() -> PlanJson.read("plan.json", root.toString()))
        .hasMessage("plan.json: nodes[0].wave is not a whole number.");
    ((ObjectNode) root.at("/nodes/0")).put("wave", 1).put("management", "gone");
    assertThatThrownBy(() -> PlanJson.read("plan.json", root.toString()))
        .hasMessage("plan.json: nodes[0].management is not a word that this release knows.");
  }

  @Test
  void showsNoSecretAndNothingThatIsNotKnown() throws JsonProcessingException {
    var secret = Tree.of("hunter2").marked(new Marks(true, Set.of()));
    var object =
        Tree.of("password", secret)
            .with("list", Tree.items(secret))
            .with("later", new Tree.Unknown(Marks.NONE))
            .with("whole", 5e9);
    var change =
        new ResourceChange(
            new ObjectReference("Secret", "vms", "web"),
            Action.CREATE,
            Optional.empty(),
            List.of(),
            Optional.of(object),
            List.of(new PatchOperation("add", "", Optional.of(object))),
            List.of(),
            List.of());
    var plan =
        new Plan(
            List.of(change),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Topology.EMPTY,
            Topology.EMPTY);

    var text = PlanJson.of(new PlanDocument("1 object.", Acceptance.none().of(plan)));

    assertThat(text).doesNotContain("hunter2");
    var written = JSON.readTree(text).at("/resources/0");
    assertThat(written.path("object").toString())
        .isEqualTo(
            "{\"password\":\"[secret]\",\"list\":[\"[secret]\"],\"later\":\"(known after"
                + " apply)\",\"whole\":5000000000}");
    assertThat(written.at("/patch/0/value")).isEqualTo(written.path("object"));
  }
}
