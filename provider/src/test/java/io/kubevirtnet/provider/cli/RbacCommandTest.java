package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.provider.doctor.Reads;
import io.kubevirtnet.provider.role.Operation;
import io.kubevirtnet.testing.Golden;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RbacCommandTest {
  private static final Set<String> READING = Set.of("get", "list", "watch");

  @ParameterizedTest
  @EnumSource(Operation.class)
  void printsTheRoleFor(Operation operation) {
    var run = CommandRun.of("rbac", operation.wire());

    assertThat(run.exitCode()).isZero();
    Golden.compare(Path.of("src/test/resources/roles", operation.wire() + ".yaml"), run.out());
  }

  @Test
  void splitsItIntoWhatOneNamespaceCanGiveAndBindsBoth() {
    var run =
        CommandRun.of(
            "rbac",
            "preview",
            "-n",
            "vms",
            "--name",
            "looker",
            "--subject",
            "User:jane",
            "--subject",
            "ServiceAccount:ci/runner");

    assertThat(run.exitCode()).isZero();
    Golden.compare(Path.of("src/test/resources/roles/preview-of-a-namespace.yaml"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jane", "User:", "Robot:jane", "ServiceAccount:runner", "ServiceAccount:/x"})
  void saysWhatASubjectIs(String subject) {
    var run = CommandRun.of("rbac", "apply", "--subject", subject);

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err())
        .startsWith(
            "--subject: \"%s\" is nobody. Write User:NAME, Group:NAME or ServiceAccount:NAMESPACE/NAME.\n"
                .formatted(subject));
  }

  @Test
  void saysWhatThereAreRolesFor() {
    assertThat(CommandRun.of("rbac").exitCode()).isEqualTo(64);
    assertThat(CommandRun.of("rbac", "undo").exitCode()).isEqualTo(64);
  }

  @Test
  void tellsWhatEachPermissionIsFor() {
    var out = CommandRun.of("rbac", "preview", "-o", "text").out();

    assertThat(out.lines()).hasSize(Operation.PREVIEW.permissions().size());
    assertThat(out)
        .containsPattern("get +namespaces +kube-system +which cluster it is, by the UID of kube-");
  }

  @Test
  void onlyApplyWrites() {
    assertThat(Operation.PREVIEW.permissions()).allMatch(p -> READING.contains(p.verb()));
    assertThat(Operation.DOCTOR.permissions())
        .allMatch(p -> READING.contains(p.verb()) || p.resource().equals("subjectaccessreviews"));
    assertThat(Operation.APPLY.permissions()).containsAll(Operation.PREVIEW.permissions());
  }

  @Test
  void doctorMayAllThatItReads() {
    assertThat(Operation.DOCTOR.permissions()).hasSameSizeAs(Reads.ALL);
  }
}
