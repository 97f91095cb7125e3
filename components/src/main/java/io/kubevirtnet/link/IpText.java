package io.kubevirtnet.link;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** IP addresses in their usual notation only: no wildcards, no missing octets, no prefix length. */
public final class IpText {
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowUnlimitedLeadingZeros(false)
          .getParentBuilder()
          .toParams();

  private IpText() {}

  public static Optional<IPAddress> address(String text) {
    return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }
}
