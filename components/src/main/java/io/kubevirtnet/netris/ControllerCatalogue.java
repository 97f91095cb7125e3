package io.kubevirtnet.netris;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/**
 * What can be wrong with a controller, and with a server cluster in it. An example is a resource,
 * or a conversation that is tested with the client itself: what is asked, and where the controller
 * answers something else than it should.
 */
public final class ControllerCatalogue {
  private static final String CLIENTS = "Netris: clients of the controller";
  private static final String SWAGGER = "Netris: server-cluster.yaml, v-net.yaml";
  private static final String PROJECT = "this project";

  private ControllerCatalogue() {}

  private static String network(String controller) {
    return """
        type: kubevirtnet:NetrisNetwork
        name: tenant-a
        properties:
          serverCluster: tenant-a
          hostModel: trunk
          namespace: vms
          uplink: {nic: bond0}
          controller: {%s}
        """
        .formatted(controller);
  }

  public static final Rule ADDRESS =
      Rule.refused("KVN-T060", "Address that leads to no controller")
          .why(
              "A controller is reached by https and the name of its host; plain http goes to this machine only, since the password goes with it.")
          .fix("Write it as it stands in the browser, such as \"https://netris.example.com\".")
          .source(CLIENTS)
          .example(network("url: netris.example.com, username: svc, password: s3cret"));

  public static final Rule CERTIFICATES =
      Rule.refused("KVN-T061", "Certificates that cannot be read")
          .why(
              "A controller with a certificate of its own is known by what this holds: the text of certificates in PEM, not the name of a file.")
          .fix(
              "Give the text of a file with \"-----BEGIN CERTIFICATE-----\", whole and without changes.")
          .source("RFC 7468")
          .example(
              network(
                  "url: https://netris.example.com, username: svc, password: s3cret, caBundle: /etc/ssl/netris.pem"));

  public static final Rule NOT_VERIFIED =
      Rule.warning("KVN-T062", "Controller that could be anybody")
          .why(
              "Whoever is on the way can take the password, and can say where virtual machines are attached.")
          .fix("Give the certificate of the controller, or of who signed it, as caBundle.")
          .source(PROJECT)
          .example(
              network(
                  "url: https://netris.example.com, username: svc, password: s3cret, skipTlsVerify: true"));

  public static final Rule TIMEOUT =
      Rule.refused("KVN-T063", "Impossible time to wait")
          .why("An answer takes some time, and a preview should not take all day.")
          .fix("Write 1 to 300 seconds, or leave it out for 30.")
          .source(PROJECT)
          .example(
              network(
                  "url: https://netris.example.com, username: svc, password: s3cret, timeoutSeconds: 0"));

