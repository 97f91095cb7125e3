package io.kubevirtnet.provider.cluster;

import java.util.Optional;

/** Something that may be allowed; without a namespace it is about all of them. */
public record AccessQuestion(
    String verb, String group, String resource, Optional<String> namespace) {}
