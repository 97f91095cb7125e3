package io.kubevirtnet.e2e.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * One client's connection. Each request gets a connection of its own to the server, that the server
 * ends with its answer: so the proxy need not understand how answers are framed.
 */
final class Connection implements Runnable {
  private final Socket client;
  private final URI server;
  private final SSLSocketFactory tls;
  private final Traffic traffic;

  Connection(Socket client, URI server, SSLSocketFactory tls, Traffic traffic) {
    this.client = client;
    this.server = server;
    this.tls = tls;
    this.traffic = traffic;
  }

  @Override
  public void run() {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      boolean open = true;
      while (open) {
        Optional<Message> head = Message.read(in);
        open = head.isPresent() && answer(head.get(), in);
      }
    } catch (IOException e) {
      // One side has gone; the other is told by the end of its connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      traffic.ended(client);
    }
  }

  /** Whether the connection goes on. */
  private boolean answer(Message head, InputStream in) throws IOException, InterruptedException {
    String[] line = head.firstLine().split(" ", 3);
    byte[] body = head.body(in);
    Request request = Request.of(line[0], line[1], new String(body, StandardCharsets.UTF_8));
    Optional<Fault> fault = traffic.arrived(request);
    if (fault.isEmpty()) {
      return pass(head, body, in, request, Optional.empty());
    }
    Fault planned = fault.get();
    if (planned instanceof Fault.Answer answer) {
      client.getOutputStream().write(Refusals.status(answer));
      return true;
    }
    if (planned instanceof Fault.Gone) {
      client.getOutputStream().write(Refusals.gone());
      return false;
    }
    if (planned instanceof Fault.Delay delay) {
      Thread.sleep(delay.delay().toMillis());
      return pass(head, body, in, request, Optional.empty());
    }
    if (planned instanceof Fault.Drop drop) {
      if (drop.passedOn()) {
        swallow(head, body);
      }
      return false;
    }
    Fault.Held held = (Fault.Held) planned;
    if (held.passedOn()) {
      return pass(head, body, in, request, Optional.of(held.gate()));
    }
    held.gate().pass();
    return pass(head, body, in, request, Optional.empty());
  }

  private void swallow(Message head, byte[] body) throws IOException {
    try (Socket upstream = send(head, body)) {
      upstream.getInputStream().readAllBytes();
    }
  }

  private boolean pass(
      Message head, byte[] body, InputStream in, Request request, Optional<Gate> gate)
      throws IOException, InterruptedException {
    try (Socket upstream = send(head, body)) {
      InputStream back = new BufferedInputStream(upstream.getInputStream());
      Message answer =
          Message.read(back).orElseThrow(() -> new IOException("the server gave no answer"));
      if (gate.isPresent()) {
        gate.get().pass();
      }
      OutputStream out = client.getOutputStream();
      boolean framed =
          answer.header("Content-Length").isPresent()
              || answer.has("Transfer-Encoding", "chunked")
              || answer.firstLine().contains(" 204 ")
              || answer.firstLine().contains(" 304 ");
      out.write((framed && !request.isWatch() ? answer.without("Connection") : answer).bytes());
      out.flush();
      if (request.isWatch()) {
        // A client that leaves ends its watch at the server, too.
        Thread there = new Thread(() -> copyQuietly(in, upstream), "to the server");
        there.setDaemon(true);
        there.start();
        traffic.watches(request, client);
        copy(back, out);
        return false;
      }
      copy(back, out);
      return framed;
    }
  }

  private Socket send(Message head, byte[] body) throws IOException {
    Socket plain = new Socket(server.getHost(), server.getPort());
    Socket upstream = tls.createSocket(plain, server.getHost(), server.getPort(), true);
    traffic.opened(client, upstream);
    Message request =
        head.without("Host")
            .with("Host: " + server.getAuthority())
            .without("Connection")
            .without("Upgrade")
            .without("HTTP2-Settings")
            .with("Connection: close")
            .without("Transfer-Encoding")
            .without("Content-Length");
    if (body.length > 0 || head.header("Content-Length").isPresent()) {
      request = request.with("Content-Length: " + body.length);
    }
    OutputStream out = upstream.getOutputStream();
    out.write(request.bytes());
    out.write(body);
    out.flush();
    return upstream;
  }

  private static void copyQuietly(InputStream in, Socket upstream) {
    try (upstream) {
      copy(in, upstream.getOutputStream());
    } catch (IOException e) {
      // The other direction ends with it.
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, count);
      out.flush();
    }
  }
}
