package io.kubevirtnet.attachment;

import io.kubevirtnet.enums.CniVersion;
import io.kubevirtnet.value.Value;
import java.util.ArrayList;

/**
 * What stands around the keys of a plugin in a CNI config.
 *
 * @param name of the definition
 * @param networkName CNI name of the network
 * @param silentPod whether the pod's end of the link stays down until KubeVirt raises it
 */
record Frame(
    Value<String> name,
    Value<String> namespace,
    Value<String> networkName,
    Value<CniVersion> version,
    Value<Boolean> silentPod,
    Chain chain) {

  /** The start of every config. */
  Wording head() {
    return Wording.of("cniVersion", version).with("name", networkName);
  }

  /** One plugin stands in the config itself; only a chain makes it a list. */
  Wording around(Wording first) {
    var main = first.and(chain.keysOfFirst());
    var chained = chain.plugins();
    if (chained.isEmpty()) {
      return head().and(main);
    }
    var all = new ArrayList<Wording>();
    all.add(main);
    all.addAll(chained);
    var wording = head();
    for (int i = 0; i < all.size(); i++) {
      wording = wording.placesOf("plugins[" + i + "].", all.get(i));
    }
    return wording.with("plugins", all.stream().map(Wording::config).toList());
  }
}
