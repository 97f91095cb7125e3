package io.kubevirtnet.nmstate;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import java.util.Optional;

/** What a setting may hold, and what nmstate makes of it. */
interface Kind {
  /** The value as nmstate keeps it; nothing when it refuses it, which has been said then. */
  Optional<Tree> read(Tree tree, PropertyPath path, Reading reading);

  /** nmstate's words for what it would have taken. */
  String expected();
}
