package io.kubevirtnet.provider.cluster;

/**
 * An object that stops working without a bridge.
 *
 * @param kind such as {@code NetworkAttachmentDefinition}
 * @param target the bridge or localnet that it uses
 * @param deleting it is being deleted already
 */
public record BridgeUser(
    String kind, String namespace, String name, String target, boolean deleting) {}
