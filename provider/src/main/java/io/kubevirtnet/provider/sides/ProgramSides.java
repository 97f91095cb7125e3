package io.kubevirtnet.provider.sides;

import io.kubevirtnet.finding.FindingText;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.preview.LogLine;
import io.kubevirtnet.provider.preview.PlannedResource;
import io.kubevirtnet.provider.preview.Preview;
import io.kubevirtnet.provider.report.ProgramNotes;
import io.kubevirtnet.provider.sides.ReadSides.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The new side from a program that ran against the recording engine; the old one is empty. */
public final class ProgramSides {
  private ProgramSides() {}

  /**
   * Reads it.
   *
   * @param config of the stack, by full key
   */
  public static ReadSides of(Preview preview, Map<String, String> config) {
    var byUrn = new HashMap<String, PlannedResource>();
    preview.resources().forEach(r -> byUrn.put(r.urn(), r));
    var objects = new StackObjects();
    preview.objects().forEach(r -> objects.add(read(r, byUrn), false));
    return new ReadSides(
        Side.EMPTY,
        objects.side(),
        List.of(),
        StackConfig.settings(config),
        said(preview),
        ProgramNotes.notChecked(preview),
        preview.failed());
  }

  private static StackObjects.Read read(
      PlannedResource resource, Map<String, PlannedResource> byUrn) {
    var component =
        Optional.ofNullable(byUrn.get(resource.parent()))
            .filter(PlannedResource::isComponent)
            .map(ProgramSides::title);
    return StackObjects.read(resource.urn(), component, resource.inputs());
  }

  private static String title(PlannedResource resource) {
    return resource.kind() + " " + resource.name();
  }

  private static List<Said> said(Preview preview) {
    return Stream.concat(
            preview.logs().stream().map(l -> said("", l)),
            preview.resources().stream()
                .flatMap(r -> r.logs().stream().map(l -> said(title(r), l))))
        .filter(s -> !s.severity().equals("debug") && !FindingText.isEnd(s.message()))
        .toList();
  }

  private static Said said(String who, LogLine line) {
    return new Said(who, line.level().name().toLowerCase(Locale.ROOT), line.message().strip());
  }
}
