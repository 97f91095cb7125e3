package io.kubevirtnet.component;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.link.AddressRange;
import io.kubevirtnet.link.IpText;
import io.kubevirtnet.netris.NetrisDefinitions;
import io.kubevirtnet.netris.NetrisInputs;
import io.kubevirtnet.spec.NetrisAddressesSpec;
import io.kubevirtnet.spec.NetrisKubeVipSpec;
import io.kubevirtnet.value.PropertyPath;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that the network of a server cluster gives out. Two definitions may be on one
 * V-Net, so they are claimed of that, too.
 */
record NetrisAddressClaims(
    NetrisInputs inputs, NetrisDefinitions definitions, Surroundings around) {

  void claim(Report report) {
    var said = new Report();
    var machines = definitions.references().get(0).known();
    var addresses = inputs.spec().addresses();
    addresses
        .known()
        .flatMap(this::ofMachines)
        .ifPresent(
            ranges -> {
              var path = addresses.flatMap(NetrisAddressesSpec::ranges).path();
              machines.ifPresent(reference -> claim(reference, ranges, path, said));
              vnet().ifPresent(vnet -> claim(vnet, ranges, path, said));
            });
    var vip = inputs.spec().kubeVip().flatMap(NetrisKubeVipSpec::address);
    vip.known()
        .flatMap(IpText::address)
        .ifPresent(
            a ->
                vnet()
                    .ifPresent(
                        vnet -> claim(vnet, List.of(new AddressRange(a, a)), vip.path(), said)));
    report.addNews(said);
  }

  private void claim(String network, List<AddressRange> ranges, PropertyPath path, Report said) {
    around.run().addresses(around.claimant(), Optional.of(network), ranges, path, said);
  }

  /** What stands for the segment; no reference to a definition looks like it. */
  private Optional<String> vnet() {
    return inputs.facts().vnet().known().map(v -> "v-net:" + v.replace(' ', '_'));
  }

  /** All of the network where no range is said. */
  private Optional<List<AddressRange>> ofMachines(NetrisAddressesSpec spec) {
    if (spec.ranges().isAbsent()) {
      return inputs.facts().network().known().map(n -> List.of(AddressRange.of(n)));
    }
    return AddressRange.all(spec.ranges());
  }
}
