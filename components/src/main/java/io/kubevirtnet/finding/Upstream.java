package io.kubevirtnet.finding;

/** What an upstream validator says about the same thing, in its own words. */
public record Upstream(String tool, String type, String field, String message) {}
