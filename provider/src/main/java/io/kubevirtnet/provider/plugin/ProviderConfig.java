package io.kubevirtnet.provider.plugin;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.provider.resource.ClusterChoice;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.Wire;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pulumirpc.Provider.CheckFailure;

/** The configuration of one provider instance, as the engine sends it. */
record ProviderConfig(Struct inputs) {
  private static final String LEGACY_PREFIX = "kubevirtnet:config:";
  private static final String KUBECONFIG = "kubeconfig";
  private static final String CONTEXT = "context";
  private static final String OFFLINE = "offline";
  private static final List<String> KNOWN =
      Stream.concat(Settings.NAMES.stream(), Stream.of(KUBECONFIG, CONTEXT, OFFLINE)).toList();

  /** The engine's own, which it has always sent along. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of("version", "pluginDownloadURL", "__internal", "__defaults");

  /** The form in which engines that know no inputs send it: one text per variable. */
  static ProviderConfig ofVariables(Map<String, String> variables) {
    var inputs = Struct.newBuilder();
    variables.forEach(
        (name, text) -> {
          if (name.startsWith(LEGACY_PREFIX)) {
            inputs.putFields(name.substring(LEGACY_PREFIX.length()), TreeWriter.text(text));
          }
        });
    return new ProviderConfig(inputs.build());
  }

  /** What the findings weigh; all of it as the catalogue says while the value is unknown. */
  Settings settings() {
    var given = Struct.newBuilder();
    Settings.NAMES.stream()
        .filter(inputs::containsFields)
        .forEach(n -> given.putFields(n, parsed(n, inputs.getFieldsOrThrow(n))));
    var decoded = InputReader.read(given.build());
    return Settings.read(decoded.tree()).after(decoded.unreadable());
  }

  /** Which cluster is meant; what is not what it should be is left to {@link #failures}. */
  ClusterChoice cluster() {
    var offline = value(OFFLINE).filter(v -> v instanceof Scalar s && isTrue(s)).isPresent();
    boolean known =
        Stream.of(KUBECONFIG, CONTEXT)
            .noneMatch(n -> value(n).filter(Tree::hasUnknown).isPresent());
    return new ClusterChoice(text(KUBECONFIG), text(CONTEXT), offline, known);
  }

  private static boolean isTrue(Scalar scalar) {
    return String.valueOf(scalar.value()).equals("true");
  }

  private Optional<String> text(String name) {
    return value(name)
        .filter(Scalar.class::isInstance)
        .map(t -> String.valueOf(((Scalar) t).value()))
        .filter(t -> !t.isBlank());
  }

  private Optional<Tree> value(String name) {
    return InputReader.read(inputs).tree().get(name);
  }

  private static boolean isFlag(Tree tree) {
    return !(tree instanceof Scalar s) || List.of("true", "false").contains(s.value().toString());
  }

  List<CheckFailure> failures() {
    var failures = new ArrayList<CheckFailure>();
    inputs.getFieldsMap().keySet().stream()
        .filter(name -> !KNOWN.contains(name) && !OF_THE_ENGINE.contains(name))
        .sorted()
        .forEach(name -> failures.add(failure(name, unknown(name))));
    settings().findings().stream()
        .map(f -> failure(f.path().top(), f.line()))
        .forEach(failures::add);
    value(OFFLINE)
        .filter(v -> !isFlag(v))
        .ifPresent(v -> failures.add(failure(OFFLINE, "This is true or false.")));
    return failures;
  }

  private static String unknown(String name) {
    return "There is no setting "
        + name
        + ". "
        + Nearest.to(name, KNOWN)
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("There is: " + String.join(", ", KNOWN) + ".");
  }

  private static CheckFailure failure(String property, String reason) {
    return CheckFailure.newBuilder().setProperty(property).setReason(reason).build();
  }

  /** Configuration files hold structured values as JSON text; other text is left to be refused. */
  private static Value parsed(String name, Value value) {
    if (!value.hasStringValue()
        || Settings.TEXTS.contains(name)
        || Wire.ALL_UNKNOWN.contains(value.getStringValue())) {
      return value;
    }
    var json = Value.newBuilder();
    try {
      JsonFormat.parser().merge(value.getStringValue(), json);
      return json.build();
    } catch (InvalidProtocolBufferException e) {
      return value;
    }
  }
}
