package io.kubevirtnet.vcluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.vcluster.ConfigTemplate.Document;
import io.kubevirtnet.vcluster.ConfigTemplate.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "host: {{ .Values.NodeClaim.Name }}              | .Values.NodeClaim.Name",
        "{{- .Values.Project -}}                         | .Values.Project",
        "{{.Values.Project}}                             | .Values.Project",
        "{{ index .Values.Properties \"a.b/c\" }}        | .Values.Properties",
        "{{ printf \"%s/%d\" .Values.AllocatedIP 24 }}   | .Values.AllocatedIP",
        "{{ if eq .Values.Project \"p\" }}x{{ end }}     | .Values.Project",
        "{{ $x := .Values.Gateway }}{{ $x.Foo }}         | .Values.Gateway",
        "{{ $.Values.Project }}                          | .Values.Project",
        "{{ (index .Values.Properties \"a\").Foo }}      | .Values.Properties",
        "'{{ .Values.Project | default .Values.Gateway }}' | .Values.Project .Values.Gateway",
        "{{/* .Values.Nothing */}}                       | none",
        "{{- /* .Values.Nothing */ -}}                   | none",
        "{{ \".Values.Nothing }}\" }}                    | none",
        "{{ `.Values.Nothing` }}                         | none",
        "{{ 1.5 }} {{ -2 }} {{ '.' }} {{ . }} {{ $ }}    | none",
        "no template, } and { are text                   | none",
        "'{{ $x, $y := .Values.Gateway }}'               | .Values.Gateway",
      })
  void findsTheFieldsThatATemplateAsksFor(String text, String fields) {
    var template = ConfigTemplate.parse(text);

    assertThat(template.problem()).isEmpty();
    assertThat(template.fields())
        .extracting(ConfigTemplate.Field::toString)
        .isEqualTo(fields == null ? List.of() : Arrays.asList(fields.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ .Values.Project                   | an action is not closed | 1 | 1",
        "a{{ \"b }}                           | a text is not closed | 1 | 5",
        "{{ `b }}                             | a text is not closed | 1 | 4",
        "{{ /* b }}                           | a comment is not closed | 1 | 1",
        "{{/* b */ c }}                       | a comment is followed by something else | 1 | 1",
        "{{ }}                                | an action says nothing | 1 | 1",
        "{{ if }}{{ end }}                    | if has no value | 1 | 1",
        "{{ if .x }}                          | if has no end | 1 | 1",
        "{{ if .x }}{{ range .y }}{{ end }}   | if has no end | 1 | 1",
        "{{ end }}                            | end has no block | 1 | 1",
        "{{ else }}                           | else has no if, range or with | 1 | 1",
        "{{ if 1 }}{{ else }}{{ else }}{{ end }} | else has no if, range or with | 1 | 21",
        "{{ if 1 }}{{ else if }}{{ end }}     | if has no value | 1 | 11",
        "{{ define \"a\" }}{{ else }}{{ end }} | else has no if, range or with | 1 | 17",
        "{{ ( .x }}                           | a parenthesis is not closed | 1 | 1",
        "{{ .x ) }}                           | a parenthesis is closed that is not open | 1 | 7",
        "{{ .x & .y }}                        | an action has a sign that Go does not know there | 1 | 7",
        "{{ break }}                          | break stands outside of a range | 1 | 1",
      })
  void tellsWhereGoCanNotReadIt(String text, String what, int line, int column) {
    assertThat(ConfigTemplate.parse(text))
        .isEqualTo(problem(what, "line " + line + ", column " + column));
  }

  private static ConfigTemplate problem(String what, String where) {
    return new ConfigTemplate(List.of(), Optional.of(new Problem(what, where)));
  }

  @Test
  void countsLines() {
    assertThat(ConfigTemplate.parse("a\n  {{ end }}\n"))
        .isEqualTo(problem("end has no block", "line 2, column 3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range .Values.SSHKeys }}{{ .Name }}{{ end }}",
        "{{ with .Values.NodeClaim }}{{ .Name }}{{ else }}{{ .Values.Project }}{{ end }}",
        "{{ define \"a\" }}{{ .Foo }}{{ end }}",
        "{{ range $i, $k := .Values.SSHKeys }}{{ $k }}{{ $.Values.Project }}{{ break }}{{ end }}",
      })
  void leavesOpenWhatTheDotIsInsideOfABlock(String text) {
    assertThat(ConfigTemplate.parse(text).problem()).isEmpty();
    assertThat(ConfigTemplate.parse(text).unknown(Document.CLOUD_INIT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "NETWORK_DATA | {{ .Values.AllocatedIP }}/{{ .Values.PrefixLength }} {{ .Values.Gateway }} | none",
        "NETWORK_DATA | {{ .Values.Allocated }}                       | .Values.Allocated",
        "NETWORK_DATA | {{ .Values.SSHKeys }}                         | .Values.SSHKeys",
        "NETWORK_DATA | {{ .NodeClaim.Name }}                         | .NodeClaim.Name",
        "CLOUD_INIT   | {{ range .Values.SSHKeys }}{{ . }}{{ end }}   | none",
        "CLOUD_INIT   | {{ .Values.AllocatedIP }}                     | .Values.AllocatedIP",
        "CLOUD_INIT   | {{ if .x }}{{ else }}{{ .Values.Y }}{{ end }} | .x .Values.Y",
        "CLOUD_INIT   | {{ toYaml .Values }}                          | none",
      })
  void knowsWhatThereAreValuesFor(Document document, String text, String fields) {
    assertThat(ConfigTemplate.parse(text).unknown(document))
        .extracting(ConfigTemplate.Field::toString)
        .isEqualTo(fields == null ? List.of() : Arrays.asList(fields.split(" ")));
  }
}
