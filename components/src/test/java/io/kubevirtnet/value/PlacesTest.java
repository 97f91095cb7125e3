package io.kubevirtnet.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final PropertyPath LIST = new PropertyPath("spec.networks");
  private static final Places TEMPLATE =
      Places.EMPTY
          .same(new PropertyPath("spec"), new PropertyPath("template.spec"))
          .at(new PropertyPath("spec.networks[1]"), new PropertyPath("lan"))
          .at(new PropertyPath("spec.networks[1].multus"), new PropertyPath("attachment"));

  @Test
  void followsAnItemToItsNewPlace() {
    var moved = TEMPLATE.reordered(LIST, List.of(OptionalInt.of(1), OptionalInt.of(0)));

    assertThat(source(moved, "spec.networks[0].name")).isEqualTo("lan");
    assertThat(source(moved, "spec.networks[0].multus.networkName")).isEqualTo("attachment");
    assertThat(source(moved, "spec.networks[1].pod")).isEqualTo("template.spec.networks[0].pod");
  }

  @Test
  void knowsNothingOfAnItemThatIsNew() {
    var moved = TEMPLATE.reordered(LIST, List.of(OptionalInt.empty(), OptionalInt.of(1)));

    assertThat(source(moved, "spec.networks[1].name")).isEqualTo("lan");
    assertThat(source(moved.at(LIST.index(0), new PropertyPath("new")), "spec.networks[0].name"))
        .isEqualTo("new");
  }

  @Test
  void forgetsAnItemThatIsGone() {
    var moved = TEMPLATE.reordered(LIST, List.of(OptionalInt.of(0)));

    assertThat(moved.inputs()).doesNotContainKey("spec.networks[1]");
    assertThat(source(moved, "spec.networks[0].name")).isEqualTo("template.spec.networks[0].name");
  }

  @Test
  void leavesOtherListsAlone() {
    var others =
        TEMPLATE.at(new PropertyPath("spec.networksOfOthers[1]"), new PropertyPath("others"));

    assertThat(source(others.reordered(LIST, List.of()), "spec.networksOfOthers[1].name"))
        .isEqualTo("others");
  }

  @Test
  void tellsTheLongIndexFromTheShortOne() {
    var places = Places.EMPTY.at(LIST.index(1), new PropertyPath("one"));
    places = places.at(LIST.index(10), new PropertyPath("ten"));
    var moved = places.reordered(LIST, List.of(OptionalInt.of(1), OptionalInt.of(10)));

    assertThat(source(moved, "spec.networks[0].name")).isEqualTo("one");
    assertThat(source(moved, "spec.networks[1].name")).isEqualTo("ten");
    assertThat(moved.inputs()).hasSize(2);
  }

  private static String source(Places places, String place) {
    return places.input(new PropertyPath(place)).text();
  }
}