  public static final Rule LOGIN =
      Rule.refused("KVN-T064", "Login that is refused")
          .why(
              "The controller has neither tokens nor guests: without a user name and password that it knows there are no facts.")
          .fix(
              "Set both as they are for its own page; an account of a single sign-on does not work here.")
          .source(CLIENTS)
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                POST /api/auth: {status: 401, isSuccess: false, message: Unauthorized}
              """);

  public static final Rule UNREACHABLE =
      Rule.error("KVN-T065", "Controller that does not answer")
          .why("What follows from its facts cannot be told; pinned ones cannot be compared.")
          .fix(
              "Try again when it is there, or set whenUnreachable: unknown for previews. Where facts are pinned, a reason to suppress this lets them count alone.")
          .source(PROJECT)
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster: {status: 503}
              """);

  public static final Rule NOT_TRUSTED =
      Rule.refused("KVN-T066", "Controller with an unknown certificate")
          .why(
              "Controllers often sign their certificate themselves; nothing else tells one from somebody on the way.")
          .fix(
              "Give that certificate, or the one of who signed it, as caBundle, and the name in it as url.")
          .source("RFC 5280; RFC 6125")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller: {certificate: unknown}
              """);

  public static final Rule NO_CONTROLLER =
      Rule.refused("KVN-T067", "Answer that no controller gives")
          .why(
              "A proxy, a page for people or another program answers at that address, or something on the way cuts answers off.")
          .fix("Correct url: a controller answers at /api/auth below it.")
          .source(CLIENTS)
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster: "<html><title>Welcome</title></html>"
              """);

  public static final Rule REDIRECT =
      Rule.refused("KVN-T068", "Controller that sends elsewhere")
          .why(
              "A session belongs to one address, and the password goes to the one that was written only.")
          .fix("Write the address that it leads to as url, if that is the controller.")
          .source(CLIENTS)
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster: {status: 301, location: "https://netris.example.org/api/v2/server-cluster"}
              """);

  public static final Rule FORBIDDEN =
      Rule.refused("KVN-T069", "Account that may not read this")
          .why("In Netris objects belong to tenants, and roles say who sees them.")
          .fix("Give the account a role that may read server clusters, V-Nets and IPAM.")
          .source("Netris: accounts and permission groups")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster: {status: 403, isSuccess: false, message: Forbidden}
              """);

  public static final Rule SESSION =
      Rule.refused("KVN-T070", "Session that does not hold")
          .why(
              "After a new login the session is over again: something on the way loses its cookie, or several controllers answer in turn and do not share sessions.")
          .fix("Use the address of one controller, without a proxy that drops cookies.")
          .source(CLIENTS)
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster: {status: 401}
              """);

  public static final Rule NO_CLUSTER =
      Rule.refused("KVN-T071", "Server cluster that there is not")
          .why("Names count letter for letter, and only what the account may see is there.")
          .fix("Write the name as it stands in Netris under server clusters.")
          .source(SWAGGER)
          .example(
              """
              asked: {serverCluster: tenant-b}
              controller: {}
              """);

  public static final Rule SEVERAL_CLUSTERS =
      Rule.refused("KVN-T072", "Several server clusters of that name")
          .why(
              "Netris has them by site and VPC; the wrong one would be the network of somebody else.")
          .fix("Set site and vpc.")
          .source("Netris: key of a server cluster in OSAC")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster:
                  data:
                    - {id: 1, name: tenant-a, site: {id: 1, name: east}}
                    - {id: 2, name: tenant-a, site: {id: 2, name: west}}
              """);

  public static final Rule NOT_ACTIVE =
      Rule.error("KVN-T073", "Server cluster that is not active")
          .why("Its V-Nets carry nothing yet, or not any more.")
          .fix("Wait until Netris has made it, or enable it there.")
          .source("Netris: server cluster, status")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller: {state: provisioning}
              """);

  public static final Rule NO_VNET =
      Rule.refused("KVN-T074", "V-Net that the server cluster does not have")
          .why("A V-Net is called <server cluster>-<postfix>, with the postfix of its template.")
          .fix("Write its name or its postfix.")
          .source("Netris: server cluster templates")
          .example(
              """
              asked: {serverCluster: tenant-a, vnet: node}
              controller: {}
              """);

  public static final Rule NO_GATEWAY =
      Rule.refused("KVN-T075", "No V-Net with an IPv4 gateway")
          .why(
              "Virtual machines need a segment with a gateway; L3VPN has none, and a V-Net of layer 2 alone has no subnet.")
          .fix("Give the template of the server cluster an l2vpn entry with ipv4Gateway.")
          .source("Netris: server cluster templates, ipv4Gateway")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller: {gateways: []}
              """);

  public static final Rule FIRST_OF_SEVERAL =
      Rule.info("KVN-T076", "First of several V-Nets")
          .why("Which one is first is a matter of the order in the template.")
          .fix("Set vnet, so that a change of the template means nothing here.")
          .source("vCluster: the first V-Net with a gateway")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller: {vnets: [nodes, storage]}
              """);

  public static final Rule REFUSED =
      Rule.refused("KVN-T077", "Question that the controller refuses")
          .why("It answers so where it is older than expected, or has a problem of its own.")
          .fix("Look into its log; pin the facts to go on without it.")
          .source("Netris: envelope of the API, isSuccess")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/server-cluster: {isSuccess: false, message: Something went wrong}
              """);

  public static final Rule PART_MISSING =
      Rule.warning("KVN-T078", "Facts that the controller does not tell")
          .why("Addresses are checked against what is known of the subnet only.")
          .fix("Let the account read IPAM, or see to it that nothing else has these addresses.")
          .source("Netris: ipam.yaml")
          .example(
              """
              asked: {serverCluster: tenant-a}
              controller:
                GET /api/v2/ipam/subnets: {status: 403, isSuccess: false, message: Forbidden}
              """);

  public static final Rule OFFLINE =
      Rule.error("KVN-T079", "Controller that must not be asked")
          .why("kubevirtnet:offline is set; a preview leaves open what follows, an update cannot.")
          .fix("Remove it from the configuration, or leave controller out and pin the facts.")
          .source(PROJECT)
          .example(
              """
              asked: {serverCluster: tenant-a}
              offline: true
              """);

  public static final List<Rule> ALL =
      List.of(
          ADDRESS,
          CERTIFICATES,
          NOT_VERIFIED,
          TIMEOUT,
          LOGIN,
          UNREACHABLE,
          NOT_TRUSTED,
          NO_CONTROLLER,
          REDIRECT,
          FORBIDDEN,
          SESSION,
          NO_CLUSTER,
          SEVERAL_CLUSTERS,
          NOT_ACTIVE,
          NO_VNET,
          NO_GATEWAY,
          FIRST_OF_SEVERAL,
          REFUSED,
          PART_MISSING,
          OFFLINE);
}
