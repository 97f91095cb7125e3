package io.kubevirtnet.vcluster;

import io.kubevirtnet.value.Part;

/**
 * A property as one machine gets it.
 *
 * @param value where it is written, and what
 */
public record NodeProperty(String key, Part value, PropertyOrigin origin) {}
