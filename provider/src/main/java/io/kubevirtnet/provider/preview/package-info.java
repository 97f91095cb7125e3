/**
 * What this room is for: a Java program's preview without Pulumi's engine. In: a program. Out: what
 * it registers, what it says about it, and what nobody could answer.
 */
@NullMarked
package io.kubevirtnet.provider.preview;

import org.jspecify.annotations.NullMarked;
