package io.kubevirtnet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The edges between rooms, downwards only: what is not listed here is not allowed. */
class RoomsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.kubevirtnet");

  private record Room(String name, List<String> mayUse) {
    static Room of(String name, String... mayUse) {
      return new Room(name, List.of(mayUse));
    }

    String[] packages() {
      return Stream.concat(Stream.of(name), mayUse.stream())
          .map(RoomsTest::packageOf)
          .toArray(String[]::new);
    }
  }

  static List<Room> pureRooms() {
    return List.of(
        Room.of("value"),
        Room.of("finding", "value"),
        Room.of("link", "value"),
        Room.of("enums", "value"),
        Room.of("health", "finding", "value"),
        Room.of("spec", "enums", "finding", "value"),
        Room.of("nmstate", "link", "spec", "enums", "finding", "value"),
        Room.of("node", "nmstate", "link", "spec", "enums", "finding", "value"),
        Room.of("host", "node", "nmstate", "link", "spec", "enums", "finding", "value"),
        Room.of("cni", "link", "spec", "enums", "finding", "value"),
        Room.of("attachment", "cni", "link", "spec", "enums", "finding", "value"),
        Room.of("kubevirt", "link", "spec", "enums", "finding", "value"),
        Room.of("guest", "link", "spec", "enums", "finding", "value"),
        Room.of("machine", "kubevirt", "guest", "link", "spec", "enums", "finding", "value"),
        Room.of("vcluster", "kubevirt", "guest", "link", "spec", "enums", "finding", "value"),
        Room.of(
            "platform",
            "vcluster",
            "kubevirt",
            "guest",
            "link",
            "spec",
            "enums",
            "finding",
            "value"),
        Room.of(
            "netris",
            "vcluster",
            "host",
            "node",
            "nmstate",
            "attachment",
            "cni",
            "link",
            "spec",
            "enums",
            "finding",
            "value"),
        Room.of(
            "across",
            "host",
            "node",
            "nmstate",
            "attachment",
            "cni",
            "kubevirt",
            "machine",
            "vcluster",
            "platform",
            "link",
            "spec",
            "enums",
            "finding",
            "value"),
        Room.of(
            "component",
            "across",
            "health",
            "host",
            "node",
            "nmstate",
            "attachment",
            "cni",
            "kubevirt",
            "guest",
            "machine",
            "vcluster",
            "platform",
            "netris",
            "link",
            "spec",
            "enums",
            "finding",
            "value"));
  }

  static List<Room> pulumiRooms() {
    return List.of(
        Room.of("sdk", "component", "across", "finding", "value"),
        Room.of("inputs", "sdk", "outputs", "enums", "value"),
        Room.of("outputs", "sdk", "spec", "enums", "finding", "value"));
  }

  @ParameterizedTest
  @MethodSource({"pureRooms", "pulumiRooms"})
  void usesOnlyTheRoomsBelow(Room room) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(room.name()))
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are in other rooms than " + room.mayUse(),
                c ->
                    c.getPackageName().startsWith("io.kubevirtnet")
                        && Arrays.stream(room.packages()).noneMatch(c.getPackageName()::equals)))
        .check(CLASSES);
  }

  /** Annotations say how an enum is written, and bring no behaviour. */
  @ParameterizedTest
  @MethodSource("pureRooms")
  void knowsNeitherPulumiNorAClusterNorFiles(Room room) {
    noClasses()
        .that()
        .resideInAPackage(packageOf(room.name()))
        .and()
        .doNotHaveSimpleName("Versions")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.pulumi",
            "com.pulumi.resources..",
            "com.pulumi.deployment..",
            "com.pulumi.core",
            "com.pulumi.core.internal..",
            "io.grpc..",
            "io.fabric8..",
            "java.nio.file..",
            "java.net..",
            "java.time..")
        .check(CLASSES);
  }

  @Test
  void touchesTheInternalsOfTheSdkInOneRoom() {
    classes()
        .that()
        .resideOutsideOfPackage(packageOf("sdk"))
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are no internals of the SDK",
                c -> !c.getPackageName().matches("com\\.pulumi\\..*internal.*")))
        .check(CLASSES);
  }

  private static String packageOf(String room) {
    return "io.kubevirtnet." + room;
  }
}
