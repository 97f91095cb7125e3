package io.kubevirtnet.provider.doctor;

import io.kubevirtnet.finding.Finding;

/**
 * Something that is wrong.
 *
 * @param command what shows it
 */
public record Symptom(Finding finding, String command) {}
