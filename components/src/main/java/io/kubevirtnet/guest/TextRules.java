package io.kubevirtnet.guest;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.link.MacAddress;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of network data that could be read. */
record TextRules(Map<?, ?> config, Value<String> input, List<GuestCard> cards, Report report) {

  void check() {
    var version = Optional.ofNullable((Object) config.get("version"));
    if (version.filter(v -> v.equals(1)).isPresent()) {
      list(config, "config").forEach(this::entryOfVersion1);
    } else if (version.filter(v -> v.equals(2)).isPresent()) {
      map(config, "ethernets").forEach((k, v) -> ethernet(String.valueOf(k), map(v)));
      for (var kind : List.of("ethernets", "bonds", "bridges", "vlans")) {
        map(config, kind).values().forEach(v -> routes(map(v)));
      }
    } else if (!isSwitchedOff()) {
      add(
          TextCatalogue.VERSION,
          version
              .map(v -> "The version is " + shown(v) + (v instanceof String ? ", a text." : "."))
              .orElse("There is no version in it."));
    }
  }

  /** {@code config: disabled}, which cloud-init takes from disks, too. */
  private boolean isSwitchedOff() {
    return "disabled".equals(config.get("config"));
  }

  private void entryOfVersion1(Object item) {
    var entry = map(item);
    if ("physical".equals(entry.get("type"))) {
      card(
          Optional.ofNullable((Object) entry.get("mac_address")),
          Optional.ofNullable((Object) entry.get("name")).map(String::valueOf));
    }
  }

  private void ethernet(String key, Map<?, ?> entry) {
    var match = map(entry, "match");
    var mac = Optional.ofNullable((Object) match.get("macaddress"));
    var name = Optional.ofNullable((Object) match.get("name")).map(String::valueOf);
    if (match.isEmpty()) {
      card(Optional.empty(), Optional.of(key));
    } else {
      card(mac, name);
    }
  }

  private void card(Optional<Object> mac, Optional<String> name) {
    if (mac.isPresent()) {
      mac(mac.get());
    } else {
      name.filter(n -> n.chars().noneMatch(c -> "*?[]".indexOf(c) >= 0)).ifPresent(this::name);
    }
  }

  private void mac(Object mac) {
    if (mac instanceof Number) {
      add(TextCatalogue.NUMBER, "A MAC address in it is read as a number.");
      return;
    }
    var text = String.valueOf(mac);
    boolean allKnown = cards.stream().noneMatch(c -> c.mac().isUnknown());
    boolean some =
        cards.stream()
            .anyMatch(
                c ->
                    c.canonicalMac().known().filter(GuestCard.canonical(text)::equals).isPresent());
    if (allKnown && !some && MacAddress.problem(text).isEmpty()) {
      add(TextCatalogue.MAC, "No network of the machine has the MAC address " + shown(text) + ".");
    }
  }

  private void name(String name) {
    boolean allNamed = cards.stream().allMatch(c -> c.name().isPresent());
    boolean some = cards.stream().anyMatch(c -> c.name().filter(name::equals).isPresent());
    if (!allNamed || some || cards.isEmpty() || name.equals("lo")) {
      return;
    }
    var names =
        cards.stream()
            .map(c -> c.name().orElse("") + " (" + c.network().shown() + ")")
            .collect(Collectors.joining(", "));
    add(
        name.matches("eth\\d+") ? TextCatalogue.KERNEL_NAME : TextCatalogue.CARD_NAME,
        "There is an entry for " + shown(name) + "; the cards will be " + names + ".");
  }

  private void routes(Map<?, ?> entry) {
    for (var item : list(entry, "routes")) {
      var to = map(item).get("to");
      if ("::/0".equals(to) || "default".equals(to)) {
        add(TextCatalogue.DEFAULT_ROUTE, "There is a route to " + to + ".");
      }
    }
  }

  private void add(Rule rule, String what) {
    report.add(rule, input.path(), what);
  }

  private String shown(Object value) {
    return input.marks().secret() ? Part.SECRET : String.valueOf(value);
  }

  private static Map<?, ?> map(Map<?, ?> in, String key) {
    return map(Optional.ofNullable((Object) in.get(key)).orElse(""));
  }

  private static List<?> list(Map<?, ?> in, String key) {
    return in.get(key) instanceof List<?> l ? l : List.of();
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> m ? m : Map.of();
  }
}
