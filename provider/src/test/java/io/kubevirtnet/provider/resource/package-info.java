/** What the rooms of custom resources are tested with. */
@NullMarked
package io.kubevirtnet.provider.resource;

import org.jspecify.annotations.NullMarked;
