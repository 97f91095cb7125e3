package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Tree;
import java.util.Optional;

/**
 * One operation of RFC 6902.
 *
 * @param op add, remove or replace
 * @param path a JSON pointer
 * @param value none for remove; a secret one is {@code [secret]}, an unknown one {@code (known
 *     after apply)}
 */
public record PatchOperation(String op, String path, Optional<Tree> value) {}
