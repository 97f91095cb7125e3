package io.kubevirtnet.e2e.platform;

import io.kubevirtnet.e2e.chance.Dice;

/** Templates and patches: one patch in four as it comes, the others with one twist or several. */
final class MergeGenerator {
  private MergeGenerator() {}

  /** The same for the same seed. */
  static GeneratedMerge next(long seed) {
    var dice = new Dice(seed);
    var generator = new TemplateGenerator(dice);
    var template = generator.machine();
    var patch = generator.machine();
    int twists = dice.oneIn(4) ? 0 : 1 + dice.upTo(2);
    for (int i = 0; i < twists; i++) {
      new PatchTwists(dice, template).apply(patch);
    }
    PatchTwists.settle(patch);
    return new GeneratedMerge(seed, template, patch);
  }
}
