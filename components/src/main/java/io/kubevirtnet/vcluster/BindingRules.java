package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.YamlText;
import java.util.Optional;

/** The rules for the binding of the injected interface, which two properties may say. */
final class BindingRules {
  private BindingRules() {}

  static void check(NodeScene scene) {
    var binding = scene.said(PropertyKey.BINDING);
    var template = scene.said(PropertyKey.INTERFACE_TEMPLATE);
    var said = binding.flatMap(b -> Reading.text(b.value()));
    var merged = template.flatMap(BindingRules::ofTemplate);
    if (said.isPresent() && merged.isPresent() && !said.equals(merged)) {
      scene.say(
          KeyCatalogue.BINDING_TWICE,
          binding.orElseThrow(),
          "interface-template has the binding " + shown(template.orElseThrow(), merged.get()) + ".",
          KeyCatalogue.BINDING_TWICE.fix());
    }
  }

  /** The only one that it has: two are wrong by themselves. */
  private static Optional<String> ofTemplate(NodeProperty template) {
    return Reading.text(template.value())
        .flatMap(t -> YamlText.read(t).tree())
        .map(t -> Bindings.of(Part.of(template.value().path(), t)))
        .filter(b -> b.size() == 1)
        .map(b -> b.get(0));
  }

  private static String shown(NodeProperty template, String binding) {
    return Reading.isSecret(template.value()) ? Part.SECRET : binding;
  }
}
