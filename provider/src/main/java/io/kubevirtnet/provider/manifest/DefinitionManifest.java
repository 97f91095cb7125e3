package io.kubevirtnet.provider.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubevirtnet.across.Claimant;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.attachment.AttachmentCatalogue;
import io.kubevirtnet.attachment.AttachmentChoiceRules;
import io.kubevirtnet.attachment.BridgeAttachment;
import io.kubevirtnet.attachment.BridgeAttachmentRules;
import io.kubevirtnet.attachment.NadExpander;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.Element;
import io.kubevirtnet.spec.NetworkAttachmentSpec;
import io.kubevirtnet.spec.SpecReader;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The CNI config of a NetworkAttachmentDefinition. */
final class DefinitionManifest {
  private static final Set<String> BRIDGE_PLUGINS = Set.of("bridge", "cnv-bridge");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Cursor object;
  private final Report report;

  private DefinitionManifest(KubernetesObject object, Report report) {
    this.object = Cursor.root(object);
    this.report = report;
  }

  static void check(KubernetesObject object, Run run, Report report) {
    var definition = new DefinitionManifest(object, report);
    var reference = object.reference();
    run.object(
        new Claimant(
            reference.kind() + " " + reference.namespace() + "/" + reference.name(),
            ManifestCheck.CLUSTER),
        NadExpander.KIND,
        reference.namespace(),
        definition.name(),
        report);
    definition.namespace();
    definition.config();
  }

  private Value<String> name() {
    return object.at("metadata", "name").text(new Report());
  }

  private void namespace() {
    var namespace = object.at("metadata", "namespace");
    namespace
        .tree()
        .ifPresent(
            t ->
                AttachmentChoiceRules.check(
                    SpecReader.read(
                        Tree.of("namespace", t),
                        object.child("metadata").path(),
                        new Report(),
                        NetworkAttachmentSpec::read),
                    report));
  }

  private void config() {
    var config = object.at("spec", "config");
    if (config.known().filter(text -> !text.isEmpty()).isEmpty() && !isOther(config)) {
      report.notChecked(
          config.path(), "left out, so Multus takes a config of this name from each node");
      return;
    }
    config.text(report).ifKnown(text -> config(new Cursor(config.path(), parse(config, text))));
  }

  private static boolean isOther(Cursor config) {
    return config.isPresent() && config.known().isEmpty();
  }

  private Optional<Tree> parse(Cursor config, String text) {
    try {
      var parsed = PlainTree.of(JSON.readValue(text, Object.class));
      if (parsed.filter(Tree.Fields.class::isInstance).isEmpty()) {
        refuse(config, "The config is JSON, but no object.");
        return Optional.empty();
      }
      return parsed;
    } catch (JsonProcessingException e) {
      var at = Optional.ofNullable(e.getLocation());
      refuse(
          config,
          "The config is no JSON"
              + at.map(l -> " from line " + l.getLineNr() + ", column " + l.getColumnNr() + " on")
                  .orElse("")
              + ".");
      return Optional.empty();
    }
  }

  private void refuse(Cursor config, String what) {
    report.add(AttachmentCatalogue.CONFIG, config.path(), what);
  }

  private void config(Cursor config) {
    if (!config.isPresent()) {
      return;
    }
    if (config.child("plugins").isPresent()) {
      var plugins = config.child("plugins").items();
      if (plugins.isEmpty()) {
        refuse(config, "plugins holds no plugin.");
      }
      plugins.forEach(this::plugin);
      config.rest(report, "plugins");
    } else {
      plugin(config);
    }
  }

  private void plugin(Cursor plugin) {
    var type = plugin.child("type").known().filter(t -> !t.isEmpty());
    if (type.isEmpty()) {
      report.add(
          AttachmentCatalogue.CONFIG, plugin.path(), "There is no type here, and no plugins.");
    } else if (BRIDGE_PLUGINS.contains(type.get())) {
      bridge(plugin);
    } else {
      report.notChecked(plugin.path(), "plugin " + type.get());
    }
  }

  private void bridge(Cursor plugin) {
    var namespace = object.at("metadata", "namespace").text(new Report());
    var attachment =
        new BridgeAttachment(
            name(),
            namespace.isGiven() ? List.of(namespace) : List.of(),
            new Value.Absent<>(plugin.path()),
            plugin.child("bridge").text(report),
            plugin.child("vlan").numberAboveZero(report),
            plugin.child("mtu").numberAboveZero(report),
            plugin.child("macspoofchk").value(Element.flag(), report));
    BridgeAttachmentRules.check(attachment, report);
    plugin.rest(report, "type", "bridge", "vlan", "mtu", "macspoofchk");
  }
}
