package org.larum.notifiers.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that says at each step what it was told to say, hangs up there, or falls silent. */
final class ScriptedSmtp implements AutoCloseable {

    enum Step {
        GREETING,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        DOT,
        QUIT
    }

    static final String DROP = "(drop)";
    static final String SILENCE = "(silence)";
    static final String CHATTER = "(chatter)";

    private final Map<Step, String> script = Collections.synchronizedMap(new EnumMap<>(Step.class));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private volatile @Nullable SSLContext tls;
    private volatile boolean isTlsFromTheStart;

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50); // also at 127.0.0.2
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        behaves();
        Thread.ofVirtual().start(this::accept);
    }

    void behaves() {
        script.put(Step.GREETING, "220 fake ESMTP");
        script.put(Step.EHLO, "250-fake\r\n250 AUTH PLAIN");
        script.put(Step.STARTTLS, "220 go ahead");
        script.put(Step.AUTH, "235 welcome");
        script.put(Step.MAIL, "250 sender ok");
        script.put(Step.RCPT, "250 recipient ok");
        script.put(Step.DATA, "354 go ahead");
        script.put(Step.DOT, "250 2.0.0 Ok: queued as 4XyZ");
        script.put(Step.QUIT, "221 bye");
    }

    void says(Step step, String words) {
        script.put(step, words);
    }

    void offersTls(SSLContext context) {
        tls = context;
        says(Step.EHLO, "250-fake\r\n250-STARTTLS\r\n250 AUTH PLAIN");
    }

    void speaksTlsFromTheStart(SSLContext context) {
        tls = context;
        isTlsFromTheStart = true;
    }

    int port() {
        return server.getLocalPort();
    }

    String heard() {
        return String.join("\n", heard);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            heard.add("(closed)");
        }
    }

    private void serve(Socket plain) {
        try (Socket socket = plain) {
            SSLContext context = tls;
            if (context != null && (isTlsFromTheStart || talk(socket, Step.GREETING))) {
                var layered =
                        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), false);
                layered.setUseClientMode(false);
                layered.startHandshake();
                heard.add("(encrypted)");
                talk(layered, isTlsFromTheStart ? Step.GREETING : null);
            } else if (context == null) {
                talk(socket, Step.GREETING);
            }
        } catch (IOException e) {
            heard.add("(lost)");
        }
    }

    /** True when the rest is to be said encrypted. */
    private boolean talk(Socket socket, @Nullable Step first) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        boolean isGoingOn = first == null || says(socket, first);
        boolean isMail = false;
        String line;
        while (isGoingOn && (line = in.readLine()) != null) {
            heard.add(line);
            if (isMail) {
                isMail = !line.equals(".");
                isGoingOn = isMail || says(socket, Step.DOT);
            } else if (line.startsWith("RSET")) {
                socket.getOutputStream().write("250 reset\r\n".getBytes(StandardCharsets.UTF_8));
            } else {
                Step step = step(line);
                isGoingOn = says(socket, step) && step != Step.QUIT;
                isMail = step == Step.DATA && words(step).startsWith("3");
                if (step == Step.STARTTLS && tls != null && words(step).startsWith("2")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Step step(String line) {
        String verb = line.split(" ", 2)[0];
        return verb.equals("HELO") ? Step.EHLO : Step.valueOf(verb);
    }

    private String words(Step step) {
        return script.getOrDefault(step, DROP);
    }

    /** False when the conversation is over. */
    private boolean says(Socket socket, Step step) throws IOException {
        String words = words(step);
        switch (words) {
            case DROP -> {
                return false;
            }
            case SILENCE -> {
                while (socket.getInputStream().read() >= 0) {
                    heard.add("(ignored)");
                }
                return false;
            }
            case CHATTER -> {
                while (true) {
                    socket.getOutputStream().write("250-and another thing\r\n".getBytes(StandardCharsets.UTF_8));
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            }
            default -> socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
