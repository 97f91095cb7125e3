package io.kubevirtnet.provider.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Roles, and who has them, as Kubernetes objects.
 *
 * @param name of each of the objects
 * @param description what it is good for
 */
public record Roles(String name, String description) {
  private static final String API_GROUP = "rbac.authorization.k8s.io";

  public static Roles of(Operation operation, String name) {
    return new Roles(name, operation.description());
  }

  /**
   * A ClusterRole; with namespaces what can be given there is a Role in each of them instead. With
   * grantees the bindings too.
   */
  public List<Map<String, Object>> objects(
      List<Permission> permissions, List<String> namespaces, List<Grantee> grantees) {
    var objects = new ArrayList<Map<String, Object>>();
    var whole = permissions.stream().filter(p -> namespaces.isEmpty() || !p.local()).toList();
    add("ClusterRole", Optional.empty(), whole, grantees, objects);
    var local = permissions.stream().filter(Permission::local).toList();
    namespaces.forEach(n -> add("Role", Optional.of(n), local, grantees, objects));
    return objects;
  }

  private void add(
      String kind,
      Optional<String> namespace,
      List<Permission> permissions,
      List<Grantee> grantees,
      List<Map<String, Object>> objects) {
    if (permissions.isEmpty()) {
      return;
    }
    var role = object(kind, namespace);
    role.put("rules", rules(permissions));
    objects.add(role);
    if (!grantees.isEmpty()) {
      var binding = object(kind + "Binding", namespace);
      binding.put("roleRef", fields("apiGroup", API_GROUP, "kind", kind, "name", name));
      binding.put("subjects", grantees.stream().map(Grantee::subject).toList());
      objects.add(binding);
    }
  }

  /** What is allowed of several resources of a group alike is one rule. */
  private static List<Map<String, Object>> rules(List<Permission> permissions) {
    var verbs = new TreeMap<String, TreeSet<String>>();
    for (var p : permissions) {
      var key = String.join("\n", p.group(), p.only().orElse(""), p.resource());
      verbs.computeIfAbsent(key, k -> new TreeSet<>()).add(p.verb());
    }
    var resources = new TreeMap<String, List<String>>();
    verbs.forEach(
        (key, all) -> {
          int last = key.lastIndexOf('\n');
          var rule = key.substring(0, last) + "\n" + String.join("\n", all);
          resources.computeIfAbsent(rule, r -> new ArrayList<>()).add(key.substring(last + 1));
        });
    return resources.entrySet().stream().map(e -> rule(e.getKey(), e.getValue())).toList();
  }

  private static Map<String, Object> rule(String key, List<String> resources) {
    var parts = List.of(key.split("\n", -1));
    var rule = new LinkedHashMap<String, Object>();
    rule.put("apiGroups", List.of(parts.get(0)));
    rule.put("resources", resources);
    if (!parts.get(1).isEmpty()) {
      rule.put("resourceNames", List.of(parts.get(1)));
    }
    rule.put("verbs", parts.subList(2, parts.size()));
    return rule;
  }

  private Map<String, Object> object(String kind, Optional<String> namespace) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("name", name);
    namespace.ifPresent(n -> metadata.put("namespace", n));
    metadata.put("annotations", Map.of("kubernetes.io/description", description));
    var object = fields("apiVersion", API_GROUP + "/v1", "kind", kind);
    object.put("metadata", metadata);
    return object;
  }

  private static Map<String, Object> fields(String... namesAndValues) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
