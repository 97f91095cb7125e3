package io.kubevirtnet.kubevirt;

import io.kubevirtnet.value.Marks;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Scalar;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Machines with known keys and anything under them. */
record AnyMachine(Random random) {
  private static final List<String> KEYS =
      List.of(
          "spec",
          "template",
          "domain",
          "devices",
          "interfaces",
          "networks",
          "name",
          "pod",
          "multus",
          "networkName",
          "default",
          "resourceClaim",
          "claimName",
          "requestName",
          "resourceClaims",
          "bridge",
          "masquerade",
          "sriov",
          "slirp",
          "binding",
          "passtBinding",
          "state",
          "model",
          "macAddress",
          "pciAddress",
          "ports",
          "port",
          "protocol",
          "portRanges",
          "start",
          "end",
          "dhcpOptions",
          "ntpServers",
          "privateOptions",
          "option",
          "bootOrder",
          "disks",
          "volumes",
          "cloudInitNoCloud",
          "networkDataBase64",
          "dnsPolicy",
          "dnsConfig",
          "nameservers",
          "searches",
          "hostname",
          "readinessProbe",
          "httpGet",
          "launchSecurity",
          "snp");
  private static final List<Object> LEAVES =
      List.of(
          "a",
          "b",
          "",
          "absent",
          "TCP",
          "None",
          "02:00:5e:10:00:01",
          "::1%a",
          true,
          false,
          0,
          1,
          -1,
          3e9,
          1.5);

  Tree tree(MachineKind kind) {
    Tree tree = Tree.of("spec", spec());
    var steps = kind.template();
    for (int i = steps.size() - 1; i >= 0; i--) {
      tree = random.nextInt(50) == 0 ? any(3) : Tree.of(steps.get(i), tree);
    }
    return tree;
  }

  private Tree spec() {
    if (random.nextInt(20) == 0) {
      return any(6);
    }
    var devices = object(2).with("interfaces", list(3)).with("disks", list(3));
    return object(3)
        .with("networks", list(3))
        .with("domain", object(1).with("devices", devices))
        .with("volumes", list(3));
  }

  private Tree list(int depth) {
    var items = new ArrayList<Tree>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(random.nextInt(10) == 0 ? any(depth - 1) : object(depth).with("name", any(0)));
    }
    return new Items(items, Marks.NONE);
  }

  private Fields object(int depth) {
    var fields = new LinkedHashMap<String, Tree>();
    for (int i = random.nextInt(6); i > 0; i--) {
      fields.put(KEYS.get(random.nextInt(KEYS.size())), any(depth - 1));
    }
    return new Fields(fields, Marks.NONE);
  }

  private Tree any(int depth) {
    int choice = random.nextInt(12);
    if (choice == 0) {
      return new Unknown(Marks.NONE);
    }
    if (depth > 0 && choice < 6) {
      return object(depth);
    }
    if (depth > 0 && choice < 8) {
      return list(depth - 1);
    }
    var leaf = LEAVES.get(random.nextInt(LEAVES.size()));
    return new Scalar(leaf, new Marks(random.nextInt(10) == 0, Set.of()));
  }
}
