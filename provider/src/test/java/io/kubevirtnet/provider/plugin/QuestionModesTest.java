package io.kubevirtnet.provider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import io.grpc.StatusRuntimeException;
import io.kubevirtnet.component.Blueprints;
import io.kubevirtnet.outputs.Attachment;
import io.kubevirtnet.outputs.NetrisFacts;
import io.kubevirtnet.provider.preview.Answers;
import io.kubevirtnet.provider.preview.LogLine;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.RecordedRun;
import io.kubevirtnet.provider.resource.PluginFunction;
import io.kubevirtnet.provider.wire.InputReader;
import io.kubevirtnet.provider.wire.Wired;
import io.kubevirtnet.sdk.Construction;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;

/** Whatever is asked and answered comes out of both ends as the same children and findings. */
class QuestionModesTest {
  private static final String TOKEN = "kubevirtnet:index:getNetrisServerCluster";
  private static final String SOURCE = "urn:pulumi:dev::site::test:index:Source::source";
  private static final String PASSWORD = "correct horse battery staple";
  private static final Pattern FINDING = Pattern.compile("KVN-[A-Z]\\d{3}");

  /** How the password is given. */
  private enum Kind {
    KNOWN {
      @Override
      Object output(Resource source) {
        return PASSWORD;
      }

      @Override
      String json() {
        return QUOTED;
      }
    },
    SECRET {
      @Override
      Object output(Resource source) {
        return Output.ofSecret(PASSWORD);
      }

      @Override
      String json() {
        return Wired.secret(QUOTED);
      }
    },
    UNKNOWN {
      @Override
      Object output(Resource source) {
        return new OutputInternal<>(OutputData.<String>unknown());
      }

      @Override
      String json() {
        return Wired.unknown();
      }
    },
    SECRET_UNKNOWN {
      @Override
      Object output(Resource source) {
        return new OutputInternal<>(OutputData.<String>unknownSecret());
      }

      @Override
      String json() {
        return Wired.secretUnknown();
      }
    },
    DEPENDENT {
      @Override
      Object output(Resource source) {
        return new OutputInternal<>(OutputData.of(ImmutableSet.of(source), PASSWORD));
      }

      @Override
      String json() {
        return Wired.dependent(QUOTED, SOURCE);
      }
    };

    private static final String QUOTED = "\"" + PASSWORD + "\"";

    abstract Object output(Resource source);

    abstract String json();

    boolean isKnown() {
      return this != UNKNOWN && this != SECRET_UNKNOWN;
    }
  }

  private enum Reply {
    FACTS(
        "{\"facts\": {\"vnet\": \"tenant-a-nodes\", \"gateway\": \"192.168.55.254/21\", \"vlan\": 3,"
            + " \"vxlan\": 14, \"servers\": [{\"name\": \"srv-1\", \"shared\": true}]},"
            + " \"findings\": []}"),
    SECRET_FACTS(
        "{\"facts\": "
            + Wired.secret(
                "{\"vnet\": \"tenant-a-nodes\", \"gateway\": \"192.168.55.254/21\", \"vlan\": 3}")
            + ", \"findings\": []}"),
    REMARK(
        "{\"facts\": {\"vnet\": \"tenant-a-nodes\", \"gateway\": \"192.168.55.254/21\", \"vlan\": 3},"
            + " \"findings\": [{\"code\": \"KVN-T998\", \"severity\": \"warning\", \"input\":"
            + " \"serverCluster\", \"what\": \"It is small.\", \"fix\": \"Look.\"}]}"),
    REFUSED(
        "{\"findings\": [{\"code\": \"KVN-T999\", \"severity\": \"error\", \"input\":"
            + " \"controller.password\", \"what\": \"It is wrong.\", \"fix\": \"Mend it.\"}]}"),
    NOT_UNDERSTOOD("{\"facts\": \"none\"}"),
    NOT_YET("{\"findings\": []}"),
    UNKNOWN_FACTS("{\"facts\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\", \"findings\": []}"),
    UNCONFIGURED("{}"),
    FAILED("");

    private final String json;

    Reply(String json) {
      this.json = json;
    }

    InvokeResponse response() {
      if (this == FAILED) {
        throw Refusal.invalid("not now, " + PASSWORD);
      }
      return InvokeResponse.newBuilder().setReturn(Wired.struct(json)).build();
    }

