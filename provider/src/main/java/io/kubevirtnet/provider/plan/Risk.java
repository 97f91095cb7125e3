package io.kubevirtnet.provider.plan;

/**
 * Something that somebody should have agreed to before it happens.
 *
 * @param name what an acknowledgement calls it: the kind, and what it happens to: {@code
 *     management-interface/worker-1}, {@code restart/vms/web}
 * @param kind the first part of the name
 */
public record Risk(Kind kind, String name, String what) {
  /** The kinds of risks, the gravest first; the wire texts never change. */
  public enum Kind {
    /** A node may be cut off. */
    MANAGEMENT_INTERFACE("management-interface"),
    /** An address or a default route of a node is lost. */
    NODE_ADDRESS("node-address"),
    /** A bridge that machines use goes, or its port does. */
    BRIDGE_IN_USE("bridge-in-use"),
    /** A definition that machines use goes. */
    ATTACHMENT_IN_USE("attachment-in-use"),
    /** A machine is made anew. */
    RECREATE("recreate"),
    /** A machine must be restarted, or waits for it unnoticed. */
    RESTART("restart"),
    /** A machine moves to another node. */
    MIGRATION("migration");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  public static Risk of(Kind kind, String object, String what) {
    return new Risk(kind, kind.wire() + "/" + object, what);
  }
}
