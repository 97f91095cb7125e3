package io.kubevirtnet.machine;

import io.kubevirtnet.finding.Report;
import io.kubevirtnet.kubevirt.Template;
import io.kubevirtnet.kubevirt.TemplateMerge;
import io.kubevirtnet.link.KubernetesName;
import io.kubevirtnet.link.Quantity;
import io.kubevirtnet.spec.InstanceTypeRefSpec;
import io.kubevirtnet.spec.VirtualMachineSpec;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import io.kubevirtnet.value.Tree.Unknown;
import io.kubevirtnet.value.Value;
import io.kubevirtnet.value.YamlText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules for the inputs of a machine, before there is an object that KubeVirt could judge. */
public final class MachineInputRules {
  private static final List<String> PARTS = List.of("metadata", "spec");

  private final VirtualMachineSpec spec;
  private final DesiredMachine machine;
  private final Report report;

  private MachineInputRules(VirtualMachineSpec spec, DesiredMachine machine, Report report) {
    this.spec = spec;
    this.machine = machine;
    this.report = report;
  }

  public static void check(VirtualMachineSpec spec, DesiredMachine machine, Report report) {
    var rules = new MachineInputRules(spec, machine, report);
    rules.names();
    report.check(spec.networks(), all -> rules.networks());
    rules.sizes();
    machine.rootDisk().check(report);
    rules.twice(spec.networkData(), "networkData", spec.guestNetwork(), "guestNetwork");
    machine.cloudInit().check(machine.guestCards(), report);
    rules.template();
    rules.memory();
  }

  private void names() {
    name(machine.name(), "machine");
    name(spec.namespace(), "namespace");
    labels(spec.labels(), "label", true);
    labels(spec.annotations(), "annotation", false);
    labels(spec.nodeSelector(), "label", true);
  }

  private void name(Value<String> name, String what) {
    report.require(
        name,
        KubernetesName::isLabel,
        MachineCatalogue.NAME,
        "\"" + name.shown() + "\" is not the name of a " + what + ".",
        "Write " + KubernetesName.proposal(name));
  }

  private void labels(Value<Map<String, Value<String>>> labels, String what, boolean values) {
    report.check(
        labels,
        all ->
            all.forEach(
                (key, value) -> {
                  if (!KubernetesName.isLabelKey(key)) {
                    report.add(
                        MachineCatalogue.LABELS,
                        value.path(),
                        "\"" + value.shownKey(key) + "\" is not the key of a " + what + ".");
                  } else if (values) {
                    report.require(
                        value,
                        KubernetesName::isLabelValue,
                        MachineCatalogue.LABELS,
                        "\"" + value.shown() + "\" is not the value of a label.");
                  }
                }));
  }

  private void networks() {
    machine.networks().forEach(n -> NetworkInputRules.check(n, report));
  }

  private void sizes() {
    report.require(
        spec.memory(),
        Quantity::isPositive,
        MachineCatalogue.SIZE,
        "\"" + spec.memory().shown() + "\" is not an amount of memory.");
    report.require(
        spec.cpuCores(),
        cores -> cores > 0,
        MachineCatalogue.SIZE,
        spec.cpuCores().shown() + " is not a number of cores.");
    report.check(spec.instanceType(), this::reference);
    report.check(spec.preference(), this::reference);
    if (spec.instanceType().isGiven()) {
      Stream.of(
              Map.entry("memory", spec.memory()),
              Map.entry("cpuCores", spec.cpuCores()),
              Map.entry("dedicatedCpus", spec.dedicatedCpus()))
          .filter(size -> size.getValue().isGiven())
          .forEach(
              size ->
                  report.add(
                      MachineCatalogue.SIZE_CHOICE,
                      size.getValue().path(),
                      size.getKey() + " is set with instanceType."));
    }
  }

  private void reference(InstanceTypeRefSpec reference) {
    report.require(
        reference.name(),
        KubernetesName::isSubdomain,
        MachineCatalogue.SIZE_CHOICE,
        "\"" + reference.name().shown() + "\" is not a name.",
        "Write the name that the cluster lists.");
  }

  private void twice(Value<?> one, String oneName, Value<?> other, String otherName) {
    if (one.isGiven() && other.isGiven()) {
      report.add(
          MachineCatalogue.CHOICE, other.path(), oneName + " and " + otherName + " are both set.");
    }
  }

  private void template() {
    twice(spec.template(), "template", spec.templateYaml(), "templateYaml");
    report.check(
        spec.templateYaml(),
        text ->
            YamlText.read(text)
                .problem()
                .ifPresent(
                    p ->
                        report.add(
                            MachineCatalogue.TEMPLATE_SHAPE,
                            spec.templateYaml().path(),
                            "The text " + p + ".")));
    var template = machine.addition();
    if (template.tree() instanceof Fields fields) {
      fields.fields().forEach((key, tree) -> part(template, key, tree));
    } else if (template.tree() instanceof Unknown) {
      report.notChecked(template.path(), "known after apply");
    }
    machine.merged().conflicts().forEach(this::conflict);
  }

  private void part(Template template, String key, Tree tree) {
    var shown = tree.allMarks().secret() ? "[secret]" : key;
    if (!PARTS.contains(key)) {
      report.add(
          MachineCatalogue.TEMPLATE_SHAPE,
          template.at(shown, tree),
          shown + " is not a part of a template.");
    } else if (!(tree instanceof Fields || tree instanceof Unknown)) {
      report.add(MachineCatalogue.TEMPLATE_SHAPE, template.at(key, tree), key + " is no map.");
    }
  }

  private void conflict(TemplateMerge.Conflict conflict) {
    var input = machine.input(conflict.made());
    var what = conflict.name().isEmpty() ? "it" : "\"" + conflict.name() + "\"";
    report.add(
        MachineCatalogue.TEMPLATE_CONFLICT,
        conflict.added(),
        input + " makes " + what + " already.",
        "Remove it from " + conflict.added() + ", or from " + input + ".");
  }

  /** With a preference or a template that is not known yet nobody can tell. */
  private void memory() {
    boolean said =
        spec.memory().isGiven()
            || spec.instanceType().isGiven()
            || machine.inMachine("domain", "memory", "guest").isPresent()
            || machine.inMachine("domain", "memory", "hugepages").isPresent()
            || machine.inMachine("domain", "resources", "requests", "memory").isPresent()
            || machine.inMachine("domain", "resources", "limits", "memory").isPresent();
    if (!said) {
      report.add(
          MachineCatalogue.NO_MEMORY, spec.memory().path(), "Nothing says how much memory it has.");
    }
  }
}
