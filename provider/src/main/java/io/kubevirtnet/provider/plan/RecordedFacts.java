package io.kubevirtnet.provider.plan;

import io.kubevirtnet.value.Tree.Fields;

/**
 * Facts of a server cluster of Netris, which a NetrisServerCluster keeps.
 *
 * @param inputs as its resource has them
 */
public record RecordedFacts(String name, Fields inputs) {}
