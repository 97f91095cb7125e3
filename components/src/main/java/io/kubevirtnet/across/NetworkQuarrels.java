package io.kubevirtnet.across;

import io.kubevirtnet.across.NetworkClaims.Kind;
import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Upstream;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;
import java.util.stream.Stream;

/** What a network definition and the earlier ones do to each other. */
final class NetworkQuarrels {
  private final Claimant claimant;
  private final NetworkClaims network;
  private final NetworkRegister earlier;
  private final Report report;

  NetworkQuarrels(
      Claimant claimant, NetworkClaims network, NetworkRegister earlier, Report report) {
    this.claimant = claimant;
    this.network = network;
    this.earlier = earlier;
    this.report = report;
  }

  void report() {
    if (earlier.isEmpty()) {
      return;
    }
    if (network.kind() == Kind.OVN) {
      others().filter(o -> o.claimed().kind() == Kind.OVN).findFirst().ifPresent(this::oneNetwork);
    } else {
      others()
          .filter(o -> o.claimed().kind() != Kind.OVN)
          .filter(o -> !o.claimed().definition().config().equals(network.definition().config()))
          .findFirst()
          .ifPresent(this::oneName);
    }
    GivenAddresses.of(network)
        .flatMap(given -> earlier.otherAuthority(claimant, network, given))
        .ifPresent(this::addresses);
  }

  /** Of two objects with one name there is one; that has been said. */
  private Stream<Claim<NetworkClaims>> others() {
    return earlier
        .sameCniName(claimant, network)
        .filter(o -> !o.claimed().reference().equals(network.reference()));
  }

  private void oneNetwork(Claim<NetworkClaims> other) {
    var keys = OvnAgreement.differences(network, other.claimed());
    if (!keys.isEmpty()) {
      var name = network.cniName().shown();
      report.add(
          Finding.of(
                  NetworkCatalogue.OVN_NETWORKS_DISAGREE,
                  place(keys),
                  network.definition().name().shown()
                      + " and "
                      + other.owner().resource()
                      + " are the network "
                      + name
                      + ", and differ in "
                      + String.join(", ", keys)
                      + ".",
                  NetworkCatalogue.OVN_NETWORKS_DISAGREE.fix())
              .inWordsOf(
                  new Upstream(
                      "cni:ovn-k8s-cni-overlay",
                      "Error",
                      keys.get(0),
                      "NAD "
                          + network.shownReference()
                          + " CNI config does not match that of network "
                          + name)));
    } else if (OvnAgreement.leavesMtuOpen(network, other.claimed())) {
      report.notChecked(
          network.mtu().isSet() ? network.mtu().written() : network.cniName().written(),
          "whether "
              + other.owner().resource()
              + " has the same MTU: one of the two leaves it to the cluster");
    }
  }

  /** Where it says what the other one says differently; its name, where it says nothing. */
  private PropertyPath place(List<String> keys) {
    return keys.stream()
        .map(k -> network.plugin().get(k))
        .filter(Part::isSet)
        .map(Part::written)
        .findFirst()
        .orElseGet(() -> network.cniName().written());
  }

  private void oneName(Claim<NetworkClaims> other) {
    boolean oneDirectory =
        isHostLocal(network)
            && isHostLocal(other.claimed())
            && GivenAddresses.directory(network).equals(GivenAddresses.directory(other.claimed()));
    report.add(
        oneDirectory
            ? NetworkCatalogue.HOST_LOCAL_DIRECTORY_SHARED
            : NetworkCatalogue.CNI_NAME_SHARED,
        network.cniName().written(),
        other.owner().resource()
            + " has the CNI name "
            + network.cniName().shown()
            + " and another config.");
  }

  private static boolean isHostLocal(NetworkClaims network) {
    return network.ipamType().filter("host-local"::equals).isPresent();
  }

  private void addresses(Claim<NetworkClaims> other) {
    var ipam = network.ipam().get("type");
    report.add(
        NetworkCatalogue.ADDRESSES_OF_TWO_AUTHORITIES,
        ipam.isSet() ? ipam.written() : network.plugin().get("subnets").written(),
        other.owner().resource() + " gives out some of these addresses on the same network.");
  }
}
