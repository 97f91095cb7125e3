package io.kubevirtnet.provider.cluster;

import java.time.Duration;

/**
 * What came back.
 *
 * @param body at most 100 MB: lists are asked for in pages
 * @param retryAfter how long the server wants to be left alone; zero when it did not say
 */
record ApiAnswer(int code, byte[] body, Duration retryAfter) {
  private static final int FIRST_ERROR = 300;

  boolean good() {
    return code < FIRST_ERROR;
  }

  /** The server is busy, starting or broken, and may answer otherwise a moment later. */
  boolean temporary() {
    return code == 429 || code == 500 || code == 502 || code == 503 || code == 504;
  }
}
