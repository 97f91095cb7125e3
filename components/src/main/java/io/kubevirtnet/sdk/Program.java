package io.kubevirtnet.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.deployment.internal.Runner;
import io.kubevirtnet.across.Run;
import io.kubevirtnet.component.Settings;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Fields;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** What all components of one running program share. */
record Program(Run run, Failures failures, Arrivals arrivals, Settings settings) {
  private static final Map<Runner, Program> PROGRAMS =
      Collections.synchronizedMap(new WeakHashMap<>());

  static Program of(DeploymentInternal deployment) {
    return PROGRAMS.computeIfAbsent(
        deployment.getRunner(), runner -> of(new Failures(), settings(deployment)));
  }

  private static Program of(Failures failures, Settings settings) {
    return new Program(new Run(), failures, new Arrivals(failures), settings);
  }

  private static Settings settings(DeploymentInternal deployment) {
    var config = Fields.EMPTY;
    for (var name : Settings.NAMES) {
      var text = deployment.getConfig("kubevirtnet:" + name);
      if (text.isPresent()) {
        config =
            config.with(
                name, Settings.TEXTS.contains(name) ? Tree.of(text.get()) : json(text.get()));
      }
    }
    return Settings.read(config);
  }

  /** Structured configuration comes as JSON text; other text is left for the reader to refuse. */
  private static Tree json(String text) {
    try {
      var value = new JsonMapper().readValue(text, Object.class);
      return Tree.of(value == null ? text : value);
    } catch (JsonProcessingException e) {
      return Tree.of(text);
    }
  }
}
