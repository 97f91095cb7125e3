/**
 * What this room is for: the command {@code kubevirtnet}. In: arguments, files, a program. Out: the
 * result on standard output, what went wrong on standard error, and an exit code.
 */
@NullMarked
package io.kubevirtnet.provider.cli;

import org.jspecify.annotations.NullMarked;
