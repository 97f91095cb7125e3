package io.kubevirtnet.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder between two builds. */
class SourceFolderTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir Path folder;

  @Test
  void leavesAFileAloneThatIsAlreadyRight() throws IOException {
    new SourceFolder(folder).hold(Map.of("a/A.java", "class A {}", "a/B.java", "class B {}"));
    Files.setLastModifiedTime(folder.resolve("a/A.java"), LONG_AGO);
    Files.setLastModifiedTime(folder.resolve("a/B.java"), LONG_AGO);

    new SourceFolder(folder).hold(Map.of("a/A.java", "class A {}", "a/B.java", "enum B {}"));

    assertThat(Files.getLastModifiedTime(folder.resolve("a/A.java"))).isEqualTo(LONG_AGO);
    assertThat(folder.resolve("a/B.java")).hasContent("enum B {}");
  }

  @Test
  void deletesWhatNoLongerBelongsThere() throws IOException {
    new SourceFolder(folder).hold(Map.of("a/A.java", "class A {}", "a/B.java", "class B {}"));

    new SourceFolder(folder).hold(Map.of("a/A.java", "class A {}"));

    assertThat(folder.resolve("a/B.java")).doesNotExist();
  }
}
