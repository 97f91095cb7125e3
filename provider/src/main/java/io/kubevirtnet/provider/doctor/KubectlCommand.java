package io.kubevirtnet.provider.doctor;

/** The command that shows somebody what was found. */
final class KubectlCommand {
  private KubectlCommand() {}

  static String get(LiveObject object) {
    return "kubectl get " + named(object) + " -o yaml";
  }

  static String describe(LiveObject object) {
    return "kubectl describe " + named(object);
  }

  static String list(Subject subject) {
    return "kubectl get " + subject.resource() + (subject.namespaced() ? " -A" : "");
  }

  private static String named(LiveObject object) {
    var subject = object.subject();
    var namespace = object.namespace().isEmpty() ? "" : "-n " + object.namespace() + " ";
    return namespace + subject.resource() + " " + object.name();
  }
}
