package io.kubevirtnet.provider.doctor;

/**
 * A Deployment or DaemonSet.
 *
 * @param wanted pods that there are to be
 */
record Workload(LiveObject object, int wanted, int ready) {
  static Workload of(LiveObject object) {
    return object.subject() == Subject.DAEMON_SET
        ? new Workload(
            object,
            object.at("/status/desiredNumberScheduled").asInt(),
            object.at("/status/numberReady").asInt())
        : new Workload(
            object,
            object.at("/spec/replicas").asInt(1),
            object.at("/status/readyReplicas").asInt());
  }

  boolean isReady() {
    return ready >= wanted;
  }

  /** {@code 1 of 3 pods are ready} */
  String standing() {
    return ready + " of " + Shown.count(wanted, "pod") + (ready == 1 ? " is" : " are") + " ready";
  }

  String command() {
    return KubectlCommand.describe(object);
  }
}
