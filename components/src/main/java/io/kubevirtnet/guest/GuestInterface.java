package io.kubevirtnet.guest;

import io.kubevirtnet.spec.GuestBondSpec;
import io.kubevirtnet.spec.GuestBridgeSpec;
import io.kubevirtnet.spec.GuestLinkSpec;
import io.kubevirtnet.spec.GuestVlanSpec;
import io.kubevirtnet.value.PropertyPath;
import io.kubevirtnet.value.Value;
import java.util.List;

/** One interface of the guest as its author wrote it. */
sealed interface GuestInterface {
  PropertyPath path();

  /** What other entries call it: for a card the network, else the name of the interface. */
  Value<String> label();

  Addressing addressing();

  /** What it stands on: networks or other interfaces of this guest. */
  Value<List<Value<String>>> under();

  record Link(GuestLinkSpec spec) implements GuestInterface {
    @Override
    public PropertyPath path() {
      return spec.path();
    }

    @Override
    public Value<String> label() {
      return spec.network();
    }

    @Override
    public Addressing addressing() {
      return Addressing.of(spec);
    }

    @Override
    public Value<List<Value<String>>> under() {
      return new Value.Absent<>(spec.path());
    }
  }

  record Vlan(GuestVlanSpec spec) implements GuestInterface {
    @Override
    public PropertyPath path() {
      return spec.path();
    }

    @Override
    public Value<String> label() {
      return spec.name();
    }

    @Override
    public Addressing addressing() {
      return Addressing.of(spec);
    }

    @Override
    public Value<List<Value<String>>> under() {
      return Value.known(spec.over().path(), List.of(spec.over()));
    }
  }

  record Bond(GuestBondSpec spec) implements GuestInterface {
    @Override
    public PropertyPath path() {
      return spec.path();
    }

    @Override
    public Value<String> label() {
      return spec.name();
    }

    @Override
    public Addressing addressing() {
      return Addressing.of(spec);
    }

    @Override
    public Value<List<Value<String>>> under() {
      return spec.ports();
    }
  }

  record Bridge(GuestBridgeSpec spec) implements GuestInterface {
    @Override
    public PropertyPath path() {
      return spec.path();
    }

    @Override
    public Value<String> label() {
      return spec.name();
    }

    @Override
    public Addressing addressing() {
      return Addressing.of(spec);
    }

    @Override
    public Value<List<Value<String>>> under() {
      return spec.ports();
    }
  }
}
