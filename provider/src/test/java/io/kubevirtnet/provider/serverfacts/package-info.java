/** What kept facts of a server cluster say, beside a cluster in memory. */
@NullMarked
package io.kubevirtnet.provider.serverfacts;

import org.jspecify.annotations.NullMarked;
