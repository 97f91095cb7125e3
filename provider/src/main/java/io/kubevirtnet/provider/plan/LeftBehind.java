package io.kubevirtnet.provider.plan;

/**
 * Something that is still there when the object that made it is gone.
 *
 * @param where {@code 6 nodes}, {@code VirtualMachine vms/web}
 * @param fix how to get rid of it, as a sentence; empty when nothing has to be done
 */
public record LeftBehind(String what, String where, String fix) {}
