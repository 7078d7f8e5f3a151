import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from posting a detection until its mail is handed over: the moment the final dot has arrived at an SMTP server.
 * Each detection opens an incident of its own, since it is resolved before the next one comes.
 *
 * <p>java bench/DetectionToMail.java http://127.0.0.1:8080 ADMIN_TOKEN [count]
 */
public final class DetectionToMail {

    private static final String KEY = "the-key-of-the-bench-with-32-characters";
    private static final LinkedBlockingQueue<Long> MAILS = new LinkedBlockingQueue<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] args) throws Exception {
        var base = args[0];
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        try (var smtp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(smtp));
            post(base + "/api/config?file=bench", args[1], """
                    people: {bench: {name: Bench, email: bench@example.test}}
                    services: {bench: {name: Bench, policy: bench}}
                    policies: {bench: {steps: [{notify: ["person:bench"], wait: 1h}]}}
                    integrations: {bench: {type: native, key: %s, service: bench}}
                    channels: {email: {host: 127.0.0.1, port: %d, from: larum@example.test}}
                    """.formatted(KEY, smtp.getLocalPort()));
            measure(base, count / 10);
            var millis = measure(base, count);
            Arrays.sort(millis);
            System.out.printf(
                    "%d detections: p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                    count, millis[count / 2], millis[count * 9 / 10], millis[count * 99 / 100], millis[count - 1]);
        }
        System.exit(0);
    }

    private static double[] measure(String base, int count) throws Exception {
        var millis = new double[count];
        for (int i = 0; i < count; i++) {
            MAILS.clear();
            long start = System.nanoTime();
            detect(base, "trigger");
            var arrived = MAILS.poll(30, TimeUnit.SECONDS);
            if (arrived == null) {
                throw new IllegalStateException("no mail within 30 s");
            }
            millis[i] = (arrived - start) / 1e6;
            detect(base, "resolve");
            TimeUnit.MILLISECONDS.sleep(150);
        }
        return millis;
    }

    private static void detect(String base, String action) throws Exception {
        var body = "{\"key\":\"bench\",\"action\":\"" + action + "\",\"severity\":\"high\",\"summary\":\"bench\"}";
        post(base + "/api/detections", KEY, body);
    }

    private static void post(String url, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body));
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static void serve(ServerSocket smtp) {
        while (!smtp.isClosed()) {
            try {
                var socket = smtp.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
            say(socket, "220 bench");
            boolean isData = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (isData) {
                    if (line.equals(".")) {
                        MAILS.add(System.nanoTime());
                        isData = false;
                        say(socket, "250 taken");
                    }
                } else if (line.startsWith("DATA")) {
                    isData = true;
                    say(socket, "354 go on");
                } else if (line.startsWith("QUIT")) {
                    say(socket, "221 bye");
                    return;
                } else {
                    say(socket, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes());
        socket.getOutputStream().flush();
    }
}