    Fields tree() {
      return InputReader.read(response().getReturn()).tree();
    }
  }

  private enum Model {
    TRUNK("plain", 2),
    MANAGED_TRUNK("managed", 3);

    private final String rollout;
    private final int children;

    Model(String rollout, int children) {
      this.rollout = rollout;
      this.children = children;
    }

    Map<String, Object> inputs() {
      return Map.of("hostModel", "trunk", "uplink", Map.of("nic", "bond0"), "rollout", rollout);
    }
  }

  @TestFactory
  Stream<DynamicTest> makesTheSameOfEveryAnswerInBothModes() {
    return Stream.of(Reply.values())
        .map(reply -> dynamicTest(reply.name(), () -> same(Kind.SECRET, reply, Model.TRUNK)));
  }

  @TestFactory
  Stream<DynamicTest> makesTheSameOfEveryKindOfPasswordInBothModes() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(Model.TRUNK, Model.MANAGED_TRUNK)
                    .map(
                        model ->
                            dynamicTest(kind + " " + model, () -> same(kind, Reply.FACTS, model))));
  }

  /**
   * What came out.
   *
   * @param objects by type and name
   * @param dependent those that depend on the source
   * @param outputs of the component
   * @param codes of errors and warnings
   * @param asked how often
   * @param said all of it, for the canary
   */
  private record Made(
      Map<String, String> objects,
      Set<String> dependent,
      String outputs,
      List<String> codes,
      int asked,
      String said) {}

  private static void same(Kind kind, Reply reply, Model model) throws Exception {
    var library = library(kind, reply, model);
    var plugin = plugin(kind, reply, model);

    assertThat(library.objects()).isEqualTo(plugin.objects());
    assertThat(library.dependent()).isEqualTo(plugin.dependent());
    assertThat(library.codes()).isEqualTo(plugin.codes());
    assertThat(library.asked()).isEqualTo(plugin.asked()).isEqualTo(kind.isKnown() ? 1 : 0);
    assertThat(library.said() + plugin.said()).doesNotContain(PASSWORD);
    assertThat(library.objects() + library.outputs() + plugin.objects() + plugin.outputs())
        .doesNotContain(PASSWORD);
    boolean failed = Set.of(Reply.REFUSED, Reply.NOT_UNDERSTOOD, Reply.FAILED).contains(reply);
    assertThat(plugin.objects()).hasSize(failed ? 0 : model.children);
    boolean facts = Set.of(Reply.FACTS, Reply.SECRET_FACTS, Reply.REMARK).contains(reply);
    if (facts && kind.isKnown()) {
      assertThat(library.outputs()).isEqualTo(plugin.outputs()).contains("192.168.55.254/21");
      assertThat(plugin.objects().toString()).contains("br-3").doesNotContain("secret");
    }
    assertThat(plugin.dependent()).hasSize(kind == Kind.DEPENDENT && !failed ? model.children : 0);
  }

  private static Made library(Kind kind, Reply reply, Model model) {
    var asked = new ArrayList<Fields>();
    var preview =
        RecordedRun.preview(
            Map.of(),
            new Answers(
                Map.of(
                    TOKEN,
                    args -> {
                      asked.add(args);
                      return CompletableFuture.supplyAsync(reply::tree, Runnable::run);
                    })),
            ctx -> new Component(inputs(kind.output(new Source()), model)));
    var objects = new TreeMap<String, String>();
    var dependent = new TreeSet<String>();
    preview.resources().stream()
        .filter(PlannedResource::isObject)
        .filter(r -> !r.type().startsWith("test:"))
        .forEach(
            r -> {
              objects.put(r.type() + " " + r.name(), notation(r.inputs()));
              if (r.dependsOn().contains(SOURCE)) {
                dependent.add(r.type() + " " + r.name());
              }
            });
    var component = preview.components().get(0);
    var problems =
        component.logs().stream()
            .filter(l -> l.level() != LogLine.Level.DEBUG)
            .map(LogLine::message)
            .toList();
    return new Made(
        objects,
        dependent,
        component.outputs().map(o -> notation(compared(o))).orElse("{}"),
        codes(problems),
        asked.size(),
        preview.toString());
  }

  private static Made plugin(Kind kind, Reply reply, Model model) throws Exception {
    var asked = new ArrayList<InvokeRequest>();
    try (var fixture = new Fixture(Functions.of(function(reply, asked)))) {
      var inputs = Wired.struct(json(inputs(kind.json(), model)));
      var request = fixture.request(Blueprints.NETRIS_NETWORK.type(), "it", "{}").setInputs(inputs);
      var said = new ArrayList<String>();
      try {
        var unused = fixture.provider().construct(request.build());
      } catch (StatusRuntimeException e) {
        Fixture.problems(e).forEach(p -> said.add(p.getPropertyPath() + ": " + p.getReason()));
        assertThat(said).as(e.toString()).isNotEmpty();
      }
      fixture.engine.logged().stream()
          .filter(l -> l.getSeverity().getNumber() > 0)
          .map(LogRequest::getMessage)
          .forEach(said::add);
      var objects = new TreeMap<String, String>();
      var dependent = new TreeSet<String>();
      for (var child : fixture.engine.children()) {
        var name = child.getType() + " " + child.getName();
        objects.put(name, notation(InputReader.read(child.getObject()).tree()));
        if (child.getDependenciesList().contains(SOURCE)) {
          dependent.add(name);
        }
      }
      return new Made(
          objects,
          dependent,
          fixture.engine.outputs().stream()
              .map(o -> notation(compared(InputReader.read(o.getOutputs()).tree())))
              .findFirst()
              .orElse("{}"),
          codes(said),
          asked.size(),
          said + " " + fixture.engine.logged() + fixture.engine.children());
    }
  }

  private static PluginFunction function(Reply reply, List<InvokeRequest> asked) {
    return new PluginFunction() {
      @Override
      public String token() {
        return TOKEN;
      }

      @Override
      public CompletableFuture<InvokeResponse> invoke(InvokeRequest request) {
        asked.add(request);
        return CompletableFuture.supplyAsync(reply::response);
      }
    };
  }

  private static Map<String, Object> inputs(Object password, Model model) {
    var inputs = new TreeMap<>(model.inputs());
    inputs.put("serverCluster", "tenant-a");
    inputs.put("namespace", "vms");
    inputs.put(
        "controller",
        Map.of("url", "https://netris.example.com", "username", "svc", "password", password));
    return inputs;
  }

  /** A password is JSON already. */
  private static String json(Object inputs) {
    if (inputs instanceof Map<?, ?> map) {
      var fields = new ArrayList<String>();
      map.forEach(
          (k, v) ->
              fields.add("\"" + k + "\": " + (k.equals("password") ? String.valueOf(v) : json(v))));
      return "{" + String.join(", ", fields) + "}";
    }
    return "\"" + inputs + "\"";
  }

  /** Those that a test can register without the component's own class. */
  private static Fields compared(Fields outputs) {
    return Tree.fields()
        .with("attachment", outputs.get("attachment").orElseThrow())
        .with("facts", outputs.get("facts").orElseThrow());
  }

  private static List<String> codes(List<String> said) {
    return said.stream()
        .flatMap(s -> FINDING.matcher(s).results().map(r -> r.group()))
        .sorted()
        .toList();
  }

  /** Fields sorted; secret and unknown leaves named. */
  private static String notation(Tree tree) {
    if (tree instanceof Fields f) {
      var sorted = new TreeMap<String, String>();
      f.fields().forEach((name, t) -> sorted.put(name, notation(t)));
      return sorted.toString();
    }
    if (tree instanceof Items l) {
      return l.items().stream().map(QuestionModesTest::notation).toList().toString();
    }
    var text = tree instanceof Scalar s ? s.value() + ":" + s.value().getClass() : "unknown";
    return tree.marks().secret() ? "secret " + text : text;
  }

  private static final class Component extends ComponentResource {
    Component(Map<String, Object> inputs) {
      super(Blueprints.NETRIS_NETWORK.type(), "it", ComponentResourceOptions.Empty);
      var construction =
          Construction.of(
              this, Blueprints.NETRIS_NETWORK, "it", () -> inputs, ComponentResourceOptions.Empty);
      registerOutputs(
          Map.of(
              "attachment",
              construction.output("attachment", Attachment::of),
              "facts",
              construction.output("facts", NetrisFacts::of)));
    }
  }

  private static final class Source extends CustomResource {
    Source() {
      super("test:index:Source", "source", ResourceArgs.Empty, null);
    }
  }
}
