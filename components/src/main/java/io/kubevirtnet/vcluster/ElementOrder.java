package io.kubevirtnet.vcluster;

import java.util.ArrayList;
import java.util.List;

/**
 * In which order the items of a merged list stand: those of the patch as they are there, the others
 * as they were, and both together as far as that can be so.
 *
 * @param wanted keys in the order of the patch
 * @param old keys in the order of the list before
 */
record ElementOrder(List<Object> wanted, List<Object> old) {

  /**
   * The items in order.
   *
   * @param keys of the items, one for each
   */
  <T> List<T> of(List<T> items, List<Object> keys) {
    var patched = new ArrayList<Integer>();
    var others = new ArrayList<Integer>();
    for (int i = 0; i < items.size(); i++) {
      (wanted.contains(keys.get(i)) ? patched : others).add(i);
    }
    sort(patched, keys, wanted);
    sort(others, keys, old);
    var all = new ArrayList<T>();
    int p = 0;
    int o = 0;
    while (p < patched.size() || o < others.size()) {
      boolean fromOthers =
          p >= patched.size()
              || o < others.size() && before(keys, others.get(o), patched.get(p), old);
      all.add(items.get(fromOthers ? others.get(o++) : patched.get(p++)));
    }
    return all;
  }

  private static boolean before(List<Object> keys, int one, int other, List<Object> order) {
    int a = order.indexOf(keys.get(one));
    int b = order.indexOf(keys.get(other));
    return a >= 0 && b >= 0 && a < b;
  }

  /**
   * As Go sorts a short list. What is in no order goes before all that it has been compared with,
   * which is no order, and still what comes out.
   */
  private static void sort(List<Integer> items, List<Object> keys, List<Object> order) {
    for (int i = 1; i < items.size(); i++) {
      for (int j = i; j > 0; j--) {
        int a = order.indexOf(keys.get(items.get(j)));
        int b = order.indexOf(keys.get(items.get(j - 1)));
        if (a >= 0 && b >= 0 && a >= b) {
          break;
        }
        items.add(j - 1, items.remove(j));
      }
    }
  }
}
