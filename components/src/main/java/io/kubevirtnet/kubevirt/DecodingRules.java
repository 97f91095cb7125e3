package io.kubevirtnet.kubevirt;

import io.kubevirtnet.kubevirt.GoKind.Listed;
import io.kubevirtnet.kubevirt.GoKind.Struct;
import io.kubevirtnet.kubevirt.GoKind.Whole;
import io.kubevirtnet.spec.Nearest;
import io.kubevirtnet.value.Json;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Items;
import io.kubevirtnet.value.Tree.Unknown;
import java.util.Map;
import java.util.TreeSet;

/** What the API server and KubeVirt's reader make of a machine before a rule looks at it. */
final class DecodingRules {
  private static final int MOST = 256;

  /** Go counts a struct without a field name as a field that has the name of its type. */
  private static final Map<String, String> EMBEDDED =
      Map.ofEntries(
          Map.entry("bridge", MachineShape.BINDING_METHOD),
          Map.entry("masquerade", MachineShape.BINDING_METHOD),
          Map.entry("sriov", MachineShape.BINDING_METHOD),
          Map.entry("passtBinding", MachineShape.BINDING_METHOD),
          Map.entry("slirp", MachineShape.BINDING_METHOD),
          Map.entry("macvtap", MachineShape.BINDING_METHOD),
          Map.entry("passt", MachineShape.BINDING_METHOD),
          Map.entry("pod", MachineShape.NETWORK_SOURCE),
          Map.entry("multus", MachineShape.NETWORK_SOURCE),
          Map.entry("resourceClaim", MachineShape.NETWORK_SOURCE),
          Map.entry("httpGet", "Handler"),
          Map.entry("tcpSocket", "Handler"),
          Map.entry("cloudInitNoCloud", "VolumeSource"),
          Map.entry("cloudInitConfigDrive", "VolumeSource"));

  private final MachineKind kind;
  private final Admission admission;
  private boolean readable = true;

  private DecodingRules(MachineKind kind, Admission admission) {
    this.kind = kind;
    this.admission = admission;
  }

  /** False when KubeVirt can not read the machine, and so goes no further. */
  static boolean pass(Place spec, MachineKind kind, KubeVirtRelease release, Admission admission) {
    var rules = new DecodingRules(kind, admission);
    rules.read(spec, MachineShape.of(release));
    return rules.readable;
  }

  private void read(Place at, GoKind as) {
    if (at.isMissing()) {
      return;
    }
    var tree = at.tree().orElseThrow();
    if (tree instanceof Unknown) {
      if (as != GoKind.ANYTHING) {
        admission.open(at);
      }
    } else if (!as.takes(tree)) {
      mismatch(at, as, tree);
    } else if (as instanceof Struct struct) {
      fields(at, (Fields) tree, struct);
    } else if (as instanceof Listed listed) {
      items(at, (Items) tree, listed);
    }
  }

  private void fields(Place at, Fields tree, Struct struct) {
    for (var entry : tree.fields().entrySet()) {
      var known = struct.keys().get(entry.getKey());
      if (known != null) {
        read(at.get(entry.getKey()), known);
      } else if (struct.closed()) {
        unknownKey(at.get(entry.getKey()), entry.getKey(), entry.getValue(), struct);
      }
    }
    for (var name : struct.required()) {
      if (!tree.fields().containsKey(name)) {
        admission.refuseWithout(at.get(name), name);
      }
    }
  }

  private void items(Place at, Items tree, Listed listed) {
    int size = tree.items().size();
    for (int i = 0; i < size; i++) {
      read(at.item(i, tree.items().get(i)), listed.each());
    }
    if (size > MOST && isBounded(at)) {
      admission.refuseBySchema(
          at,
          "There are " + size + " of them.",
          "Take one interface with VLANs in it for many networks.",
          Cause.TOO_MANY,
          "Too many: " + size + ": must have at most " + MOST + " items");
    }
  }

  private static boolean isBounded(Place at) {
    var suffix = at.suffix();
    return suffix.equals(".networks") || suffix.equals(".domain.devices.interfaces");
  }

  private void unknownKey(Place at, String name, Tree value, Struct struct) {
    boolean secret = value.allMarks().secret();
    var shown = secret ? Part.SECRET : name;
    admission.advise(
        ReadingCatalogue.UNKNOWN_KEY,
        at,
        "There is no \"" + shown + "\" here.",
        secret ? ReadingCatalogue.UNKNOWN_KEY.fix() : fix(name, struct));
  }

  private static String fix(String name, Struct struct) {
    if (name.equals("portRanges") || name.equals("resourceClaim")) {
      return "Take it out, or update KubeVirt to 1.9, which has it.";
    }
    return Nearest.to(name, struct.keys().keySet())
        .map(n -> "Did you mean \"" + n + "\"?")
        .orElseGet(
            () ->
                struct.keys().isEmpty()
                    ? "Take it out: nothing can be set here."
                    : "Take it out. Known are "
                        + String.join(", ", new TreeSet<>(struct.keys().keySet()))
                        + ".");
  }

  private void mismatch(Place at, GoKind as, Tree tree) {
    readable = false;
    var found = Json.kind(tree);
    admission.refuse(
        ReadingCatalogue.WRONG_TYPE,
        at,
        said(at, found) + " is not " + as.plain() + ".",
        Cause.BAD_REQUEST,
        "json: cannot unmarshal "
            + (as instanceof Whole && found.equals("number") ? "number " + at.shown() : found)
            + " into Go struct field "
            + struct()
            + "."
            + path(at)
            + " of type "
            + as.go());
  }

  private static String said(Place at, String found) {
    return switch (found) {
      case "array" -> "A list";
      case "object" -> "An object";
      case "string" -> "\"" + at.shown() + "\"";
      default -> at.shown();
    };
  }

  private String struct() {
    return kind == MachineKind.INSTANCE ? kind.wire() : "VirtualMachineInstanceTemplateSpec";
  }

  private String path(Place at) {
    var path = new StringBuilder(admission.root());
    for (var step : at.suffix().split("\\.")) {
      var name = step.replaceAll("\\[\\d+\\]", "");
      if (!name.isEmpty()) {
        var embedded = EMBEDDED.get(name);
        path.append('.').append(embedded == null ? name : embedded + "." + name);
      }
    }
    return path.toString();
  }
}
