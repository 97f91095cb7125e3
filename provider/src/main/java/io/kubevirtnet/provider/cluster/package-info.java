/**
 * What this room is for: the cluster, as far as networks need it. In: a kubeconfig, and what to
 * read, write or wait for. Out: nodes, their states, policies, enactments and network attachments
 * as plain records.
 */
@NullMarked
package io.kubevirtnet.provider.cluster;

import org.jspecify.annotations.NullMarked;
