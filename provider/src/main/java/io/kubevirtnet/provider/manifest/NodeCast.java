package io.kubevirtnet.provider.manifest;

import io.kubevirtnet.provider.manifest.PlatformObjects.Placed;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.vcluster.NodeSources;
import io.kubevirtnet.vcluster.PlatformRelease;
import io.kubevirtnet.vcluster.PropertyKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which objects of the platform decide a machine together. An environment or an image that nobody
 * names has no part in it, but where it seems to be forgotten.
 */
record NodeCast(PlatformObjects objects, PlatformRelease release) {

  /** The machines of pools, one for each node type. */
  List<NodeSources> ofTypes(Placed provider) {
    return types(provider.part()).stream()
        .map(type -> of(provider.part(), type, Optional.empty()))
        .toList();
  }

  /**
   * The machine of a claim; nothing where the platform chooses the node type, or it is not here. A
   * claim with a template of its own needs none.
   */
  Optional<NodeSources> ofClaim(Placed claim) {
    var spec = claim.part().get("spec");
    var provider =
        objects
            .of(PlatformKind.NODE_PROVIDER)
            .filter(p -> spec.get("providerRef").is(p.name()))
            .findFirst();
    var type = provider.flatMap(p -> type(p, spec.get("typeRef")));
    if (type.isEmpty() && !spec.get("properties", PropertyKey.MACHINE_TEMPLATE.key()).isSet()) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            provider.map(Placed::part).orElseGet(() -> nothing(spec.get("providerRef"))),
            type.orElseGet(() -> nothing(spec.get("typeRef"))),
            Optional.of(claim.part())));
  }

  static List<Part> types(Part provider) {
    return provider.get("spec", "kubeVirt", "nodeTypes").items();
  }

  /** By its full name, {@code provider.type}. */
  private static Optional<Part> type(Placed provider, Part reference) {
    return types(provider.part()).stream()
        .filter(
            t -> t.get("name").text().map(n -> provider.name() + "." + n).equals(reference.text()))
        .filter(t -> reference.isSet())
        .findFirst();
  }

  /** The machine of a node type, for a claim or for a pool. */
  NodeSources of(Part provider, Part type, Optional<Part> claim) {
    var said =
        Stream.concat(claim.stream().map(c -> c.get("spec")), Stream.of(type, provider.get("spec")))
            .toList();
    var environment =
        named(
                PlatformKind.NODE_ENVIRONMENT,
                Stream.concat(
                    said.stream().map(NodeCast::environmentName),
                    claim.stream().map(c -> c.get("spec", "environmentRef"))))
            .or(() -> claim.flatMap(this::forgotten));
    var image =
        named(
            PlatformKind.OS_IMAGE,
            Stream.of(
                    said.stream().limit(claim.stream().count()),
                    environment.stream().map(e -> e.get("spec")),
                    said.stream().skip(claim.stream().count()))
                .flatMap(s -> s)
                .map(NodeCast::imageName));
    return new NodeSources(
        provider,
        type,
        environment,
        image,
        claim,
        objects.of(PlatformKind.CONFIG_TEMPLATE).map(Placed::part).toList(),
        release);
  }

  /**
   * The one that counts; another one where only such are here, so that this is told.
   *
   * @param names where it may be named; the first that says something wins
   */
  private Optional<Part> named(PlatformKind kind, Stream<Part> names) {
    return names
        .flatMap(n -> n.text().stream())
        .findFirst()
        .flatMap(
            n ->
                objects
                    .of(kind)
                    .filter(p -> p.name().equals(n))
                    .findFirst()
                    .or(() -> objects.of(kind).findFirst()))
        .map(Placed::part);
  }

  /** An environment for such machines that nothing names: most likely it is meant to be. */
  private Optional<Part> forgotten(Part claim) {
    return objects
        .of(PlatformKind.NODE_ENVIRONMENT)
        .filter(
            e -> isSame(claim.get("metadata", "namespace"), e.part().get("metadata", "namespace")))
        .filter(e -> isSame(claim.get("spec", "providerRef"), e.part().get("spec", "providerRef")))
        .filter(e -> objects.all().stream().noneMatch(o -> names(o.part(), e.name())))
        .map(Placed::part)
        .findFirst();
  }

  private static boolean isSame(Part one, Part other) {
    return one.text().equals(other.text());
  }

  private static boolean names(Part object, String environment) {
    var spec = object.get("spec");
    return Stream.concat(Stream.of(spec), types(object).stream())
            .anyMatch(holder -> environmentName(holder).is(environment))
        || spec.get("environmentRef").is(environment);
  }

  private static Part environmentName(Part holder) {
    return holder.get("properties", PropertyKey.ENVIRONMENT_NAME.key());
  }

  private static Part imageName(Part holder) {
    return holder.get("properties", PropertyKey.OS_IMAGE_NAME.key());
  }

  private static Part nothing(Part where) {
    return new Part(where.path(), Optional.empty());
  }
}
