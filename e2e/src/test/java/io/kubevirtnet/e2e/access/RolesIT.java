package io.kubevirtnet.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubevirtnet.e2e.cluster.Deadline;
import io.kubevirtnet.e2e.cluster.KubeApi;
import io.kubevirtnet.e2e.cluster.LocalCluster;
import io.kubevirtnet.e2e.cluster.ObjectRef;
import io.kubevirtnet.provider.cluster.AccessQuestion;
import io.kubevirtnet.provider.cluster.ClusterAccess;
import io.kubevirtnet.provider.cluster.ObjectSource;
import io.kubevirtnet.provider.role.Grantee;
import io.kubevirtnet.provider.role.Operation;
import io.kubevirtnet.provider.role.Permission;
import io.kubevirtnet.provider.role.Roles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The roles that are printed, before the API server's own authorizer. */
class RolesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String NAME = "roles-it";
  private static final String NAMESPACE = "default";
  private static final String RBAC = "rbac.authorization.k8s.io/v1";
  private static final String ROLE = "ClusterRole";
  private static final String BINDING = "ClusterRoleBinding";
  private static final Grantee GUEST = new Grantee(Grantee.Kind.USER, "", "guest");

  private LocalCluster local;
  private KubeApi admin;
  private ObjectSource guest;
  private SimulatedNode node;
  private int grants;

  @BeforeEach
  void open() {
    local = LocalCluster.shared();
    admin = local.api();
    guest = ClusterAccess.objects(Optional.of(local.guest().text()), Optional.empty(), LIMIT);
    node = new SimulatedNode(admin, NAME, Map.of(NAME, "yes"));
    node.remove();
    node.create();
    Attempt.prepare(admin);
  }

  @AfterEach
  void close() {
    withdraw();
    guest.close();
    node.remove();
    Attempt.cleanUp(admin);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void suffice(Operation operation) {
    grant(operation.permissions());

    try (var attempt = attempt()) {
      assertThat(attempt.complaints(operation)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void haveNothingThatCouldBeLeftOut(Operation operation) {
    for (var permission : operation.permissions()) {
      var others = new ArrayList<>(operation.permissions());
      others.remove(permission);
      grant(others);

      try (var attempt = attempt()) {
        assertThat(attempt.firstComplaint(operation, permission))
            .as("%s without %s", operation, permission)
            .isPresent();
      }
    }
  }

  @Test
  void giveNoMoreThanANamespace() {
    grant(Operation.PREVIEW.permissions(), List.of(NAMESPACE));
    Deadline.in(LIMIT).await("the role", () -> guest.mayI(machines(Optional.of(NAMESPACE))));

    assertThat(guest.mayI(machines(Optional.empty()))).isFalse();
    try (var attempt = attempt()) {
      assertThat(attempt.listed(Optional.of(NAMESPACE)))
          .containsExactly(
              "VirtualMachines of other namespaces: not allowed to list them",
              "VirtualMachineInstances of other namespaces: not allowed to list them");
    }
  }

  private static AccessQuestion machines(Optional<String> namespace) {
    return new AccessQuestion("list", "kubevirt.io", "virtualmachines", namespace);
  }

  private Attempt attempt() {
    return new Attempt(admin, local.guest(), NAME + "-" + grants, NAME);
  }

  private void grant(List<Permission> permissions) {
    grant(permissions, List.of());
  }

  /** From now on the guest may do this and nothing else. */
  private void grant(List<Permission> permissions, List<String> namespaces) {
    withdraw();
    grants++;
    var name = NAME + "-" + grants;
    for (var object :
        Roles.of(Operation.PREVIEW, name).objects(permissions, namespaces, List.of(GUEST))) {
      ObjectNode made = JSON.valueToTree(object);
      if (made.path("kind").asText().equals(ROLE)) {
        var mark = made.withArray("rules").addObject();
        mark.putArray("verbs").add("get");
        mark.putArray("apiGroups").add(NAME);
        mark.putArray("resources").add(name);
      }
      var unused = admin.create(made);
    }
    // The authorizer follows bindings in their order: who has the mark has nothing of before.
    var mark = new AccessQuestion("get", NAME, name, Optional.empty());
    Deadline.in(LIMIT).await("the grant " + name, () -> guest.mayI(mark));
  }

  private void withdraw() {
    var name = NAME + "-" + grants;
    for (var granted :
        List.of(
            ObjectRef.in(NAMESPACE, RBAC, "RoleBinding", name),
            ObjectRef.in(NAMESPACE, RBAC, "Role", name),
            ObjectRef.cluster(RBAC, BINDING, name),
            ObjectRef.cluster(RBAC, ROLE, name))) {
      admin.delete(granted, "Background");
    }
  }
}
