package io.kubevirtnet.platform;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.spec.AttachmentSpec;
import io.kubevirtnet.value.Value;

/** The rules for which attachment is meant. */
final class AttachmentInputRules {
  private AttachmentInputRules() {}

  static void check(Value<AttachmentSpec> attachment, Value<String> attachmentName, Report report) {
    if (attachment.isGiven() && attachmentName.isGiven()) {
      report.add(
          PlatformCatalogue.ATTACHMENT_CHOICE,
          attachmentName.path(),
          "attachment and attachmentName are both set.");
    }
    attachmentName.ifKnown(
        name ->
            report.notChecked(
                attachmentName.path(),
                "attachment " + attachmentName.shown() + " is not managed here"));
  }
}
