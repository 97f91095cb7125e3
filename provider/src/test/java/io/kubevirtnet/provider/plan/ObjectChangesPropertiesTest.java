package io.kubevirtnet.provider.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectChangesPropertiesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PLANS = 300;
  private static final int PATCHES = 5_000;

  private static final List<KubernetesObject> BASE = base();
  private static final List<KubernetesObject> OTHERS =
      Plans.objects(Plans.BR1.replace("br1", "br7"), Plans.WEB.replace("web", "db"));

  private static List<KubernetesObject> base() {
    var objects = new ArrayList<>(Estate.of(2, 3, 3, 2, 0));
    objects.addAll(Plans.objects(Plans.BR1, Plans.LAN, Plans.WEB));
    return objects;
  }

  private static List<KubernetesObject> some(long seed) {
    var random = new Random(seed);
    var mutations = new Mutations(seed, seed % 3 == 0);
    var some = new ArrayList<KubernetesObject>();
    for (var object : BASE) {
      if (random.nextInt(4) > 0) {
        some.add(random.nextBoolean() ? mutations.of(object) : object);
      }
    }
    return some;
  }

  @Test
  void ofThingsThatStayThereIsNoPlan() {
    for (long seed = 0; seed < PLANS; seed++) {
      var objects = some(seed);
      var again = new Mutations(seed, false).shuffled(objects);

      var plan = Plans.plan(Side.of(objects), Side.of(again), Plans.scene());

      assertThat(plan.isEmpty()).as("seed %d: %s", seed, plan.resources()).isTrue();
      assertThat(plan.findings()).as("seed %d", seed).noneMatch(PlannedFinding::arises);
      assertThat(plan.joins()).as("seed %d", seed).noneMatch(BrokenJoin::arises);
      assertThat(plan.risks()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void theOrderOfTheInputsSaysNothing() {
    for (long seed = 0; seed < PLANS; seed++) {
      var before = some(seed);
      var after = some(seed + PLANS);
      var shuffle = new Mutations(seed, false);

      var plan = plan(before, after, OTHERS);
      var other = plan(shuffle.shuffled(before), shuffle.shuffled(after), shuffle.shuffled(OTHERS));

      assertThat(other.toString()).as("seed %d", seed).isEqualTo(plan.toString());
    }
  }

  private static Plan plan(
      List<KubernetesObject> before, List<KubernetesObject> after, List<KubernetesObject> others) {
    var scene = new PlanScene(List.of(), others, Map.of(), Plans.scene().rules(), List.of());
    return Plans.plan(Side.of(before), Side.of(after), scene);
  }

  @Test
  void thePatchMakesTheNewObjectOfTheOld() {
    int changed = 0;
    for (long seed = 0; seed < PATCHES; seed++) {
      var object = BASE.get((int) (seed % BASE.size()));
      var before = new Mutations(seed, false).of(object).fields();
      var after = new Mutations(seed + PATCHES, false).of(object).fields();

      var patch = Patch.between(before, after);

      var result = Patched.of(json(before), patch);
      assertThat(sorted(result)).as("seed %d: %s", seed, patch).isEqualTo(sorted(json(after)));
      assertThat(patch.isEmpty()).isEqualTo(Sameness.identical(before, after));
      changed += patch.isEmpty() ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(PATCHES / 2);
  }

  @Test
  void aChangeHasFieldsExactlyWhenItHasAPatch() {
    for (long seed = 0; seed < PATCHES; seed++) {
      var object = BASE.get((int) (seed % BASE.size()));
      var before = new Mutations(seed, false).of(object).fields();
      var after = new Mutations(seed + PATCHES, false).of(object).fields();

      var differences = FieldDiff.between(object.reference().kind(), before, after);

      assertThat(differences.isEmpty())
          .as("seed %d", seed)
          .isEqualTo(Patch.between(before, after).isEmpty());
    }
  }

  static JsonNode json(Tree tree) {
    try {
      return JSON.readTree(((Scalar) Json.text(tree)).value().toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sorted(JsonNode node) {
    try {
      return JSON.writer()
          .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(JSON.treeToValue(node, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
