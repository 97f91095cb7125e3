package io.kubevirtnet.provider.doctor;

import java.util.List;

/**
 * What one check came to.
 *
 * @param title what it looked at, in a few words
 * @param fine what is as it should be, a sentence each
 * @param notChecked what had to stay open, and why
 */
public record Checkup(
    String title, List<Symptom> symptoms, List<String> fine, List<String> notChecked) {
  public Checkup {
    symptoms = List.copyOf(symptoms);
    fine = List.copyOf(fine);
    notChecked = List.copyOf(notChecked);
  }
}
