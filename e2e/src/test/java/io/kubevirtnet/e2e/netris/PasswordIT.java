package io.kubevirtnet.e2e.netris;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.e2e.engine.Run;
import io.kubevirtnet.e2e.engine.Stack;
import io.kubevirtnet.e2e.handlers.HostState;
import io.kubevirtnet.e2e.handlers.NodeFleet;
import io.kubevirtnet.e2e.scenario.AnyComponent;
import io.kubevirtnet.e2e.scenario.AnyComponent.Mode;
import io.kubevirtnet.e2e.toolchain.E2eFolder;
import io.kubevirtnet.netriscontroller.Account;
import io.kubevirtnet.netriscontroller.Modes;
import io.kubevirtnet.netriscontroller.Settings;
import io.kubevirtnet.netriscontroller.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the password of a controller is not, though its author forgot to mark it. */
class PasswordIT {
  private static final Canary PASSWORD = new Canary("canary-9f3b-of-netris");

  private final Scratch scratch = Scratch.create("password");
  private StandIn controller;
  private NodeFleet fleet;

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("library", AnyComponent.LIBRARY), Arguments.of("plugin", AnyComponent.PLUGIN));
  }

  @BeforeEach
  void start() {
    controller =
        StandIn.start(
            Settings.of(scratch.path().resolve("controller.json"))
                .account(new Account("svc", PASSWORD.text())));
    fleet = NodeFleet.on(LocalCluster.shared().api());
    fleet.add(1, Map.of("netris", "yes"), n -> HostState.ofOneNic(n).nic("bond0", n));
  }

  @AfterEach
  void stop() {
    fleet.close();
    controller.close();
    scratch.close();
  }

  @Test
  void theCanaryIsFoundWhereverItIs() {
    assertThat(PASSWORD.in("a " + PASSWORD.text())).isNotEmpty();
    for (int before = 0; before < 4; before++) {
      String wrapped = "y".repeat(before) + PASSWORD.text() + "zz";
      byte[] bytes = wrapped.getBytes(StandardCharsets.UTF_8);
      assertThat(PASSWORD.in(Base64.getEncoder().encodeToString(bytes))).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void isInNothingThatIsPrintedOrKept(String name, Mode mode) throws IOException {
    Path backend = scratch.folder("backend");
    Tenant tenant =
        Tenant.onTrunk(mode, "password-" + name).asking(controller, PASSWORD.text(), Map.of());
    try (Stack stack = open(name, backend)) {
      List<Run> runs =
          List.of(
              stack.preview(tenant::stack).orThrow(),
              stack.previewJson(tenant::stack).orThrow(),
              stack.up(tenant::stack).orThrow(),
              stack.refresh().orThrow());

      runs.forEach(PasswordIT::assertSilent);
      assertThat(PASSWORD.in(stack.exportedState())).isEmpty();
      assertThat(PASSWORD.in(files(backend))).isEmpty();
      assertSilent(stack.destroy().orThrow());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void isInNoError(String name, Mode mode) {
    Tenant tenant =
        Tenant.onTrunk(mode, "error-" + name).asking(controller, PASSWORD.text(), Map.of());
    try (Stack stack = open("error-" + name, scratch.folder("errors"))) {
      for (String failing : List.of("html-login", "html", "truncated", "forbidden", "broken")) {
        controller.modes(Modes.parse(List.of(failing)));

        Run run = stack.preview(tenant::stack);

        assertThat(run.succeeded()).as(failing).isFalse();
        assertThat(run.stdout() + run.stderr()).as(failing).contains("KVN-T");
        assertSilent(run);
      }
    }
  }

  private static void assertSilent(Run run) {
    assertThat(PASSWORD.in(run.stdout() + run.stderr() + run.diagnostics() + run.steps()))
        .isEmpty();
  }

  private static String files(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static Stack open(String project, Path backend) {
    return Stack.inProject("password-" + project)
        .cluster(LocalCluster.shared())
        .backend(backend)
        .plugins(E2eFolder.path("../provider/target/kubevirtnet/bin"))
        .open();
  }
}
