package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.guest.GuestCard;
import io.kubevirtnet.guest.GuestNetworkData;
import io.kubevirtnet.guest.GuestNetworkText;
import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The disk that cloud-init reads, and the Secret with all that is on it: whether there is a Secret
 * must not depend on how long its text is, or on whether it is known and secret.
 */
final class CloudInit {
  static final String NAME = "cloudinit";
  private static final Marks SECRET = new Marks(true, Set.of());

  private final VirtualMachineSpec spec;
  private final Value<String> machine;

  CloudInit(VirtualMachineSpec spec, Value<String> machine) {
    this.spec = spec;
    this.machine = machine;
  }

  boolean exists() {
    return spec.userData().isGiven() || hasNetworkData();
  }

  private boolean hasNetworkData() {
    return spec.networkData().isGiven() || spec.guestNetwork().isGiven();
  }

  Value<String> secretName() {
    return machine.map(m -> m + "-cloud-init");
  }

  /** Which key it has is a choice; while that is open, so is the volume. */
  Tree volume() {
    var source = spec.cloudInit();
    var reference = Tree.of("name", secretName());
    var data =
        Tree.fields()
            .withIf(spec.userData().isGiven(), "secretRef", reference)
            .withIf(hasNetworkData(), "networkDataSecretRef", reference);
    return source
        .known()
        .<Tree>map(
            s ->
                Tree.of("name", NAME)
                    .with(
                        switch (s) {
                          case NoCloud -> "cloudInitNoCloud";
                          case ConfigDrive -> "cloudInitConfigDrive";
                        },
                        data)
                    .marked(source.marks()))
        .orElseGet(() -> new Unknown(source.marks().and(data.allMarks())));
  }

  /**
   * As the guest reads it; secret only where an input is.
   *
   * @param names of what the names of the cards come from
   */
  Optional<Tree> networkData(List<GuestCard> cards, Marks names) {
    if (spec.networkData().isGiven()) {
      return Optional.of(Tree.of(spec.networkData()));
    }
    return spec.guestNetwork().isGiven()
        ? Optional.of(text(cards, Tree.of(spec.guestNetwork()).allMarks().and(names)))
        : Optional.empty();
  }

  /** All of it is one text, which is secret when anything in it is. */
  private Tree text(List<GuestCard> cards, Marks marks) {
    return spec.guestNetwork()
        .known()
        .map(n -> GuestNetworkData.text(n, cards).marked(marks))
        .orElseGet(() -> new Unknown(marks));
  }

  void check(List<GuestCard> cards, Report report) {
    report.check(spec.guestNetwork(), n -> GuestNetworkData.check(n, cards, report));
    GuestNetworkText.check(spec.networkData(), cards, report);
    GuestNetworkText.checkDisk(
        spec.cloudInit(),
        spec.networkData().isGiven() ? spec.networkData() : spec.guestNetwork(),
        report);
  }

  Optional<Fields> secret(Value<String> namespace, Optional<Tree> network) {
    if (!exists()) {
      return Optional.empty();
    }
    var data = Tree.fields();
    if (spec.userData().isGiven()) {
      data = data.with("userdata", packed(Tree.of(spec.userData())));
    }
    if (network.isPresent()) {
      data = data.with("networkdata", packed(network.get()));
    }
    return Optional.of(
        Tree.of("apiVersion", "v1")
            .with("kind", "Secret")
            .with("metadata", Tree.of("name", secretName()).with("namespace", namespace))
            .with("data", data));
  }

  private static Tree packed(Tree text) {
    return text instanceof Scalar s
        ? new Scalar(
            Base64.getEncoder()
                .encodeToString(String.valueOf(s.value()).getBytes(StandardCharsets.UTF_8)),
            s.marks().and(SECRET),
            s.written())
        : new Unknown(text.allMarks().and(SECRET));
  }
}
