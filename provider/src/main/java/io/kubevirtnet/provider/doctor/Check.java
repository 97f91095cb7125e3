package io.kubevirtnet.provider.doctor;

import java.util.Set;

/** Answers one question about a cluster. */
interface Check {
  /** What it looks at, in a few words. */
  String title();

  /** What it can not do without; where one of these is refused, it is not asked. */
  Set<Subject> needs();

  void look(Picture cluster, Notes notes);
}
