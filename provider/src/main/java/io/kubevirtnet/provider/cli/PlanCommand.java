package io.kubevirtnet.provider.cli;

import io.kubevirtnet.component.Settings;
import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.KubeVirtRelease;
import io.kubevirtnet.provider.manifest.KubernetesObject;
import io.kubevirtnet.provider.manifest.Scene;
import io.kubevirtnet.provider.plan.Acceptance;
import io.kubevirtnet.provider.plan.NotChecked;
import io.kubevirtnet.provider.plan.PlanScene;
import io.kubevirtnet.provider.plan.Planner;
import io.kubevirtnet.provider.plan.Side;
import io.kubevirtnet.provider.preview.Program;
import io.kubevirtnet.provider.preview.ProgramRun;
import io.kubevirtnet.provider.report.FailedProgram;
import io.kubevirtnet.provider.report.Note;
import io.kubevirtnet.provider.report.ProgramNotes;
import io.kubevirtnet.provider.report.Style;
import io.kubevirtnet.provider.sides.ClusterSides;
import io.kubevirtnet.provider.sides.ProgramSides;
import io.kubevirtnet.provider.sides.ReadSides;
import io.kubevirtnet.provider.sides.SceneReading;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What will happen, before it happens. */
@Command(
    name = "plan",
    description =
        "What will happen to the networks of a cluster. What shall be comes from one of --new,"
            + " --preview and --program; what is there already from --old, the preview, or the"
            + " cluster of --context. Nothing is applied. Exit code 0 when nothing changes, 1 when"
            + " the rules object or something fails, 2 for changes, 3 for changes with a risk that"
            + " nobody acknowledged.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.class)
final class PlanCommand implements Callable<Integer> {
  @ParentCommand private Main main = new Main(InputStream.nullInputStream());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SideOptions sides = new SideOptions();

  @Mixin private ProgramOptions programs = new ProgramOptions();

  @Mixin private LiveOptions cluster = new LiveOptions();

  @Mixin private RuleOptions rules = new RuleOptions();

  @Mixin private ReleaseOptions releases = new ReleaseOptions();

  @Mixin private AcceptanceOptions accepted = new AcceptanceOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, markdown (for the comment of a merge request), json, or html (one page that needs"
              + " nothing else). Default: text.")
  private PlanReport.Format format = PlanReport.Format.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. Default: auto, in a terminal unless NO_COLOR is set.")
  private Terminal.Colours colours = Terminal.Colours.AUTO;

  @Option(
      names = "--progress",
      description =
          "Say what takes long although nobody watches, such as in the log of a pipeline.")
  private boolean insists;

  @Override
  public Integer call() {
    var program = programs.program();
    sides.validate(program.isPresent(), cluster.isGiven());
    var acceptance = accepted.acceptance(main.in(), LocalDate.now(ZoneId.systemDefault()));
    var terminal = Terminal.ofProcess();
    Made made;
    try (var progress = Progress.start(spec.commandLine().getErr(), terminal, insists)) {
      made = make(program, acceptance, terminal, progress);
    }
    var command = spec.commandLine();
    command.getOut().print(made.out());
    command.getOut().flush();
    command.getErr().print(made.err());
    return made.exitCode();
  }

  /** All that is to be written, once nothing rewrites a line any more. */
  private record Made(String out, String err, int exitCode) {}

  private Made make(
      Optional<Program> program, Acceptance acceptance, Terminal terminal, Progress progress) {
    progress.step("reading what shall be");
    var run = program.map(p -> run(p, progress));
    if (run.filter(PlanCommand::isNothing).isPresent()) {
      var class_ = run.get().mainClass();
      return new Made("", class_ + " registered nothing: is it a Pulumi program?\n", Main.ERRORS);
    }
    var read =
        run.map(r -> ProgramSides.of(r.preview(), programs.config()))
            .or(() -> sides.news(main.in()))
            .orElseThrow();
    if (read.failed()) {
      return run.map(PlanCommand::failed)
          .orElseGet(() -> new Made(FailedSides.text(read), "", Main.ERRORS));
    }
    var input = input(read, progress);
    progress.step("planning");
    var report =
        new PlanReport(
            with(read.settings(), acceptance)
                .of(Planner.plan(input.before(), input.after(), input.scene())),
            notes(run, read),
            new Style(terminal.isColoured(colours, System.getenv()), terminal.width()));
    return new Made(report.written(format), "", report.exitCode());
  }

  private static ProgramRun run(Program program, Progress progress) {
    progress.step("running the program");
    return ProgramRun.of(program, ProgramRun.DEADLINE);
  }

  private static boolean isNothing(ProgramRun run) {
    return run.preview().resources().isEmpty() && !run.preview().failed();
  }

  private static Made failed(ProgramRun run) {
    var printed =
        run.output().isBlank()
            ? ""
            : "What %s printed:%n%s%n".formatted(run.mainClass(), run.output().stripTrailing());
    return new Made(FailedProgram.of(run.preview()), printed, Main.ERRORS);
  }

  private static List<Note> notes(Optional<ProgramRun> run, ReadSides read) {
    return run.map(r -> ProgramNotes.of(r.preview()))
        .orElseGet(() -> read.said().stream().map(s -> new Note(s.who(), s.line())).toList());
  }

  private PlanInput input(ReadSides read, Progress progress) {
    progress.step("reading what is there");
    var old = sides.olds(main.in());
    var live = Optional.of(cluster).filter(LiveOptions::isGiven).map(c -> c.read(progress::step));
    var before = old.map(ReadSides::after).orElse(read.before());
    if (live.isPresent() && old.isEmpty() && !sides.isPreview()) {
      live.get()
          .problem()
          .ifPresent(
              problem -> {
                throw problem;
              });
      before = ClusterSides.before(live.get().objects(), read.after());
    }
    var beside = new ArrayList<KubernetesObject>();
    live.ifPresent(l -> beside.addAll(l.objects()));
    old.ifPresent(o -> beside.addAll(o.beside()));
    beside.addAll(read.beside());
    beside.addAll(sides.states(main.in()));
    var notes = new ArrayList<NotChecked>(read.notChecked());
    old.ifPresent(o -> notes.addAll(o.notChecked()));
    live.ifPresent(l -> notes.addAll(l.notChecked()));
    if (beside.isEmpty() && live.isEmpty()) {
      notes.add(new NotChecked("nodes", "no cluster reachable"));
    }
    return planned(before, read, beside, notes);
  }

  /** What a plan is made of. */
  private record PlanInput(Side before, Side after, PlanScene scene) {}

  private PlanInput planned(
      Side before, ReadSides read, List<KubernetesObject> beside, List<NotChecked> notes) {
    var settings = read.settings();
    var scene =
        SceneReading.of(
            beside,
            rules(settings),
            releases.isKubeVirtGiven() || settings.kubeVirt().release().isPresent(),
            SceneReading.declared(before, read.after()),
            notes);
    return new PlanInput(before, read.after(), scene);
  }

  /** What was said here goes before what the stack says. */
  private Scene rules(Settings settings) {
    Value<String> kubeVirt = chosen(releases.isKubeVirtGiven(), releases.kubeVirt());
    var report = new Report();
    return Scene.of(releases.kubeVirt(), false)
        .of(
            releases.isPlatformGiven()
                ? releases.platform()
                : settings.platform().release(new Value.Absent<>(PropertyPath.ROOT), report))
        .on(List.of(), rules.managementAllowed(), rules.isolation(settings.isolation()))
        .of(settings.kubeVirt().cluster(kubeVirt, report));
  }

  private static Value<String> chosen(boolean given, KubeVirtRelease release) {
    return given
        ? Value.known(PropertyPath.ROOT, release.wire())
        : new Value.Absent<>(PropertyPath.ROOT);
  }

  /** The severities of the stack count where none was given here. */
  private static Acceptance with(Settings settings, Acceptance given) {
    var severities = new LinkedHashMap<>(settings.severities());
    severities.putAll(given.severities());
    return new Acceptance(
        given.failOn(), severities, given.suppressions(), given.acknowledgements(), given.today());
  }
}
