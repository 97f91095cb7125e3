package io.kubevirtnet.provider.plan;

import static io.kubevirtnet.provider.plan.Plans.WEB;
import static io.kubevirtnet.provider.plan.Plans.lines;
import static io.kubevirtnet.provider.plan.Plans.only;
import static io.kubevirtnet.provider.plan.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecrecyTest {
  private static final String SECRET =
      "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2, user: u}\n";

  @Test
  void aSecretShowsThatItChangesAndNotHow() {
    var plan = plan(SECRET, SECRET.replace("hunter2", "hunter3"));

    assertThat(lines(only(plan))).containsExactly("data.password: [secret] -> [secret]");
    assertThat(only(plan).patch()).hasSize(1);
    assertThat(plan.toString()).doesNotContain("hunter").doesNotContain("aHVudGVy");
  }

  @Test
  void aNewSecretShowsItsKeysOnly() {
    var plan = plan("", SECRET);

    assertThat(plan.toString()).contains("password").doesNotContain("aHVudGVy");
  }

  @Test
  void theDataOfAGuestIsNeverShown() {
    var volumes =
        "      volumes:\n        - {name: ci, cloudInitNoCloud: {userData: \"password: hunter2\"}}\n";

    var changed = plan(WEB + volumes, WEB + volumes.replace("hunter2", "hunter3"));
    var created = plan("", WEB + volumes);

    assertThat(lines(only(changed)))
        .containsExactly(
            "spec.template.spec.volumes[ci].cloudInitNoCloud.userData: (as it was) -> (another)");
    assertThat(changed.toString()).doesNotContain("hunter");
    assertThat(created.toString()).doesNotContain("hunter");
  }
}
