package io.kubevirtnet.codegen;

/**
 * A function of the plugin.
 *
 * @param token as the engine calls it: {@code kubevirtnet:index:listNetworkAttachments}
 * @param inputs what it takes, under the name of the function
 * @param result what it gives back
 */
record Function(
    String token, String name, String description, ObjectType inputs, ObjectType result) {}
