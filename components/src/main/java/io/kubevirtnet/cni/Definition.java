package io.kubevirtnet.cni;

import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Value;

/**
 * One NetworkAttachmentDefinition whose config has been read.
 *
 * @param config the JSON in spec.config; unknown when a preview can not tell yet
 * @param path where the config stands, for what no input was written for
 */
public record Definition(
    Value<String> name,
    Value<String> namespace,
    Fields annotations,
    Tree config,
    PropertyPath path) {}
