package io.kubevirtnet.codegen;

import java.util.Optional;

/**
 * One input or output.
 *
 * @param plain must be known in a preview, so the API takes no {@code Output} for it
 * @param fallback a String, Boolean, Integer or {@link EnumType.Constant} that is used when left
 *     out
 */
record Property(
    String name,
    Type type,
    String description,
    boolean required,
    boolean plain,
    Optional<Object> fallback) {}
