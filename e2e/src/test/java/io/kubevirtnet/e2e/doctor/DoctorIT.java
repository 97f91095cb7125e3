package io.kubevirtnet.e2e.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.Kubeconfig;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.e2e.cluster.OncePerJvm;
import io.kubevirtnet.e2e.cluster.Scratch;
import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.health.HealthCatalogue;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.doctor.Doctor;
import io.kubevirtnet.provider.doctor.Examination;
import io.kubevirtnet.provider.doctor.Reads;
import io.kubevirtnet.provider.doctor.Reads.Read;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each failure, made of real objects; and clusters that say little or nothing. */
class DoctorIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final OncePerJvm<MadeCluster> SHARED = new OncePerJvm<>(MadeCluster::healthy);
  private static final String ROLES = "rbac.authorization.k8s.io";

  /** The API server says when an object was made: later everything has been waiting for long. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

  private MadeCluster made;
  private Scratch scratch;

  @BeforeEach
  void open() {
    made = SHARED.get();
    scratch = Scratch.create("doctor");
  }

  @AfterEach
  void restore() {
    made.restore();
    scratch.close();
  }

  @Test
  void findsAHealthyClusterHealthy() throws Exception {
    var run = run(made.cluster().kubeconfig());

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("KubeVirt v1.9.0 is deployed").contains("Nothing found");
  }

  /** Kinds that are missing, and permissions, are tried below. */
  static Stream<Rule> rules() {
    return HealthCatalogue.ALL.stream().filter(r -> !r.example().startsWith("cluster:"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void recognisesInRealObjects(Rule rule) {
    made.add(rule.example());

    assertThat(codes(examine(made.cluster().kubeconfig()))).containsExactly(rule.code());
  }

  @Test
  void tellsOfPermissionsThatAreMissing() throws Exception {
    var run = run(made.cluster().guest());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("KVN-D001 Permission list nodes:")
        .contains("see: kubectl auth can-i list nodes")
        .contains("Not checked:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void needsAllOfItsRoleAndNoMore() {
    grant(Reads.ALL);
    var whole = examine(made.cluster().guest());

    assertThat(codes(whole)).containsExactly("KVN-D003");
    assertThat(notes(whole)).isEmpty();
    for (var read : Reads.ALL) {
      if (read.resource().equals("subjectaccessreviews")) {
        continue;
      }
      grant(Reads.ALL.stream().filter(r -> !r.equals(read)).toList());
      var less = examine(made.cluster().guest());
      assertThat(notes(less).toString() + codes(less))
          .as("without %s", read)
          .isNotEqualTo("[][KVN-D003]");
    }
    grant(List.of());
  }

  @Test
  void seesWhatTheAgentOfThePlatformMay() {
    made.add(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: loft, namespace: vcluster-platform, labels: {app: loft}}
        spec: {template: {spec: {serviceAccountName: loft}}}
        """);

    assertThat(codes(examine(made.cluster().kubeconfig()))).containsExactly("KVN-D002");

    grant(
        "loft",
        List.of("list", "create", "update", "delete"),
        "k8s.cni.cncf.io",
        "network-attachment-definitions",
        subject("ServiceAccount", "loft").put("namespace", "vcluster-platform"));

    assertThat(codes(examine(made.cluster().kubeconfig()))).isEmpty();
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    var nobody =
        new Kubeconfig(
            URI.create("https://127.0.0.1:9"),
            made.cluster().kubeconfig().caPem(),
            "token",
            "default");

    var run = run(nobody, "--timeout", "3");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("Not reached: https://127.0.0.1:9");
    var json = JSON.readTree(run(nobody, "--timeout", "3", "-o", "json").out());
    assertThat(json.path("reached").asBoolean(true)).isFalse();
  }

  @Test
  void saysWhatAnEmptyClusterLacks() throws Exception {
    try (var empty = LocalCluster.startWithoutKubeVirt()) {
      for (var crd : empty.api().list("apiextensions.k8s.io/v1", "CustomResourceDefinition")) {
        empty.api().delete(ObjectRef.of(crd), "Background");
      }

      var run = run(empty.kubeconfig());

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .contains("KVN-D010", "KVN-D015", "KVN-D017", "2 errors, 1 warning")
          .contains("The cluster does not know the kind KubeVirt.");
      assertThat(run.err()).isEmpty();
      // The same for somebody who would not be allowed to read them either.
      assertThat(run(empty.guest()).out()).contains("KVN-D010", "KVN-D015", "KVN-D017");
    }
  }

  @Test
  void putsAThousandNodesIntoOneFinding() {
    IntStream.range(0, 1000)
        .parallel()
        .forEach(
            i ->
                made.cluster()
                    .api()
                    .create(object("v1", "Node", "n" + i).set("status", readyNode())));
    try {
      var start = System.nanoTime();
      var examination = examine(made.cluster().kubeconfig());

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
      assertThat(codes(examination)).containsExactly("KVN-D021");
      assertThat(examination.symptoms().findFirst().orElseThrow().finding().what())
          .startsWith("No handler runs on 1000 of 1001 ready nodes:")
          .endsWith("and 995 more.");
    } finally {
      IntStream.range(0, 1000)
          .parallel()
          .forEach(
              i ->
                  made.cluster()
                      .api()
                      .delete(ObjectRef.cluster("v1", "Node", "n" + i), "Background"));
    }
  }

  private static ObjectNode readyNode() {
    var status = JSON.createObjectNode();
    status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
    return status;
  }

  private DoctorRun run(Kubeconfig access, String... more)
      throws IOException, InterruptedException {
    return DoctorRun.of(scratch, access, more);
  }

  private static Examination examine(Kubeconfig access) {
    try (var source = ClusterAccess.objects(Optional.of(access.text()), Optional.empty(), LIMIT)) {
      return Doctor.examine("local", source, Optional.empty(), LATER);
    }
  }

  private static List<String> codes(Examination examination) {
    return examination.symptoms().map(s -> s.finding().code()).toList();
  }

  private static List<String> notes(Examination examination) {
    return examination.checkups().stream().flatMap(c -> c.notChecked().stream()).toList();
  }

  private void grant(List<Read> reads) {
    delete("guest");
    var role = object(ROLES + "/v1", "ClusterRole", "guest");
    var rules = role.putArray("rules");
    for (var read : reads) {
      rule(rules.addObject(), List.of(read.verb()), read.group(), read.resource());
    }
    create(role, subject("User", "guest").put("apiGroup", ROLES));
  }

  private void grant(
      String name, List<String> verbs, String group, String resource, ObjectNode subject) {
    delete(name);
    var role = object(ROLES + "/v1", "ClusterRole", name);
    rule(role.putArray("rules").addObject(), verbs, group, resource);
    create(role, subject);
  }

  private static void rule(ObjectNode rule, List<String> verbs, String group, String resource) {
    verbs.forEach(rule.putArray("verbs")::add);
    rule.putArray("apiGroups").add(group);
    rule.putArray("resources").add(resource);
  }

  private void create(ObjectNode role, ObjectNode subject) {
    var name = role.at("/metadata/name").asText();
    var binding = object(ROLES + "/v1", "ClusterRoleBinding", name);
    binding.putArray("subjects").add(subject);
    binding
        .putObject("roleRef")
        .put("apiGroup", ROLES)
        .put("kind", "ClusterRole")
        .put("name", name);
    var api = made.cluster().api();
    api.create(role);
    api.create(binding);
  }

  private void delete(String name) {
    for (var kind : List.of("ClusterRoleBinding", "ClusterRole")) {
      made.cluster().api().delete(ObjectRef.cluster(ROLES + "/v1", kind, name), "Background");
    }
  }

  private static ObjectNode subject(String kind, String name) {
    return JSON.createObjectNode().put("kind", kind).put("name", name);
  }

  private static ObjectNode object(String apiVersion, String kind, String name) {
    var object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("name", name);
    return object;
  }
}
