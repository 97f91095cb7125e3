/** The life of a policy, against a cluster and an engine that are made for the test. */
@NullMarked
package io.kubevirtnet.provider.policy;

import org.jspecify.annotations.NullMarked;
