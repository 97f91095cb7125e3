package io.kubevirtnet.nmstate;

import io.kubevirtnet.finding.Rule;
import io.kubevirtnet.value.Part;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Scalars;
import io.kubevirtnet.value.Tree;
import io.kubevirtnet.value.Tree.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of addresses. */
final class AddressKinds {
  private AddressKinds() {}

  static final Kind IP = new Address("IP address", IpLiteral::parse);
  static final Kind IPV6 = new Address("IPv6 address", IpLiteral::parseV6);
  static final Kind PCI = new Pci();
  static final Kind PROTOCOL = new Protocol();

  private record Address(String family, Function<String, Optional<IpLiteral>> parser)
      implements Kind {
    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      if (!(tree instanceof Scalar s && s.value() instanceof String text)) {
        return reading.wrongType(tree, path, this);
      }
      var parsed = parser.apply(text);
      return parsed.isPresent()
          ? Optional.of(Scalars.like(tree, parsed.get().toString()))
          : refuseAddress(tree, path, reading, "invalid " + family + " syntax");
    }

    @Override
    public String expected() {
      return family;
    }
  }

  private record Pci() implements Kind {
    private static final Pattern FORM =
        Pattern.compile(
            "(?:\\+?([0-9a-fA-F]{1,8}):)?\\+?([0-9a-fA-F]{1,2}):\\+?([0-9a-fA-F]{1,2})\\.\\+?(\\d{1,3})");

    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      if (!(tree instanceof Scalar s && s.value() instanceof String text)) {
        return reading.wrongType(tree, path, this);
      }
      var m = FORM.matcher(text);
      if (!m.matches() || Integer.parseInt(m.group(4)) > 255) {
        var shown = tree.marks().secret() ? Part.SECRET : text;
        return refuseAddress(
            tree,
            path,
            reading,
            "InvalidArgument: Invalid PCI address, expecting string like 00:1b.0 or 0000:07:00.1,"
                + " but got "
                + shown);
      }
      long domain = m.group(1) == null ? 0 : Long.parseLong(m.group(1), 16);
      var printed =
          String.format(
              Locale.ROOT,
              domain > 65535 ? "%08x:%02x:%02x.%d" : "%04x:%02x:%02x.%d",
              domain,
              Integer.parseInt(m.group(2), 16),
              Integer.parseInt(m.group(3), 16),
              Integer.parseInt(m.group(4)));
      return Optional.of(Scalars.like(tree, printed));
    }

    @Override
    public String expected() {
      return "a string";
    }
  }

  /** Who made an address, as {@code ip address} names it. */
  private record Protocol() implements Kind {
    private static final Set<String> KNOWN = Set.of("lo", "ra", "kernel_ll");

    @Override
    public Optional<Tree> read(Tree tree, PropertyPath path, Reading reading) {
      var number = Scalars.whole(tree);
      boolean word = tree instanceof Scalar s && s.value() instanceof String;
      if (!word && number.orElse(-1) < 0) {
        return reading.wrongType(tree, path, this);
      }
      var text = Scalars.text(tree);
      if (KNOWN.contains(text)) {
        return Optional.of(tree);
      }
      boolean hex = text.startsWith("0x");
      var parsed = WholeText.parse(hex ? text.substring(2) : text, hex ? 16 : 10, false);
      if (parsed.problem().isEmpty() && parsed.value() <= 255) {
        return Optional.of(Scalars.like(tree, printed(parsed.value())));
      }
      return refuseAddress(
          tree,
          path,
          reading,
          "InvalidArgument: Invalid address protocol '"
              + (tree.marks().secret() ? Part.SECRET : text)
              + "', should be lo, ra, kernel_ll or integer from 0 to 255 (decimal or 0x hex)");
    }

    private static String printed(long value) {
      return value == 1
          ? "lo"
          : value == 2 ? "ra" : value == 3 ? "kernel_ll" : "0x" + Long.toHexString(value);
    }

    @Override
    public String expected() {
      return "unsigned integer or string";
    }
  }

  private static Optional<Tree> refuseAddress(
      Tree tree, PropertyPath path, Reading reading, String message) {
    Rule rule = ShapeCatalogue.ADDRESS;
    return reading.refuse(rule, tree, path, ParserWords.shown(tree) + " is no address.", message);
  }
}
