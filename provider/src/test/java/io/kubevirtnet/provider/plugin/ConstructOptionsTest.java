package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubevirtnet.component.Child;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.Wired;
import io.kubevirtnet.value.Tree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructRequest.CustomTimeouts;
import pulumirpc.Provider.ConstructRequest.ResourceHooksBinding;
import pulumirpc.Resource.RegisterResourceRequest;

class ConstructOptionsTest {
  private static final String A = "urn:pulumi:test::project::t:i:A::a";
  private static final String KUBERNETES =
      "urn:pulumi:test::project::pulumi:providers:kubernetes::east::id";
  private static final String OWN =
      "urn:pulumi:test::project::pulumi:providers:kubevirtnet::own::id";
  private static final String COMPONENT = "urn:pulumi:test::project::component::c";

  /** What is no option but says what is to be constructed, and in which run. */
  private static final Set<String> NO_OPTIONS =
      Set.of(
          "project",
          "stack",
          "organization",
          "config",
          "configSecretKeys",
          "dryRun",
          "parallel",
          "monitorEndpoint",
          "type",
          "name",
          "inputs",
          "inputDependencies",
          "accepts_output_values");

  @Test
  void passesTheParent() {
    var request = request().setParent(A);

    assertThat(component(request).getParent()).isEqualTo(A);
    assertThat(child(request).getParent()).isEqualTo(COMPONENT);
  }

  @Test
  void passesProviders() {
    var request = request().putProviders("kubernetes", KUBERNETES).putProviders("kubevirtnet", OWN);

    assertThat(component(request).getProvidersMap()).isEqualTo(request.getProvidersMap());
    assertThat(component(request).getProvider()).isEmpty();
    assertThat(child(request).getProvidersMap()).isEqualTo(request.getProvidersMap());
    assertThat(child(request).getProvider()).isEqualTo(KUBERNETES);
    assertThat(child(request(), "kubernetes:v1:ConfigMap").getProvider()).isEmpty();
    assertThat(child(request, "kubevirtnet:index:Wiring").getProvider()).isEqualTo(OWN);
  }

  @Test
  void passesDependencies() {
    var request = request().addDependencies(A);

    assertThat(component(request).getDependenciesList()).containsExactly(A);
    assertThat(child(request).getDependenciesList()).containsExactly(A);
  }

  @Test
  void passesAliasesToTheComponentAlone() {
    var alias = Alias.newBuilder().setUrn(A).build();
    var spec = Alias.newBuilder().setSpec(Alias.Spec.newBuilder().setNoParent(true)).build();
    var request = request().addAliases(alias).addAliases(spec);

    assertThat(component(request).getAliasesList()).containsExactly(alias, spec);
    assertThat(component(request).getAliasSpecs()).isTrue();
    assertThat(child(request).getAliasesList()).isEmpty();
  }

  @Test
  void passesProtectAsItWasGiven() {
    assertThat(component(request()).hasProtect()).isFalse();
    assertThat(component(request().setProtect(false)).hasProtect()).isTrue();
    assertThat(component(request().setProtect(true)).getProtect()).isTrue();
    assertThat(child(request().setProtect(true)).hasProtect()).isFalse();
  }

  @Test
  void passesRetainOnDeleteAsItWasGiven() {
    assertThat(component(request()).hasRetainOnDelete()).isFalse();
    assertThat(component(request().setRetainOnDelete(true)).getRetainOnDelete()).isTrue();
    assertThat(child(request().setRetainOnDelete(true)).hasRetainOnDelete()).isFalse();
  }

  @Test
  void passesDeletedWithToTheComponentAlone() {
    assertThat(component(request().setDeletedWith(A)).getDeletedWith()).isEqualTo(A);
    assertThat(child(request().setDeletedWith(A)).getDeletedWith()).isEmpty();
  }

  @Test
  void passesTimeoutsToTheChildrenToo() {
    var request =
        request()
            .setCustomTimeouts(
                CustomTimeouts.newBuilder()
                    .setCreate("1m")
                    .setUpdate("2m")
                    .setDelete("3m")
                    .setRead("4m"));

    for (var resource : List.of(component(request), child(request))) {
      var timeouts = resource.getCustomTimeouts();
      assertThat(
              List.of(
                  timeouts.getCreate(),
                  timeouts.getUpdate(),
                  timeouts.getDelete(),
                  timeouts.getRead()))
          .containsExactly("1m", "2m", "3m", "4m");
    }
    assertThat(component(request()).hasCustomTimeouts()).isFalse();
  }

  @Test
  void passesDeleteBeforeReplaceToTheChildrenToo() {
    for (var resource :
        List.of(
            component(request().setDeleteBeforeReplace(false)),
            child(request().setDeleteBeforeReplace(false)))) {
      assertThat(resource.getDeleteBeforeReplaceDefined()).isTrue();
      assertThat(resource.getDeleteBeforeReplace()).isFalse();
    }
    assertThat(component(request()).getDeleteBeforeReplaceDefined()).isFalse();
    assertThat(child(request().setDeleteBeforeReplace(true)).getDeleteBeforeReplace()).isTrue();
  }

