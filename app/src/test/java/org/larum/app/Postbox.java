package org.larum.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A mail server that keeps what it takes, and refuses the recipients that it was told to refuse. */
public final class Postbox implements AutoCloseable {

    /** {@code text}: whole and unfolded, so that what is looked for is not cut by soft line breaks. */
    public record Mail(String to, String text) {

        public String header(String name) {
            return text.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private volatile IntConsumer taken = number -> {};

    public Postbox() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it answers when it hears of this recipient. */
    public void refuse(String address, String answer) {
        refusals.put(address, answer);
    }

    public void takeAgain(String address) {
        refusals.remove(address);
    }

    /** Called with the number of each mail that it has, before it says that it has it. */
    public void whenTaken(IntConsumer then) {
        taken = then;
    }

    public List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            say(socket, "220 postbox");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:")) {
                    to = line.replaceAll("^RCPT TO:<|>.*$", "");
                }
                if (line.equals("DATA")) {
                    say(socket, "354 go ahead");
                    mails.add(new Mail(to, text(in)));
                    taken.accept(mails.size());
                }
                say(socket, answer(line, to));
            }
        } catch (IOException e) {
            // Whoever sent was killed.
        }
    }

    private static String text(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        for (@Nullable String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines).replace("=\n", "").replace("=3D", "=");
    }

    private String answer(String line, String to) {
        return line.startsWith("RCPT TO:") ? refusals.getOrDefault(to, "250 ok") : "250 ok";
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
