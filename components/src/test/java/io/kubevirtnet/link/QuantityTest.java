package io.kubevirtnet.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "2,2",
    "500m,0.5",
    "4Gi,4294967296",
    "1e3,1000",
    "1.5k,1500",
    ".5,0.5",
    "1Ei,1152921504606846976"
  })
  void readsWhatKubernetesReads(String text, BigDecimal amount) {
    assertThat(Quantity.parse(text))
        .hasValueSatisfying(q -> assertThat(q).isEqualByComparingTo(amount));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4GB", "two", "4 Gi", "1ee3", "Gi", "4gi"})
  void refusesTheRest(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0Gi"})
  void knowsThatNothingIsNotPositive(String text) {
    assertThat(Quantity.isPositive(text)).isFalse();
  }
}
