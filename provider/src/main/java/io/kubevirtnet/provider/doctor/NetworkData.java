package io.kubevirtnet.provider.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What cloud-init tells a guest of its network: version 2, with or without the word network. */
record NetworkData(JsonNode root) {
  private static final YAMLMapper MAPPER = new YAMLMapper();
  private static final Set<String> DEFAULT = Set.of("default", "0.0.0.0/0", "::/0");
  private static final Set<String> DISKS = Set.of("cloudInitNoCloud", "cloudInitConfigDrive");

  /** One card of the guest. */
  record Card(String name, JsonNode settings) {
    boolean isMatched() {
      return settings.has("match");
    }

    boolean isDynamic() {
      return Stream.of("dhcp4", "dhcp6", "accept-ra").anyMatch(k -> settings.path(k).asBoolean());
    }

    /** With their prefix lengths. */
    List<String> addresses() {
      var addresses = new ArrayList<String>();
      for (var address : settings.path("addresses")) {
        addresses.add(address.isObject() ? address.fieldNames().next() : address.asText());
      }
      return List.copyOf(addresses);
    }

    List<String> gateways() {
      var gateways = new ArrayList<String>();
      Stream.of("gateway4", "gateway6").map(k -> settings.path(k).asText()).forEach(gateways::add);
      for (var route : settings.path("routes")) {
        if (DEFAULT.contains(route.path("to").asText()) && !route.path("on-link").asBoolean()) {
          gateways.add(route.path("via").asText());
        }
      }
      return gateways.stream().filter(g -> !g.isEmpty()).distinct().toList();
    }

    boolean namesServers() {
      return !settings.path("nameservers").path("addresses").isEmpty();
    }
  }

  /**
   * Where the data of a machine is.
   *
   * @param inSecret it is not looked at
   */
  record Found(Optional<NetworkData> data, boolean inSecret) {}

  static Found of(LiveObject instance) {
    boolean secret = false;
    for (var volume : instance.at("/spec/volumes")) {
      for (var disk : DISKS) {
        var init = volume.path(disk);
        secret |= init.has("networkDataSecretRef");
        var text =
            init.has("networkData")
                ? init.path("networkData").asText()
                : decoded(init.path("networkDataBase64").asText());
        if (!text.isBlank()) {
          return new Found(parse(text), false);
        }
      }
    }
    return new Found(Optional.empty(), secret);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<NetworkData> parse(String text) {
    try {
      var tree = Optional.ofNullable(MAPPER.readTree(text)).orElse(MissingNode.getInstance());
      var root = tree.has("network") ? tree.path("network") : tree;
      return root.path("version").asInt() == 2
          ? Optional.of(new NetworkData(root))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  List<Card> ethernets() {
    return cards("ethernets");
  }

  /** Those that addresses may stand at. */
  List<Card> all() {
    return Stream.of("ethernets", "bonds", "bridges", "vlans")
        .flatMap(k -> cards(k).stream())
        .toList();
  }

  private List<Card> cards(String kind) {
    return root.path(kind).properties().stream()
        .map(e -> new Card(e.getKey(), e.getValue()))
        .toList();
  }
}
