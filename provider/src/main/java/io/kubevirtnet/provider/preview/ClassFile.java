package io.kubevirtnet.provider.preview;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** As much of the class file format (JVMS 4) as tells whether a class can be started. */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int PUBLIC_STATIC = 0x0001 | 0x0008;
  private static final String NAME = "main";
  private static final String DESCRIPTOR = "([Ljava/lang/String;)V";

  private final DataInputStream in;
  private final Map<Integer, String> texts = new HashMap<>();

  private ClassFile(byte[] bytes) {
    in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** False also for what is no class file, or a damaged one. */
  static boolean hasMain(byte[] bytes) {
    try {
      return new ClassFile(bytes).read();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean read() throws IOException {
    if (in.readInt() != MAGIC) {
      return false;
    }
    in.skipNBytes(4);
    constants();
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    members();
    return members();
  }

  private void constants() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of unknown kind " + tag);
      }
    }
  }

  /** Reads fields or methods, and tells whether the main method is among them. */
  private boolean members() throws IOException {
    boolean found = false;
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      int access = in.readUnsignedShort();
      var name = texts.get(in.readUnsignedShort());
      var descriptor = texts.get(in.readUnsignedShort());
      found |=
          (access & PUBLIC_STATIC) == PUBLIC_STATIC
              && NAME.equals(name)
              && DESCRIPTOR.equals(descriptor);
      int attributes = in.readUnsignedShort();
      for (int a = 0; a < attributes; a++) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
    return found;
  }
}
