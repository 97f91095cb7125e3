package io.kubevirtnet.e2e.chance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Chance that can be repeated. */
public final class Dice {
  private final Random random;

  public Dice(long seed) {
    // Seeds that lie close together would start alike.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** 0 to n-1. */
  public int upTo(int n) {
    return random.nextInt(n);
  }

  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Some of them, in any order. */
  public <T> List<T> some(List<T> choices, int max) {
    var left = new ArrayList<>(choices);
    var some = new ArrayList<T>();
    for (int i = upTo(max + 1); i > 0 && !left.isEmpty(); i--) {
      some.add(left.remove(upTo(left.size())));
    }
    return some;
  }

  /** A map that grows by chance. */
  public Draft draft() {
    return new Draft(this, new LinkedHashMap<>());
  }

  public record Draft(Dice dice, Map<String, Object> map) {
    public Draft with(String key, Object value) {
      map.put(key, value);
      return this;
    }

    public Draft maybe(int oneIn, String key, Supplier<?> value) {
      if (dice.oneIn(oneIn)) {
        map.put(key, value.get());
      }
      return this;
    }
  }
}
