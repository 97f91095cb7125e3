package io.kubevirtnet.netriscontroller;

import java.util.List;

/**
 * Segment of the fabric.
 *
 * @param l3 whether it is an L3VPN: no VLAN, and no gateway that machines could share
 * @param vlan 0 for none
 * @param nics cards of the members that are its ports
 */
record Vnet(
    int id,
    String name,
    boolean l3,
    int tenant,
    int site,
    int vpc,
    int vlan,
    int vxlan,
    List<Gateway> gateways,
    List<String> nics) {

  Vnet vlan(int now) {
    return new Vnet(id, name, l3, tenant, site, vpc, now, vxlan, gateways, nics);
  }

  Vnet vxlan(int now) {
    return new Vnet(id, name, l3, tenant, site, vpc, vlan, now, gateways, nics);
  }

  Vnet gateways(List<Gateway> now) {
    return new Vnet(id, name, l3, tenant, site, vpc, vlan, vxlan, now, nics);
  }
}
