package io.kubevirtnet.netriscontroller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way in which controllers differ, or in which one can fail. All of them can be combined. */
public enum Mode {
  /** The gateways of a server cluster are strings instead of objects. */
  GATEWAYS_AS_STRINGS,
  /** The gateways of a server cluster are network addresses; the V-Net itself has the gateway. */
  GATEWAY_AS_NETWORK,
  /** {@code status} is a string instead of an object. */
  STATUS_AS_STRING,
  /** A V-Net by its id is a list of one. */
  VNET_AS_ARRAY,
  /** Every number of the data is a string. */
  NUMBERS_AS_STRINGS,
  /** The V-Nets of a server cluster have neither VLAN nor VPC. */
  BARE_RESOURCES,
  /** A server cluster does not say what belongs to it. */
  NO_RESOURCES,
  /** A V-Net does not say its VXLAN id. */
  NO_VXLAN,
  /** A V-Net does not say its VLAN id. */
  NO_VLAN,
  /** No V-Net has an IPv4 gateway. */
  NO_GATEWAY,
  /** Every server cluster has a V-Net {@code -storage} with a gateway after its own. */
  TWO_L2VPN,
  /** Every server cluster has an L3VPN V-Net {@code -fabric} before its own. */
  L3VPN_FIRST,
  /** Every server cluster has an L2VPN V-Net {@code -heartbeat} without gateway before its own. */
  PURE_L2_FIRST,
  /** DHCP gives out all of the subnet, as it does until somebody changes the range. */
  DHCP_EVERYWHERE,
  /** Every server cluster is still being provisioned. */
  PROVISIONING,
  /** Every server cluster is disabled. */
  DISABLED,

  /** Only a login with {@code auth_scheme_id} is taken. */
  LOGIN_SNAKE_CASE,
  /** Only a login with {@code authSchemeID} is taken. */
  LOGIN_CAMEL_CASE,
  /** A session is gone after a number of requests, once. Default: 2. */
  SESSION_EXPIRES(2),
  /** Every session is gone after a number of requests. Default: 0. */
  SESSIONS_EXPIRE(0),
  /** What the account may not see is refused: 403 to everything but the login. */
  FORBIDDEN,

  /** 200 with {@code isSuccess: false}. */
  NOT_SUCCESSFUL,
  /** 301 to the same path with a slash at its end. */
  REDIRECT_TO_SLASH,
  /** 301 of the login, to the same path with a slash at its end. */
  REDIRECT_LOGIN_TO_SLASH,
  /** 301 from a path to the one with a slash, and back. */
  REDIRECT_LOOP,
  /** 301 to another host. */
  REDIRECT_ELSEWHERE,
  /** 301 to the same host without TLS. */
  REDIRECT_TO_HTTP,
  /** 200 with a web page, as proxies answer. */
  HTML,
  /** 200 with a web page to the login. */
  HTML_LOGIN,
  /** The answer ends in the middle. */
  TRUNCATED,
  /** The answer takes a number of milliseconds. Default: 60,000. */
  SLOW(60_000),
  /** The first requests after the login are answered with 503, a number of them. Default: 2. */
  UNAVAILABLE(2),
  /** 500 to everything but the login. */
  BROKEN,
  /** Connections are closed without an answer. */
  DOWN,

  /** Without TLS. Only at the start. */
  HTTP,
  /** The certificate is that of another host. Only at the start. */
  WRONG_HOST,
  /** The certificate has ended. Only at the start. */
  EXPIRED_CERTIFICATE;

  private final Optional<Integer> standard;

  Mode() {
    standard = Optional.empty();
  }

  Mode(int standard) {
    this.standard = Optional.of(standard);
  }

  /** Its name on the command line and in JSON: {@code session-expires}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its number is where none is given; empty where it takes none. */
  Optional<Integer> standard() {
    return standard;
  }

  boolean onlyAtStart() {
    return this == HTTP || this == WRONG_HOST || this == EXPIRED_CERTIFICATE;
  }

  static Optional<Mode> of(String text) {
    return Arrays.stream(values()).filter(m -> m.text().equals(text)).findFirst();
  }
}
