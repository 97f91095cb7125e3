package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What it means that facts are not what they were, or not what an author wrote down. */
public final class FactsChangeCatalogue {
  private static final String FACTS = NetrisExample.FACTS;

  private FactsChangeCatalogue() {}

  private static String made(String bridge, String facts) {
    return "hostModel: trunk, bridgeName: " + bridge + ", facts: {" + facts + "}";
  }

  private static String facts(String before, String after) {
    return NetrisExample.change(made("br-3", before), made("br-3", after));
  }

  private static String servers(String before, String after) {
    return facts(FACTS + ", servers: [" + before + "]", FACTS + ", servers: [" + after + "]");
  }

  static final Rule PINNED =
      Rule.error("KVN-T050", "Pinned fact that the controller says otherwise")
          .why("What is made by a fact that does not hold leads into another network, or nowhere.")
          .fix("Pin what the controller says; kubevirtnet netris facts prints it.")
          .source("this project")
          .example(NetrisExample.answered(FACTS, FACTS.replace("vlan: 3", "vlan: 5")));

  static final Rule PINNED_OUT_OF_DATE =
      Rule.info("KVN-T051", "Pinned fact that is out of date")
          .why(
              "Addresses and members come and go in Netris, and nothing is made by them; addresses for machines are checked against the pinned ones and those of the controller.")
          .fix("Pin them anew; kubevirtnet netris facts prints them.")
          .source("this project")
          .example(NetrisExample.answered(FACTS + ", site: ams", FACTS + ", site: fra"));

  static final Rule MEMBER_LEFT =
      Rule.warning("KVN-T052", "Server that left its server cluster")
          .why(
              "Netris takes the V-Net off its ports at once. Whoever writes the members writes all of them, so that one is easily lost.")
          .fix("Move machines off it, or put it back in Netris.")
          .source("Netris: server cluster, members are replaced as a whole")
          .example(
              servers(
                  "{name: srv-1, shared: true}, {name: srv-2, shared: true}",
                  "{name: srv-1, shared: true}"));

  static final Rule MOVED =
      Rule.warning("KVN-T053", "V-Net that reaches machines by another way")
          .why(
              "A machine that runs stays on the bridge that it was started on: KubeVirt looks at the definition when it starts or moves one.")
          .fix("Restart or migrate the machines after the change.")
          .source("Multus: CNI runs at the start of a pod; Netris: VLAN and VXLAN ids")
          .example(
              NetrisExample.change(
                  made("br-3", FACTS), made("br-5", FACTS.replace("vlan: 3", "vlan: 5"))));

  static final Rule GATEWAY_CHANGED =
      Rule.warning("KVN-T054", "Gateway that machines do not hear of")
          .why(
              "Address and gateway are in the network data of a machine, which a guest reads at its first boot.")
          .fix("Make the machines again, or change the network inside of the guests.")
          .source("cloud-init: events and updates; vCluster Platform: network-cidr")
          .example(facts(FACTS, FACTS.replace("192.168.55.254/21", "192.168.48.1/21")));

  static final Rule DEDICATED =
      Rule.warning("KVN-T055", "Shared server that became dedicated")
          .why(
              "The ports of a dedicated server carry the V-Net without a tag: its VLAN interface gets nothing, and neither do machines there.")
          .fix("Make it shared in Netris, or move machines off it.")
          .source("Netris: server cluster, shared endpoints")
          .example(servers("{name: srv-1, shared: true}", "{name: srv-1, shared: false}"));

  static final Rule HARMLESS =
      Rule.info("KVN-T056", "Fact that changed without an effect on machines")
          .why("Nothing on nodes or in definitions follows from it.")
          .fix("There is nothing to do.")
          .source("this project")
          .example(facts(FACTS, FACTS.replace("vxlan: 14", "vxlan: 20")));

  public static final List<Rule> ALL =
      List.of(PINNED, PINNED_OUT_OF_DATE, MEMBER_LEFT, MOVED, GATEWAY_CHANGED, DEDICATED, HARMLESS);
}
