package io.kubevirtnet.kubevirt;

import io.kubevirtnet.finding.Rule;
import java.util.List;

/** What no machine gets through with to the rules of KubeVirt, and what is dropped on the way. */
final class ReadingCatalogue {
  private ReadingCatalogue() {}

  static final Rule WRONG_TYPE =
      Rule.refused("KVN-V063", "Field of the wrong type")
          .why("KubeVirt can not read the machine then, and stops.")
          .fix("Write a value of that type.")
          .source("KubeVirt API: types")
          .example(Manifest.masquerade("ports: [{port: \"80\"}]"));

  static final Rule SCHEMA =
      Rule.refused("KVN-V064", "What the schema of the object forbids")
          .why("It asks for some fields, and takes 256 interfaces and networks at most.")
          .fix("Set the field.")
          .source("KubeVirt API: schema")
          .example(Manifest.second("binding: {}", "multus: {networkName: lan}"));

  static final Rule UNKNOWN_KEY =
      Rule.error("KVN-V065", "Field that does not exist")
          .why(
              "The API server drops what the schema does not have, mostly without a word, so it has no effect.")
          .fix("Correct the name, or take it out.")
          .source("KubeVirt API: schema")
          .example(Manifest.masquerade("macAdress: \"02:00:5e:10:00:01\""));

  static final List<Rule> ALL = List.of(WRONG_TYPE, SCHEMA, UNKNOWN_KEY);
}
