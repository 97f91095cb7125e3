package io.kubevirtnet.platform;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.vcluster.EffectiveNode;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The inputs of the resource that keeps how the machines of a node type are wired. */
public final class NodeWiring {
  private static final List<String> DEVICES =
      List.of("networkInterfaceMultiqueue", "autoattachPodInterface");

  private NodeWiring() {}

  /**
   * @param places from those of what the platform gets to inputs
   */
  public static Fields inputs(DesiredNode node, UnaryOperator<PropertyPath> places) {
    var origins = new TypeOrigins(node.provider().knownTypes());
    return wired(
        node,
        place -> {
          var input = places.apply(place);
          return origins.of(input).or(Value.known(input, input.text()));
        });
  }

  private static Fields wired(DesiredNode node, Function<PropertyPath, Value<String>> places) {
    var effective = node.effective();
    var spec = effective.machine().spec();
    var devices = spec.get("domain", "devices");
    var kept = Fields.EMPTY;
    for (var device : DEVICES) {
      kept = with(kept, device, devices.get(device));
    }
    var marks = NodeCards.of(effective).injected().and(node.type().podNetwork().marks());
    var inputs =
        Tree.of("nodeType", node.fullName())
            .with("namespace", node.provider().namespace())
            .with("interfaces", list(devices.get("interfaces")).marked(marks))
            .with("networks", list(spec.get("networks")).marked(marks))
            .withIf(!kept.fields().isEmpty(), "devices", kept);
    inputs = inputs.withIf(effective.machine().hasPreference(), "preference", true);
    if (effective.networkData().isPresent()) {
      inputs = inputs.with("networkData", effective.networkData().get());
    }
    var properties = properties(effective, node.type().podNetwork().marks());
    var names = guestNames(effective);
    var origins =
        origins(
            origins(Fields.EMPTY, "interfaces", devices.get("interfaces"), effective, places),
            "networks",
            spec.get("networks"),
            effective,
            places);
    var named = NamedAttachments.networks(node);
    var bridges = NamedAttachments.bridges(node);
    return inputs
        .withIf(!origins.fields().isEmpty(), "origins", origins)
        .withIf(!properties.fields().isEmpty(), "properties", properties)
        .withIf(!names.fields().isEmpty(), "guestNames", names)
        .withIf(!named.items().isEmpty(), "namedDefinitions", named)
        .withIf(!bridges.fields().isEmpty(), "namedBridges", bridges);
  }

  /** Of a type that is not known yet, nothing else is. */
  public static Fields unknown(Value<?> type, Value<String> namespace) {
    var open = new Unknown(type.marks());
    return Tree.of("nodeType", open)
        .with("namespace", namespace)
        .with("interfaces", open)
        .with("networks", open);
  }

  private static Fields with(Fields fields, String name, Part part) {
    return part.tree().map(t -> fields.with(name, t)).orElse(fields);
  }

  private static Tree list(Part part) {
    return part.tree().orElse(Tree.items());
  }

  /**
   * @param podNetwork which decides whether the attachment takes its place, said or not
   */
  private static Fields properties(EffectiveNode node, Marks podNetwork) {
    var properties = Fields.EMPTY;
    for (var property : node.properties().properties().values()) {
      var value = property.value().tree().orElseGet(() -> new Unknown(Marks.NONE));
      boolean chosen = property.key().equals(PropertyKey.MULTUS_DEFAULT.key());
      properties =
          properties.with(
              property.key(),
              Tree.of("value", chosen ? value.marked(podNetwork) : value)
                  .with("origin", property.origin()));
    }
    return properties;
  }

  private static Fields guestNames(EffectiveNode node) {
    var cards = NodeCards.of(node);
    var names = Fields.EMPTY;
    for (var network : cards.byNetwork().keySet()) {
      names = names.with(network, cards.name(network));
    }
    return names;
  }

  /** From which input each interface and network comes, where that can be told. */
  private static Fields origins(
      Fields before,
      String name,
      Part list,
      EffectiveNode node,
      Function<PropertyPath, Value<String>> places) {
    var origins = before;
    var items = list.items();
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).isOpen()) {
        var input = places.apply(node.source(items.get(i).path()));
        origins = origins.withIf(!input.path().text().isEmpty(), name + "[" + i + "]", input);
      }
    }
    return origins;
  }
}
