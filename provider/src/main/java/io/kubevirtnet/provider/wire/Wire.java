package io.kubevirtnet.provider.wire;

import com.google.protobuf.Struct;
import java.util.Set;

/** The words of Pulumi's wire format: an object with a signature stands for something else. */
public final class Wire {
  public static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  public static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  public static final String RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

  /** What stands for an unknown text; there is one each for the other types. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  public static final Set<String> ALL_UNKNOWN =
      Set.of(
          UNKNOWN,
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
          "030794c1-ac77-496b-92df-f27374a8bd58",
          "e48ece36-62e2-4504-bad9-02848725956a",
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

  public static final String VALUE = "value";
  public static final String IS_SECRET = "secret";
  public static final String DEPENDENCIES = "dependencies";
  public static final String URN = "urn";
  public static final String ID = "id";

  private Wire() {}

  /** The signature of an object, or nothing when it stands for itself. */
  public static String signature(Struct object) {
    var signature = object.getFieldsMap().get(SIGNATURE);
    return signature == null ? "" : signature.getStringValue();
  }
}
