package io.kubevirtnet.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of the addresses that guests take by themselves, whoever comes first. */
class GuestAddressTest {
  private static final PropertyPath ADDRESS = PropertyPath.ROOT.child("address");
  private static final String SERVED =
      "{type: bridge, name: lan, bridge: br1, ipam: {type: whereabouts, range: 10.1.0.0/24}}";

  private final NetworkStage stage = new NetworkStage();

  @Test
  void findsTheSecondOfTwoMachines() {
    assertThat(guest("web", "vms/lan", "10.1.0.7/24")).isEmpty();

    assertThat(guest("db", "lan", "10.1.0.7/16"))
        .containsExactly("KVN-X057 address: web has 10.1.0.7/16 already.");
  }

  @Test
  void keepsNetworksAndClustersApart() {
    guest("web", "vms/lan", "10.1.0.7/24");

    assertThat(guest("db", "vms/office", "10.1.0.7/24")).isEmpty();
    assertThat(guest("db", "vms/lan", "10.1.0.8/24")).isEmpty();
    assertThat(guest("db", "west", "vms/lan", known("10.1.0.7/24"))).isEmpty();
  }

  @Test
  void findsAnAddressThatADefinitionGivesOut() {
    stage.definition("vms/lan", SERVED);

    assertThat(guest("web", "vms/lan", "10.1.0.7/24"))
        .containsExactly("KVN-X059 address: definition vms/lan gives out 10.1.0.7/24, too.");
  }

  @Test
  void findsADefinitionThatComesLater() {
    guest("web", "vms/lan", "10.1.0.7/24");

    assertThat(stage.definition("vms/lan", SERVED).places())
        .containsExactly("KVN-X059 config.ipam.type");
    assertThat(
            stage
                .definition(
                    "vms/office", SERVED.replace("br1", "br2").replace("name: lan", "name: office"))
                .places())
        .isEmpty();
  }

  @Test
  void takesAFixedAddressOfADefinitionForItsGuest() {
    stage.definition(
        "vms/lan",
        "{type: bridge, name: lan, bridge: br1, ipam: {type: static, addresses: [{address: 10.1.0.7/24}]}}");

    assertThat(guest("web", "vms/lan", "10.1.0.7/24")).isEmpty();
  }

  @Test
  void findsAnAddressThatTheMachinesOfANodeTypeGet() {
    assertThat(pool("vms/lan")).isEmpty();

    assertThat(guest("web", "vms/lan", "10.1.0.7/24"))
        .containsExactly("KVN-X059 address: type gives out 10.1.0.7/24, too.");
    assertThat(guest("db", "vms/lan", "10.1.0.4/24")).isEmpty();
    assertThat(guest("db", "vms/office", "10.1.0.7/24")).isEmpty();
  }

  @Test
  void findsANodeTypeThatComesLater() {
    guest("web", "vms/lan", "10.1.0.7/24");

    assertThat(pool("vms/office")).isEmpty();
    assertThat(pool("db/lan vms/lan"))
        .containsExactly("KVN-X059 address: web has one of these addresses already.");
  }

  @Test
  void leavesAloneWhatIsNoAddressOrNotKnown() {
    guest("web", "vms/lan", "10.1.0.7");

    assertThat(guest("db", "vms/lan", "10.1.0.7")).isEmpty();
    assertThat(guest("db", "east", "vms/lan", new Value.Unknown<>(ADDRESS, Marks.NONE))).isEmpty();
  }

  @Test
  void neverShowsASecretAddress() {
    var secret = new Value.Known<>(ADDRESS, "10.1.0.7/24", new Marks(true, Set.of()));
    guest("web", "east", "vms/lan", secret);

    assertThat(guest("db", "east", "vms/lan", secret))
        .containsExactly("KVN-X057 address: web has [secret] already.");
  }

  private List<String> guest(String machine, String reference, String address) {
    return guest(machine, "east", reference, known(address));
  }

  private List<String> guest(
      String machine, String cluster, String reference, Value<String> address) {
    var report = new Report();
    var use =
        new AttachmentUse(
            Value.known(PropertyPath.ROOT, reference), "vms", false, Optional.empty());
    stage.run.guestAddress(new Claimant(machine, cluster), use, address, report);
    return lines(report);
  }

  /** 10.1.0.5 to 10.1.0.9 for machines of a node type. */
  private List<String> pool(String network) {
    var report = new Report();
    var range =
        new AddressRange(
            IpText.address("10.1.0.5").orElseThrow(), IpText.address("10.1.0.9").orElseThrow());
    stage.run.addresses(
        new Claimant("type", "east"), Optional.of(network), List.of(range), ADDRESS, report);
    return lines(report);
  }

  private static List<String> lines(Report report) {
    return report.findings().stream().map(GuestAddressTest::line).toList();
  }

  private static String line(Finding finding) {
    return finding.code() + " " + finding.path() + ": " + finding.what();
  }

  private static Value<String> known(String text) {
    return Value.known(ADDRESS, text);
  }
}
