package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.link.KubernetesName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PropertyKeyTest {

  @ParameterizedTest
  @EnumSource(PropertyKey.class)
  void isFoundByItsKey(PropertyKey key) {
    assertThat(PropertyKey.find(key.key())).contains(key);
    assertThat(KubernetesName.isLabelKey(key.key())).isTrue();
    assertThat(PropertyKey.isReserved(key.key())).isTrue();
    assertThat(PropertyKey.successorOf(key.key())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kubevirt.vcluster.com/anything, true",
    "vcluster.com/anything, true",
    "example.com/rack, false",
    "myvcluster.com/rack, false",
    "vcluster.com, false",
    "rack, false",
  })
  void keepsThePrefixesOfThePlatform(String key, boolean isReserved) {
    assertThat(PropertyKey.isReserved(key)).isEqualTo(isReserved);
  }

  @Test
  void knowsWhatBecameOfOldKeys() {
    assertThat(PropertyKey.successorOf("vcluster.com/user-data-template-secret"))
        .contains(PropertyKey.USER_DATA_TEMPLATE);
    assertThat(PropertyKey.find("vcluster.com/user-data-template-secret")).isEmpty();
  }

  @Test
  void letsNoEnvironmentNameAnother() {
    var namers =
        Arrays.stream(PropertyOrigin.values())
            .filter(PropertyKey.ENVIRONMENT_NAME::mayBeSaidBy)
            .toList();

    assertThat(namers)
        .containsExactly(PropertyOrigin.PROVIDER, PropertyOrigin.TYPE, PropertyOrigin.CLAIM);
  }
}
