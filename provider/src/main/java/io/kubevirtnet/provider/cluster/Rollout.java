package io.kubevirtnet.provider.cluster;

import io.kubevirtnet.provider.cluster.Enactment.Phase;
import io.kubevirtnet.provider.cluster.RolloutEvent.EnactmentSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Gone;
import io.kubevirtnet.provider.cluster.RolloutEvent.HandlerSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Listed;
import io.kubevirtnet.provider.cluster.RolloutEvent.NodeSeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.PolicySeen;
import io.kubevirtnet.provider.cluster.RolloutEvent.Source;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of one generation of a policy, built from events in the order that they come. Has
 * no clock and does nothing: {@link #picture} says where each node stands.
 *
 * <p>A node is awaited when it is Ready and runs a handler. One that has begun stays awaited
 * whatever becomes of it, since it was our change that may have broken it. One that has not begun
 * and is not Ready, or lost its handler, is only reported; it is awaited again as soon as it is
 * back.
 */
final class Rollout {
  private final String uid;
  private final long generation;
  private final MaxUnavailable maxUnavailable;

  private final Set<Source> listed = EnumSet.noneOf(Source.class);
  private final Map<String, Boolean> nodes = new TreeMap<>(new NodeNameOrder());
  private final Map<String, String> handlers = new HashMap<>();
  private final Map<String, Enactment> enactments = new HashMap<>();
  private final Set<String> counted = new HashSet<>();
  private boolean overtaken;

  /**
   * @param uid of the policy; empty when it does not matter which one of that name it is
   */
  Rollout(String uid, long generation, MaxUnavailable maxUnavailable) {
    this.uid = uid;
    this.generation = generation;
    this.maxUnavailable = maxUnavailable;
  }

  void apply(RolloutEvent event) {
    if (event instanceof PolicySeen p) {
      overtaken |= p.generation() > generation || (!uid.isEmpty() && !uid.equals(p.uid()));
    } else if (event instanceof NodeSeen n) {
      nodes.put(n.name(), n.ready());
    } else if (event instanceof HandlerSeen h) {
      handlers.put(h.pod(), h.node());
    } else if (event instanceof EnactmentSeen e) {
      enactments.put(e.name(), e.enactment());
    } else if (event instanceof Gone g) {
      gone(g.source(), g.key());
    } else if (event instanceof Listed l) {
      listed(l);
    }
  }

  /** Nothing as long as one of the sources has not been read completely. */
  Optional<RolloutPicture> picture() {
    return listed.size() == Source.values().length ? Optional.of(draw()) : Optional.empty();
  }

  private void gone(Source source, String key) {
    switch (source) {
      case POLICY -> overtaken = true;
      case NODES -> {
        nodes.remove(key);
        counted.remove(key);
      }
      case HANDLERS -> handlers.remove(key);
      case ENACTMENTS -> enactments.remove(key);
    }
  }

  private void listed(Listed list) {
    listed.add(list.source());
    Collection<String> known =
        switch (list.source()) {
          case POLICY -> {
            overtaken |= list.keys().isEmpty();
            yield Set.of();
          }
          case NODES -> nodes.keySet();
          case HANDLERS -> handlers.keySet();
          case ENACTMENTS -> enactments.keySet();
        };
    known.stream()
        .filter(key -> !list.keys().contains(key))
        .toList()
        .forEach(key -> gone(list.source(), key));
  }

  private RolloutPicture draw() {
    var handled = new HashSet<>(handlers.values());
    var current = new HashMap<String, Enactment>();
    for (var enactment : enactments.values()) {
      if (enactment.generation() == generation) {
        current.put(enactment.node(), enactment);
      }
    }
    var standings = new LinkedHashMap<String, Standing>();
    nodes.forEach(
        (name, ready) -> {
          boolean here = handled.contains(name);
          if (ready && here) {
            counted.add(name);
          }
          var enactment = Optional.ofNullable(current.get(name));
          standings.put(
              name,
              new Standing(
                  enactment.map(Enactment::phase).orElse(Phase.UNKNOWN),
                  enactment.map(Enactment::message).orElse(""),
                  ready,
                  here,
                  counted.contains(name)));
        });
    return new RolloutPicture(standings, overtaken, maxUnavailable.of(enactments.size()));
  }
}
