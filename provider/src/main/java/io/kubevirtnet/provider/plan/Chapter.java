package io.kubevirtnet.provider.plan;

/** One question that a plan answers. */
@FunctionalInterface
interface Chapter {
  void write(Side before, Side after, PlanScene scene, Draft draft);
}
