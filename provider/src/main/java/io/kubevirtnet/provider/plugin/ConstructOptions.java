package io.kubevirtnet.provider.plugin;

import io.kubevirtnet.component.Child;
import io.kubevirtnet.provider.wire.TreeWriter;
import io.kubevirtnet.provider.wire.UrnOrigin;
import io.kubevirtnet.value.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.CustomTimeouts;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;
import pulumirpc.Resource.RegisterResourceRequest.ResourceHooksBinding;

/**
 * What becomes of each option that a program gave to a component.
 *
 * <pre>
 * option                       component's registration   its children
 * parent                       as given                   the component
 * providers                    all                        all, and the one of their own package
 * dependencies                 and those of the inputs    and those of their own values, and the
 *                                                         children that one follows
 * aliases                      as given                   made from them by the engine
 * protect, retainOnDelete,
 *   deletedWith                as given                   inherited in the engine
 * customTimeouts,
 *   deleteBeforeReplace,
 *   replaceWith,
 *   replacementTrigger         as given                   as given: a component alone has nothing
 *                                                         to wait for, and nothing to replace
 * resourceHooks                as given                   none: they are told one resource
 * additionalSecretOutputs      as given, and those        none: these are not their outputs
 *                                outputs become secret
 * stackTraceHandle             as given                   as given
 * ignoreChanges,               as given; refused when an  none of these, since their inputs are
 *   replaceOnChanges             input that is set is       computed from all inputs of the
 *                                named                      component together; some are replaced
 *                                                           by changes that they can not take
 * </pre>
 */
final class ConstructOptions {
  private final ConstructRequest request;

  ConstructOptions(ConstructRequest request) {
    this.request = request;
  }

  /** The engine leaves these two to components, and no component could do what they ask for. */
  List<InputProblem> refused() {
    return Stream.concat(
            refused("ignoreChanges", request.getIgnoreChangesList()),
            refused("replaceOnChanges", request.getReplaceOnChangesList()))
        .toList();
  }

  private Stream<InputProblem> refused(String option, Collection<String> paths) {
    return request.getInputs().getFieldsMap().keySet().stream()
        .sorted()
        .filter(input -> paths.stream().anyMatch(path -> names(path, input)))
        .map(
            input ->
                new InputProblem(
                    input + " (" + option + ")",
                    "The option "
                        + option
                        + " can not hold for an input of a component: its children are made from"
                        + " all of its inputs together, so the change would go through. Set "
                        + option
                        + " on the child with a transform, or leave it out."));
  }

  private static boolean names(String path, String input) {
    return path.equals("*")
        || path.equals(input)
        || path.startsWith(input + ".")
        || path.startsWith(input + "[")
        || path.startsWith("[\"" + input + "\"]");
  }

  RegisterResourceRequest component() {
    var component =
        common(request.getType(), request.getName(), request.getParent())
            .setObject(request.getInputs())
            .addAllAliases(request.getAliasesList())
            .addAllIgnoreChanges(request.getIgnoreChangesList())
            .addAllReplaceOnChanges(request.getReplaceOnChangesList())
            .addAllAdditionalSecretOutputs(request.getAdditionalSecretOutputsList())
            .setDeletedWith(request.getDeletedWith());
    if (request.hasProtect()) {
      component.setProtect(request.getProtect());
    }
    if (request.hasRetainOnDelete()) {
      component.setRetainOnDelete(request.getRetainOnDelete());
    }
    if (request.hasResourceHooks()) {
      component.setHooks(hooks(request.getResourceHooks()));
    }
    var declared = request.getInputDependenciesMap();
    return dependencies(
            component,
            request.getInputs().getFieldsMap().keySet(),
            input ->
                declared.containsKey(input) ? declared.get(input).getUrnsList() : List.<String>of())
        .build();
  }

  /**
   * @param before the children that it follows
   */
  RegisterResourceRequest child(Child child, String componentUrn, List<String> before) {
    var resource =
        common(child.token(), child.name(), componentUrn)
            .setCustom(true)
            .setVersion(child.pluginVersion())
            .setProvider(request.getProvidersOrDefault(child.ownPackage(), ""))
            .setObject(TreeWriter.LEAF_BY_LEAF.write(child.inputs()));
    var fields = child.inputs().fields();
    if (!child.replacedBy().isEmpty()) {
      resource.addAllReplaceOnChanges(child.replacedBy());
      if (!request.hasDeleteBeforeReplace()) {
        resource.setDeleteBeforeReplace(true).setDeleteBeforeReplaceDefined(true);
      }
    }
    return dependencies(
            resource,
            fields.keySet(),
            field -> UrnOrigin.urns(fields.getOrDefault(field, Tree.fields()).allMarks()))
        .addAllDependencies(before)
        .build();
  }

  private RegisterResourceRequest.Builder common(String type, String name, String parent) {
    var resource =
        RegisterResourceRequest.newBuilder()
            .setType(type)
            .setName(name)
            .setParent(parent)
            .putAllProviders(request.getProvidersMap())
            .addAllReplaceWith(request.getReplaceWithList())
            .setParentStackTraceHandle(request.getStackTraceHandle())
            .setAliasSpecs(true)
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSupportsPartialValues(true)
            .setSupportsResultReporting(true);
    if (request.hasDeleteBeforeReplace()) {
      resource
          .setDeleteBeforeReplace(request.getDeleteBeforeReplace())
          .setDeleteBeforeReplaceDefined(true);
    }
    if (request.hasReplacementTrigger()) {
      resource.setReplacementTrigger(request.getReplacementTrigger());
    }
    if (request.hasCustomTimeouts()) {
      resource.setCustomTimeouts(timeouts(request.getCustomTimeouts()));
    }
    return resource;
  }

  private RegisterResourceRequest.Builder dependencies(
      RegisterResourceRequest.Builder resource,
      Collection<String> properties,
      Function<String, List<String>> origins) {
    Map<String, List<String>> byProperty =
        properties.stream().collect(Collectors.toMap(p -> p, origins));
    var all = new TreeSet<>(request.getDependenciesList());
    byProperty.values().forEach(all::addAll);
    byProperty.forEach(
        (property, urns) ->
            resource.putPropertyDependencies(
                property, PropertyDependencies.newBuilder().addAllUrns(urns).build()));
    return resource.addAllDependencies(all);
  }

  private static CustomTimeouts timeouts(ConstructRequest.CustomTimeouts given) {
    return CustomTimeouts.newBuilder()
        .setCreate(given.getCreate())
        .setUpdate(given.getUpdate())
        .setDelete(given.getDelete())
        .setRead(given.getRead())
        .build();
  }

  private static ResourceHooksBinding hooks(ConstructRequest.ResourceHooksBinding given) {
    return ResourceHooksBinding.newBuilder()
        .addAllBeforeCreate(given.getBeforeCreateList())
        .addAllAfterCreate(given.getAfterCreateList())
        .addAllBeforeUpdate(given.getBeforeUpdateList())
        .addAllAfterUpdate(given.getAfterUpdateList())
        .addAllBeforeDelete(given.getBeforeDeleteList())
        .addAllAfterDelete(given.getAfterDeleteList())
        .addAllOnError(given.getOnErrorList())
        .build();
  }
}
