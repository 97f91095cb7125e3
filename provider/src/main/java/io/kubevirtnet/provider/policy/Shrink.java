package io.kubevirtnet.provider.policy;

import io.kubevirtnet.provider.cluster.ClusterNode;
import io.kubevirtnet.value.Tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What nodes have to lose beside a new desired state.
 *
 * @param common the same for all of them: it can be said in the policy itself
 * @param rest what each node has for itself
 */
record Shrink(Fields common, Map<ClusterNode, Fields> rest) {

  static Shrink of(Map<ClusterNode, Fields> states) {
    var distinct = states.values().stream().distinct().toList();
    if (distinct.size() == 1) {
      return new Shrink(distinct.get(0), Map.of());
    }
    if (distinct.isEmpty()) {
      return new Shrink(Fields.EMPTY, Map.of());
    }
    var common = interfacesOfAll(distinct);
    var rest = new LinkedHashMap<ClusterNode, Fields>();
    states.forEach(
        (node, state) -> {
          var own = without(state, common);
          if (!own.fields().isEmpty()) {
            rest.put(node, own);
          }
        });
    return new Shrink(
        common.isEmpty() ? Fields.EMPTY : Fields.EMPTY.with("interfaces", common), rest);
  }

  private static List<Fields> interfacesOfAll(List<Fields> states) {
    var common = new ArrayList<>(States.objects(states.get(0), "interfaces"));
    states.forEach(s -> common.retainAll(States.objects(s, "interfaces")));
    return common;
  }

  private static Fields without(Fields state, List<Fields> common) {
    var own = new ArrayList<>(States.objects(state, "interfaces"));
    own.removeAll(common);
    return own.isEmpty() ? States.without(state, "interfaces") : state.with("interfaces", own);
  }

  List<Fields> all() {
    var all = new ArrayList<Fields>(rest.values());
    all.add(common);
    return all;
  }
}
