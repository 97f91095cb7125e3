package io.kubevirtnet.provider.cli;

import io.kubevirtnet.provider.cluster.NetworkUser;
import io.kubevirtnet.provider.inventory.Inventory;
import io.kubevirtnet.provider.inventory.ListedCluster;
import io.kubevirtnet.provider.inventory.ListedCluster.Status;
import io.kubevirtnet.provider.report.Columns;
import io.kubevirtnet.provider.report.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Network attachments as a person reads them. */
final class InventoryText {
  private static final int USERS = 3;

  private InventoryText() {}

  static String of(Inventory inventory) {
    var text = new StringBuilder();
    if (inventory.attachments().findAny().isPresent()) {
      text.append(table(inventory)).append('\n');
    }
    part(text, "Skipped", inventory.clusters(Status.SKIPPED), c -> Stream.of(c.reason()));
    part(text, "Not reached", inventory.clusters(Status.UNREACHABLE), c -> Stream.of(c.reason()));
    part(text, "Users not read", inventory.clusters(Status.READ), c -> c.notRead().stream());
    return text.append(summary(inventory)).append('\n').toString();
  }

  private static String table(Inventory inventory) {
    var table =
        new Columns()
            .row("CLUSTER", "NAMESPACE", "NAME", "TYPE", "BRIDGE", "VLAN", "IPAM", "USED BY");
    inventory
        .attachments()
        .forEach(
            a -> {
              var definition = a.definition();
              var summary = definition.summary();
              table.row(
                  a.cluster(),
                  definition.namespace(),
                  definition.name(),
                  summary.type(),
                  summary.bridge(),
                  summary.vlan(),
                  summary.ipam(),
                  users(a.users()));
            });
    return table.text();
  }

  private static String users(List<NetworkUser> users) {
    var named = users.stream().limit(USERS).map(NetworkUser::toString);
    var others =
        users.size() > USERS ? Stream.of((users.size() - USERS) + " more") : Stream.<String>empty();
    return Stream.concat(named, others).collect(Collectors.joining(", "));
  }

  private static void part(
      StringBuilder text,
      String title,
      Stream<ListedCluster> clusters,
      Function<ListedCluster, Stream<String>> reasons) {
    var lines =
        clusters
            .flatMap(
                c ->
                    reasons.apply(c).map(r -> "  " + c.name() + ": " + Columns.printable(r) + "\n"))
            .toList();
    if (!lines.isEmpty()) {
      text.append(title).append(":\n");
      lines.forEach(text::append);
    }
  }

  private static String summary(Inventory inventory) {
    var other = new ArrayList<String>();
    long skipped = inventory.clusters(Status.SKIPPED).count();
    long unreachable = inventory.clusters(Status.UNREACHABLE).count();
    if (skipped > 0) {
      other.add(skipped + " skipped");
    }
    if (unreachable > 0) {
      other.add(unreachable + " not reached");
    }
    return Count.of(inventory.attachments().count(), "network attachment")
        + " in "
        + Count.of(inventory.clusters(Status.READ).count(), "cluster")
        + (other.isEmpty() ? "" : " (" + String.join(", ", other) + ")");
  }
}
