package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.provider.cluster.AccessQuestion;
import java.util.Optional;

/** What the cluster says about permissions; nothing where it does not tell us. */
interface Rights {
  Optional<Boolean> mayI(AccessQuestion question);

  Optional<Boolean> may(String user, AccessQuestion question);
}
