package io.kubevirtnet.provider.resource;

import io.kubevirtnet.component.Settings;

/** What the plugin gives to a resource that it makes. */
public interface Desk {
  Settings settings();

  ClusterChoice cluster();

  /** To the user, about one resource. */
  Messages messages(String urn);
}
