package io.kubevirtnet.netriscontroller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which servers may be in a server cluster. */
final class Members {
  private Members() {}

  /**
   * @param cluster id of the server cluster that they are for
   */
  static List<Member> read(Fabric fabric, JsonNode servers, int cluster) {
    List<Member> members = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (JsonNode entry : servers) {
      int id = entry.path("id").asInt();
      Server server =
          Optional.ofNullable(fabric.servers.get(id))
              .orElseThrow(() -> Refused.field("servers", "There is no server " + id + "."));
      if (!seen.add(id)) {
        throw Refused.field("servers", server.name() + " is listed twice.");
      }
      boolean shared = entry.path("shared").asBoolean();
      Optional<ServerCluster> owner = fabric.owner(id).filter(c -> c.id() != cluster);
      if (!shared && owner.isPresent()) {
        throw Refused.field(
            "servers", server.name() + " belongs to " + owner.get().name() + " alone.");
      }
      members.add(new Member(id, shared));
    }
    return List.copyOf(members);
  }
}
