package io.kubevirtnet.component;

import io.kubevirtnet.across.AcrossCatalogue;
import io.kubevirtnet.across.FitCatalogue;
import io.kubevirtnet.across.NetworkCatalogue;
import io.kubevirtnet.across.UseCatalogue;
import io.kubevirtnet.attachment.AttachmentCatalogue;
import io.kubevirtnet.attachment.PoolCatalogue;
import io.kubevirtnet.attachment.TypedCatalogue;
import io.kubevirtnet.cni.CniCatalogue;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.guest.GuestCatalogue;
import io.kubevirtnet.health.HealthCatalogue;
import io.kubevirtnet.host.HostCatalogue;
import io.kubevirtnet.host.LifeCatalogue;
import io.kubevirtnet.kubevirt.AdmitterCatalogue;
import io.kubevirtnet.kubevirt.AdviceCatalogue;
import io.kubevirtnet.kubevirt.ChangeCatalogue;
import io.kubevirtnet.kubevirt.ClusterCatalogue;
import io.kubevirtnet.machine.MachineCatalogue;
import io.kubevirtnet.machine.PluginCatalogue;
import io.kubevirtnet.netris.AnswerCatalogue;
import io.kubevirtnet.netris.ControllerCatalogue;
import io.kubevirtnet.netris.FactsCatalogue;
import io.kubevirtnet.netris.FactsChangeCatalogue;
import io.kubevirtnet.netris.NetrisCatalogue;
import io.kubevirtnet.nmstate.StateCatalogue;
import io.kubevirtnet.node.NodeCatalogue;
import io.kubevirtnet.platform.PlatformCatalogue;
import io.kubevirtnet.spec.ShapeRules;
import io.kubevirtnet.vcluster.ClaimCatalogue;
import io.kubevirtnet.vcluster.ImageCatalogue;
import io.kubevirtnet.vcluster.VclusterCatalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule there is, by code. */
public final class Catalogue {
  private Catalogue() {}

  public static final List<Rule> ALL =
      Stream.of(
              HostCatalogue.ALL,
              LifeCatalogue.ALL,
              NodeCatalogue.ALL,
              StateCatalogue.ALL,
              AttachmentCatalogue.ALL,
              TypedCatalogue.ALL,
              PoolCatalogue.ALL,
              CniCatalogue.ALL,
              PluginCatalogue.ALL,
              ChangeCatalogue.ALL,
              VclusterCatalogue.ALL,
              PlatformCatalogue.ALL,
              ImageCatalogue.ALL,
              ClaimCatalogue.ALL,
              NetrisCatalogue.ALL,
              AnswerCatalogue.ALL,
              FactsCatalogue.ALL,
              FactsChangeCatalogue.ALL,
              ControllerCatalogue.ALL,
              AdmitterCatalogue.ALL,
              AdviceCatalogue.ALL,
              ClusterCatalogue.ALL,
              MachineCatalogue.ALL,
              GuestCatalogue.ALL,
              ShapeRules.ALL,
              SettingsCatalogue.ALL,
              InputCatalogue.ALL,
              AcrossCatalogue.ALL,
              NetworkCatalogue.ALL,
              UseCatalogue.ALL,
              FitCatalogue.ALL,
              HealthCatalogue.ALL)
          .flatMap(Collection::stream)
          .sorted(Comparator.comparing(Rule::code))
          .toList();

  public static Optional<Rule> find(String code) {
    return ALL.stream().filter(r -> r.code().equals(code)).findFirst();
  }
}
