package io.kubevirtnet.component;

import io.kubevirtnet.finding.Finding;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Optional;

/**
 * What a type of component has to know before it can be judged, and only the plugin can find out.
 *
 * @param <S> what it reads its inputs into
 */
public interface Question<S> {
  /** What to ask; nothing where the inputs say enough, or are wrong. */
  Optional<Call> call(S spec);

  /** The same inputs with the answer; unknown when there is none yet. */
  S answered(S spec, Tree answer);

  /** What stands for the answer when the plugin could not be asked; in a whole sentence. */
  Tree failed(String what);

  /** What stands in the way although no finding does: they may all have been lowered. */
  Optional<Finding> missing(S spec);

  /** The inputs with what nobody may see marked as secret, whatever their author did. */
  Fields guarded(Fields inputs);

  /** The same for those who print the values of inputs beside a finding. */
  Fields concealed(Fields inputs);
}
