package io.kubevirtnet.e2e.scenario;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** A component of either mode, by type and raw inputs. */
public interface AnyComponent {
  Output<?> output(String name);

  /** How one is made; both modes take the same inputs. */
  @FunctionalInterface
  interface Mode {
    AnyComponent make(
        String type, String name, Map<String, Object> inputs, ComponentResourceOptions options);

    default AnyComponent make(String type, String name, Map<String, Object> inputs) {
      return make("kubevirtnet:index:" + type, name, inputs, ComponentResourceOptions.Empty);
    }
  }

  Mode LIBRARY = LibraryComponent::new;
  Mode PLUGIN = RemoteComponent::new;
}
