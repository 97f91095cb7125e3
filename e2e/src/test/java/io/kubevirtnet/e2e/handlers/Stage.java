package io.kubevirtnet.e2e.handlers;

/** Where a handler can be held while it works on one policy. */
public enum Stage {
  /** It has seen the generation; there is no enactment of it yet. */
  STARTING,
  /** The enactment is Progressing; the host is as it was. */
  APPLYING,
  /** The host is changed and not committed; the enactment is Progressing. */
  PROBING,
  /** The enactment is Available; the NodeNetworkState still shows the host as it was. */
  REPORTING
}
