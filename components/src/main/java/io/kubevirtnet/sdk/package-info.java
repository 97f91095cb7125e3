/**
 * What this room is for: components inside a Java program. In: Args full of Outputs. Out: children
 * registered through Pulumi's SDK. The only room that touches the SDK's internal packages.
 */
@NullMarked
package io.kubevirtnet.sdk;

import org.jspecify.annotations.NullMarked;
