package io.kubevirtnet.netriscontroller;

import java.util.List;

/**
 * Servers with V-Nets of their own.
 *
 * @param pollsLeft how often it still says that it is being provisioned
 * @param ownVpc whether its VPC was made for it
 */
record ServerCluster(
    int id,
    String name,
    int tenant,
    int site,
    int vpc,
    int template,
    boolean active,
    int pollsLeft,
    boolean ownVpc,
    List<String> tags,
    List<Member> members,
    List<Integer> vnets,
    List<Integer> allocations,
    List<Integer> subnets) {

  ServerCluster members(List<Member> now) {
    return members(now, tags);
  }

  ServerCluster members(List<Member> now, List<String> tagsNow) {
    return new ServerCluster(
        id,
        name,
        tenant,
        site,
        vpc,
        template,
        active,
        pollsLeft,
        ownVpc,
        tagsNow,
        now,
        vnets,
        allocations,
        subnets);
  }

  ServerCluster active(boolean on) {
    return new ServerCluster(
        id,
        name,
        tenant,
        site,
        vpc,
        template,
        on,
        pollsLeft,
        ownVpc,
        tags,
        members,
        vnets,
        allocations,
        subnets);
  }

  ServerCluster polled() {
    return new ServerCluster(
        id,
        name,
        tenant,
        site,
        vpc,
        template,
        active,
        pollsLeft - 1,
        ownVpc,
        tags,
        members,
        vnets,
        allocations,
        subnets);
  }
}
