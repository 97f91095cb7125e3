package io.kubevirtnet.provider.sides;

import java.util.Optional;

/** One step of a preview, in the words of the engine. */
record PreviewStep(
    String op, String urn, Optional<PreviewState> before, Optional<PreviewState> after) {}
