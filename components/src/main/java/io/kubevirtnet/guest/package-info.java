/**
 * The network as the guest sees it: cloud-init's network config, version 2. In: a GuestNetwork
 * whose entries name networks of the machine. Out: findings, and the text for cloud-init.
 */
@NullMarked
package io.kubevirtnet.guest;

import org.jspecify.annotations.NullMarked;
