package io.kubevirtnet.e2e.kubevirt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Machines of user guides: what works still, and what to use in place of what is gone. */
class DocumentedMachinesIT {
  private static final String RESOURCE = "/machines/documented.yaml";

  /**
   * A machine.
   *
   * @param instead what the fix has to name; empty for one that nobody refuses
   */
  private record Documented(String name, Map<String, Object> machine, String instead) {
    Documented(Map<String, Object> fields) {
      this(
          String.valueOf(fields.get("name")),
          object(Objects.requireNonNull(fields.get("machine"))),
          String.valueOf(fields.getOrDefault("instead", "")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void areTakenUnlessTheirBindingIsGone(KubeVirtRelease release) {
    var documented = read();
    var machines =
        documented.stream()
            .map(d -> new GeneratedMachine(0, release, Map.of(), d.machine(), 0))
            .toList();
    var verdicts = KubeVirtJudge.require(release).admit(machines);
    for (int i = 0; i < machines.size(); i++) {
      var agreement = MachineAgreement.on(machines.get(i), verdicts.get(i));
      var name = documented.get(i).name();
      var instead = documented.get(i).instead();

      assertThat(agreement.disagreement()).as(name).isEmpty();
      assertThat(agreement.theirs().refuses()).as(name).isEqualTo(!instead.isEmpty());
      if (!instead.isEmpty()) {
        assertThat(agreement.ours())
            .as(name)
            .filteredOn(Finding::isError)
            .anySatisfy(f -> assertThat(f.fix()).contains(instead));
      }
    }
  }

  private static List<Documented> read() {
    try (var resource = DocumentedMachinesIT.class.getResourceAsStream(RESOURCE)) {
      return new YAMLMapper()
          .readValue(resource, new TypeReference<List<Map<String, Object>>>() {}).stream()
              .map(Documented::new)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object any) {
    return (Map<String, Object>) any;
  }
}
