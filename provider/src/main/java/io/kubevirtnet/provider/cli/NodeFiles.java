package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.NodeManifests;
import io.kubevirtnet.provider.manifest.UnreadableManifest;
import io.kubevirtnet.provider.report.Peek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The objects in the files that a command was given, each for something. */
final class NodeFiles {
  private static final String PROVIDER = "NodeProvider";
  private static final String CLAIM = "NodeClaim";

  private final Function<String, List<KubernetesObject>> reader;
  private final List<KubernetesObject> all = new ArrayList<>();
  private final List<KubernetesObject> chosen = new ArrayList<>();
  private Optional<KubernetesObject> provider = Optional.empty();
  private Optional<KubernetesObject> claim = Optional.empty();

  NodeFiles(Function<String, List<KubernetesObject>> reader) {
    this.reader = reader;
  }

  /** Other objects beside it count, too; of several claims none is meant more than another. */
  void provider(String file) {
    var objects = reader.apply(file);
    provider = Optional.of(one(file, objects, PROVIDER));
    all.addAll(objects);
    var claims = objects.stream().filter(o -> isA(o, CLAIM)).filter(this::isOfProvider).toList();
    claim = claims.size() == 1 ? Optional.of(claims.get(0)) : Optional.empty();
  }

  void claim(String file) {
    var found = one(file, reader.apply(file), CLAIM);
    claim = Optional.of(found);
    all.add(found);
  }

  /** Objects that count even where nobody names them. */
  void chosen(String file, String kind) {
    var found = some(file, kind);
    all.addAll(found);
    chosen.addAll(found);
  }

  void more(String file, String kind) {
    all.addAll(some(file, kind));
  }

  NodeManifests manifests() {
    return new NodeManifests(all, provider.orElseThrow(), claim, chosen);
  }

  /** The claim names it in full, {@code provider.type}. */
  Optional<String> typeOfClaim() {
    var prefix = provider.orElseThrow().reference().name() + ".";
    return claim
        .map(c -> Peek.of(c.fields()).at("spec", "typeRef").text())
        .filter(t -> !t.isEmpty())
        .map(t -> t.startsWith(prefix) ? t.substring(prefix.length()) : t);
  }

  private boolean isOfProvider(KubernetesObject claim) {
    var named = Peek.of(claim.fields()).at("spec", "providerRef").text();
    return named.isEmpty() || named.equals(provider.orElseThrow().reference().name());
  }

  private List<KubernetesObject> some(String file, String kind) {
    var found = reader.apply(file).stream().filter(o -> isA(o, kind)).toList();
    if (found.isEmpty()) {
      throw new UnreadableManifest(file + ": there is no " + kind + ".");
    }
    return found;
  }

  private static KubernetesObject one(String file, List<KubernetesObject> objects, String kind) {
    var found = objects.stream().filter(o -> isA(o, kind)).toList();
    if (found.size() != 1) {
      throw new UnreadableManifest(
          file
              + (found.isEmpty()
                  ? ": there is no " + kind + "."
                  : ": there are " + found.size() + " " + kind + "s, and only one can be meant."));
    }
    return found.get(0);
  }

  private static boolean isA(KubernetesObject object, String kind) {
    return object.reference().kind().equals(kind);
  }
}
