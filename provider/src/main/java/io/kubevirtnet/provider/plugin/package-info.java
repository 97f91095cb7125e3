/**
 * What this room is for: the Pulumi plugin. In: the engine's calls over gRPC. Out: components
 * registered with the engine directly, without the SDK's deployment, and answers.
 */
@NullMarked
package io.kubevirtnet.provider.plugin;

import org.jspecify.annotations.NullMarked;