  @Test
  void passesReasonsToReplaceToTheChildrenToo() {
    var request = request().addReplaceWith(A).setReplacementTrigger(Wired.value("\"v2\""));

    for (var resource : List.of(component(request), child(request))) {
      assertThat(resource.getReplaceWithList()).containsExactly(A);
      assertThat(resource.getReplacementTrigger()).isEqualTo(Wired.value("\"v2\""));
    }
    assertThat(component(request()).hasReplacementTrigger()).isFalse();
  }

  @Test
  void passesHooksToTheComponentAlone() {
    var request =
        request()
            .setResourceHooks(
                ResourceHooksBinding.newBuilder()
                    .addBeforeCreate("a")
                    .addAfterCreate("b")
                    .addBeforeUpdate("c")
                    .addAfterUpdate("d")
                    .addBeforeDelete("e")
                    .addAfterDelete("f")
                    .addOnError("g"));

    var hooks = component(request).getHooks();
    assertThat(hooks.toByteString()).isEqualTo(request.getResourceHooks().toByteString());
    assertThat(child(request).hasHooks()).isFalse();
    assertThat(component(request()).hasHooks()).isFalse();
  }

  @Test
  void passesTheStackTraceHandle() {
    var request = request().setStackTraceHandle("handle");

    assertThat(component(request).getParentStackTraceHandle()).isEqualTo("handle");
    assertThat(child(request).getParentStackTraceHandle()).isEqualTo("handle");
  }

  @Test
  void passesAdditionalSecretOutputs() throws Exception {
    try (var fixture = new Fixture()) {
      var request =
          fixture
              .request(Fixture.ATTACHMENT, "vm-lan", Fixture.VM_LAN)
              .addAdditionalSecretOutputs("attachment");

      var answer = fixture.provider().construct(request.build());

      assertThat(fixture.engine.component().getAdditionalSecretOutputsList())
          .containsExactly("attachment");
      assertThat(InputReader.read(answer.getState()).tree().allMarks().secret()).isTrue();
      assertThat(fixture.engine.outputs().get(0).getOutputs()).isEqualTo(answer.getState());
    }
  }

  @Test
  void passesIgnoredChangesThatConcernNoInput() {
    var request = request().addIgnoreChanges("metadata.labels").addReplaceOnChanges("spec");

    assertThat(new ConstructOptions(request.build()).refused()).isEmpty();
    assertThat(component(request).getIgnoreChangesList()).containsExactly("metadata.labels");
    assertThat(component(request).getReplaceOnChangesList()).containsExactly("spec");
    assertThat(child(request).getIgnoreChangesList()).isEmpty();
  }

  @Test
  void refusesIgnoredChangesInEachWayToWriteAnInput() {
    for (String path : List.of("given", "given.x", "given[0]", "[\"given\"].x", "*")) {
      var refused = new ConstructOptions(request().addIgnoreChanges(path).build()).refused();

      assertThat(refused)
          .as(path)
          .extracting(InputProblem::path)
          .containsExactly("given (ignoreChanges)");
    }
  }

  /** A newer engine may have an option that nobody has thought about here. */
  @Test
  void knowsEveryFieldOfTheRequest() {
    var options =
        Set.of(
            "parent",
            "providers",
            "dependencies",
            "aliases",
            "protect",
            "retainOnDelete",
            "deletedWith",
            "customTimeouts",
            "deleteBeforeReplace",
            "replace_with",
            "replacement_trigger",
            "resource_hooks",
            "additionalSecretOutputs",
            "stack_trace_handle",
            "ignoreChanges",
            "replaceOnChanges");

    assertThat(
            ConstructRequest.getDescriptor().getFields().stream()
                .map(field -> field.getName())
                .filter(name -> !NO_OPTIONS.contains(name))
                .collect(Collectors.toSet()))
        .isEqualTo(options);
  }

  @Test
  void asksTheEngineForTheSameAsTheSdks() {
    for (var resource : List.of(component(request()), child(request()))) {
      assertThat(resource.getAcceptSecrets()).isTrue();
      assertThat(resource.getAcceptResources()).isTrue();
      assertThat(resource.getSupportsPartialValues()).isTrue();
      assertThat(resource.getSupportsResultReporting()).isTrue();
    }
  }

  private static ConstructRequest.Builder request() {
    return ConstructRequest.newBuilder()
        .setType(Fixture.ATTACHMENT)
        .setName("vm-lan")
        .setInputs(Wired.struct("{\"given\": 1}"));
  }

  private static RegisterResourceRequest component(ConstructRequest.Builder request) {
    return new ConstructOptions(request.build()).component();
  }

  private static RegisterResourceRequest child(ConstructRequest.Builder request) {
    return child(request, "kubernetes:v1:ConfigMap");
  }

  private static RegisterResourceRequest child(ConstructRequest.Builder request, String token) {
    var child = new Child(token, "vm-lan", Tree.of("kind", "ConfigMap"));
    return new ConstructOptions(request.build()).child(child, COMPONENT, List.of());
  }
}
