package io.kubevirtnet.netriscontroller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a controller does with a request once it knows who asks. One request at a time. */
final class Controller {
  private final StateFile file;
  private Fabric fabric;

  Controller(StateFile file, Seed seed) {
    this.file = file;
    if (file.exists()) {
      fabric = file.read();
    } else {
      fabric = seed.fabric();
      file.write(fabric);
    }
  }

  synchronized Reply answer(Request request, Modes modes) {
    for (Route route : routes(modes)) {
      Optional<Request> taken = route.taken(request);
      if (taken.isPresent()) {
        return request.method().equals("GET")
            ? route.answer().apply(taken.get())
            : write(route, taken.get());
      }
    }
    throw Refused.notFound();
  }

  /** Something that nobody asked for by the API, such as what somebody does on the web page. */
  synchronized void change(Consumer<Fabric> change) {
    try {
      change.accept(fabric);
    } catch (RuntimeException e) {
      fabric = file.read();
      throw e;
    }
    file.write(fabric);
  }

  private Reply write(Route route, Request request) {
    List<Reply> reply = new ArrayList<>();
    change(f -> reply.add(route.answer().apply(request)));
    return reply.get(0);
  }

  private List<Route> routes(Modes modes) {
    List<Route> all = new ArrayList<>();
    all.addAll(new ServerClusters(fabric, modes).routes());
    all.addAll(new Templates(fabric).routes());
    all.addAll(new Vpcs(fabric, modes).routes());
    all.addAll(new Vnets(fabric, modes).routes());
    all.addAll(new Ipam(fabric, modes).routes());
    all.addAll(new Inventory(fabric, modes).routes());
    return all;
  }
}
