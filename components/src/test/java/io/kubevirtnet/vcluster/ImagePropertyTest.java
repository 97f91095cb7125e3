package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePropertyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "md5:d41d8cd98f00b204e9800998ecf8427e",
        "sha1:DA39A3EE5E6B4B0D3255BFEF95601890AFD80709",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void takesTheChecksumsThatTheImporterKnows(String checksum) {
    assertThat(check(PropertyKey.IMAGE_CHECKSUM, checksum)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        "md5:",
        "d41d8cd98f00b204e9800998ecf8427e",
        "md5:d41d8cd98f00b204e9800998ecf8427",
        "md5:d41d8cd98f00b204e9800998ecf8427x",
        "sha3:d41d8cd98f00b204e9800998ecf8427e",
        "sha3:",
        "md5 d41d8cd98f00b204e9800998ecf8427e"
      })
  void refusesOtherChecksums(String checksum) {
    assertThat(check(PropertyKey.IMAGE_CHECKSUM, checksum)).containsExactly("KVN-P033");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ubuntu", "ubuntu-22.04", "images/ubuntu"})
  void takesADataSourceOfAnyNamespace(String reference) {
    assertThat(check(PropertyKey.IMAGE_DATA_SOURCE, reference)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ubuntu", "images/", "a.b/ubuntu", "images/ubuntu/22", "Ubuntu"})
  void refusesADataSourceThatCanNotExist(String reference) {
    assertThat(check(PropertyKey.IMAGE_DATA_SOURCE, reference)).containsExactly("KVN-P034");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {source: {blank: {}}}",
        "spec: {sourceRef: {name: a}}",
        "spec: {storage: {resources: {requests: {storage: 1Gi}}}}",
        "spec: {pvc: {resources: {requests: {storage: 1Gi}}}}"
      })
  void tellsWhatThePlatformOverwrites(String template) {
    assertThat(check(PropertyKey.DATA_VOLUME_TEMPLATE, template)).containsExactly("KVN-P036");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spec: {storage: {storageClassName: fast}}", "spec: [", "metadata: {name: a}"})
  void saysNothingOfTheRestOfATemplate(String template) {
    assertThat(check(PropertyKey.DATA_VOLUME_TEMPLATE, template)).isEmpty();
  }

  @Test
  void saysNothingWhileNobodyKnows() {
    var report = new Report();
    PropertyTextRules.check(
        PropertyKey.IMAGE_CHECKSUM,
        Part.of(PropertyPath.ROOT, new Tree.Unknown(Marks.NONE)),
        report);

    assertThat(report.findings()).isEmpty();
  }

  private static List<String> check(PropertyKey key, String value) {
    var report = new Report();
    PropertyTextRules.check(key, Part.of(PropertyPath.ROOT, Tree.of((Object) value)), report);
    return report.findings().stream().map(Finding::code).toList();
  }
}
