package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.PropertyPath;

/**
 * Why a patch can not be merged.
 *
 * @param path the place in the patch
 */
public record PatchFault(Kind kind, PropertyPath path) {

  /** What Kubernetes finds wrong with a patch. */
  public enum Kind {
    NO_FIELD(
        "unable to find api field in struct",
        "KubeVirt has no field of this name, so what the template and the merge have there can"
            + " not be put together."),
    NO_OBJECT(
        "merging an object in json but data type is not struct",
        "KubeVirt has no object with fields here, so what the template and the merge have there"
            + " can not be put together."),
    DIRECTIVE("unknown patch type", "$patch is replace or delete."),
    MERGE(
        "merging lists cannot yet be specified in the patch",
        "An item of a list has $patch: merge, which Kubernetes does not know there."),
    RETAIN_KEYS(
        "invalid patch format of retainKeys",
        "$retainKeys is a list of names, and has the name of each field beside it."),
    PRIMITIVE_LIST(
        "invalid patch format of primitive list",
        "$deleteFromPrimitiveList goes on with a slash and the name of a list."),
    ELEMENT_ORDER(
        "invalid patch format of setElementOrder list",
        "$setElementOrder goes on with a slash and the name of a list, and is a list of what is in"
            + " that."),
    ORDER(
        "doesn't match $setElementOrder list",
        "The items of the list are in another order than $setElementOrder has."),
    NO_LIST("expected a []interface {}", "$setElementOrder is about lists."),
    NO_SLICE("expected slice or array type", "KubeVirt has no list here, so it can not be merged."),
    NO_MAP(
        "expected a map[string]interface {}",
        "The items of the list are objects, and one is none."),
    NO_KEY(
        "does not contain declared merge key",
        "Kubernetes finds the item to change by this field, and an item has none."),
    MIXED("list element types are not identical", "The items of a list are of different types."),
    NESTED("lists of lists are not supported", "Kubernetes merges no lists of lists."),
    EMPTY("no elements in any of the given slices", "There is nothing to put in order."),
    NO_MERGED_LIST(
        "cannot merge lists without merge key",
        "Only texts and numbers are taken from a list by $deleteFromPrimitiveList.");

    private final String upstream;
    private final String text;

    Kind(String upstream, String text) {
      this.upstream = upstream;
      this.text = text;
    }

    /** Part of what Kubernetes says. */
    public String upstream() {
      return upstream;
    }

    /** As a sentence. */
    public String text() {
      return text;
    }
  }
}
