package io.kubevirtnet.provider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  @TempDir Path folder;

  @Test
  void runsAProgramInAJvmOfItsOwn() throws IOException {
    compile(
        "Site",
        """
        package com.example;
        import io.kubevirtnet.*;
        import io.kubevirtnet.enums.*;
        import io.kubevirtnet.inputs.*;
        public class Site {
          public static void main(String[] args) {
            System.out.println("chatter");
            com.pulumi.Pulumi.run(ctx -> new BridgeNetwork("br1", BridgeNetworkArgs.builder()
                .uplink(UplinkArgs.builder().nic(ctx.config().require("nic")).build())
                .rollout(Rollout.Plain).build()));
          }
        }
        """);

    var run = plan("--config", "nic=ens4");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("1 network: bridge br1 over ens4 on all nodes (1 node at a time).")
        .doesNotContain("chatter");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void failsWithTheProblemsAndWhatTheProgramPrinted() throws IOException {
    compile(
        "Site",
        """
        package com.example;
        import io.kubevirtnet.*;
        import io.kubevirtnet.enums.*;
        import io.kubevirtnet.inputs.*;
        public class Site {
          public static void main(String[] args) {
            System.out.println("chatter");
            com.pulumi.Pulumi.run(ctx -> new BridgeNetwork("br1", BridgeNetworkArgs.builder()
                .uplink(UplinkArgs.builder().nic("ens 4").build())
                .rollout(Rollout.Plain).build()));
          }
        }
        """);

    var run = plan();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("1 problem in 1 component; nothing would be made.")
        .contains("KVN-N003 uplink.nic");
    assertThat(run.err().lines()).containsExactly("What com.example.Site printed:", "chatter");
  }

  @Test
  void saysThatAProgramIsNoPulumiProgram() throws IOException {
    compile("Hello", "public class Hello { public static void main(String[] args) {} }");

    var run = plan();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().strip()).isEqualTo("Hello registered nothing: is it a Pulumi program?");
  }

  @Test
  void asksForTheMainClassWhereThereAreSeveral() throws IOException {
    compile("A", "public class A { public static void main(String[] args) {} }");
    compile("B", "public class B { public static void main(String[] args) { System.exit(3); } }");

    assertThat(plan())
        .returns(64, CommandRun::exitCode)
        .matches(r -> r.err().strip().endsWith("a main method: A, B. Choose one with --main."));
    assertThat(plan("--main", "B"))
        .returns(1, CommandRun::exitCode)
        .matches(r -> r.out().startsWith("The program ended with exit code 3; nothing"));
  }

  @Test
  void refusesAProgramThatIsNotThere() {
    assertThat(CommandRun.of("plan", "--program", "nowhere"))
        .returns(64, CommandRun::exitCode)
        .returns("nowhere does not exist. Compile the program first?", r -> r.err().strip());
  }

  private CommandRun plan(String... more) {
    var args = new ArrayList<String>();
    args.add("plan");
    args.add("--program");
    args.add(folder.resolve("classes").toString());
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(new String[0]));
  }

  private void compile(String name, String source) throws IOException {
    var file = Files.writeString(folder.resolve(name + ".java"), source);
    int exitCode =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString(),
                file.toString());
    assertThat(exitCode).isZero();
  }
}
