package org.larum.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.simulation.SimulateVerb;
import org.larum.app.config.Settings;
import org.larum.app.config.SystemTime;
import org.larum.app.demo.Demo;
import org.larum.app.security.Invitations;
import org.larum.app.security.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** What can be said on the command line. */
final class Verbs {

    private static final Logger LOG = LoggerFactory.getLogger(Verbs.class);
    private static final int WRONG = 2;
    private static final int FAILED = 1;

    private Verbs() {}

    static int run(String[] args, Map<String, String> environment) {
        var out = System.out;
        var verb = args.length == 0 ? "serve" : args[0];
        try {
            return switch (verb) {
                case "serve" -> serve(Settings.from(environment), environment, out, Verbs::tellSetupLink);
                case "demo" ->
                    serve(Demo.settings(Settings.from(environment)), environment, out, Demo::begin, Demo.class);
                case "rebuild" ->
                    args.length == 2 ? rebuild(args[1], Settings.from(environment), out) : usage(args, out);
                case "simulate" ->
                    SimulateVerb.run(List.of(args).subList(1, args.length), new SystemTime(), out, System.err);
                case "--help", "-h", "help" -> {
                    out.print(help());
                    yield 0;
                }
                default -> usage(args, out);
            };
        } catch (Settings.Wrong e) {
            out.println("Larum did not start. " + e.getMessage());
            return WRONG;
        } catch (RuntimeException e) {
            var wrong = wrongIn(e);
            if (wrong == null) {
                LOG.error("the start failed", e);
            }
            out.println("Larum did not start. "
                    + (wrong != null ? wrong.getMessage() : rootOf(e).toString()));
            return wrong != null ? WRONG : FAILED;
        }
    }

    /** The launcher prints the same file, without starting a JVM. */
    private static String help() {
        try (var text = Objects.requireNonNull(Verbs.class.getResourceAsStream("/help.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int usage(String[] args, PrintStream out) {
        out.println("\"" + String.join(" ", args) + "\" is nothing that Larum knows.\n");
        out.print(help());
        return WRONG;
    }

    private static int serve(
            Settings settings,
            Map<String, String> environment,
            PrintStream out,
            BiConsumer<ApplicationContext, PrintStream> whenReady,
            Class<?>... more) {
        Settings.unknown(environment)
                .forEach(name -> out.println("Larum does not know " + name + "; it is left alone. See ./larum --help"));
        long start = System.nanoTime();
        var context = Server.start(settings, more);
        out.printf(
                Locale.ENGLISH,
                "Larum is ready at %s (%.1f s). Stop it with Ctrl-C.%n",
                settings.url(),
                (System.nanoTime() - start) / 1e9);
        whenReady.accept(context, out);
        var stopped = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                out.println("Larum is stopping: what is under way is finished first.");
                stopped.countDown();
            }
        });
        try {
            stopped.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void tellSetupLink(ApplicationContext context, PrintStream out) {
        var url = context.getBean(Settings.class).url();
        context.getBean(Invitations.class)
                .setupLink()
                .ifPresent(token ->
                        out.println("Nobody has an account yet. Make yours within 30 minutes, with this link:\n\n  "
                                + url + "/setup/" + token + "\n"));
    }

    private static int rebuild(String room, Settings settings, PrintStream out) {
        var file = settings.data().resolve(Keys.OPERATOR_TOKEN);
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + settings.port() + "/api/operations/rebuild/" + room))
                    .header("Authorization", "Bearer " + Files.readString(file).strip())
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                out.println(answer.body().reduce("", String::concat));
                return FAILED;
            }
            var last = new String[] {""};
            answer.body().forEach(line -> {
                last[0] = line;
                bar(room, line, out);
            });
            out.println();
            return last[0].equals("done") ? 0 : FAILED;
        } catch (IOException e) {
            out.println("No Larum answers on port " + settings.port() + " with the token in " + file
                    + ". Start it first, with the same LARUM_PORT and LARUM_DATA.");
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static void bar(String room, String line, PrintStream out) {
        var words = line.split(" ");
        if (words.length != 3 || !words[1].equals("of")) {
            out.printf("%n%s: %s", room, line);
            return;
        }
        long at = Long.parseLong(words[0]);
        long of = Math.max(1, Long.parseLong(words[2]));
        int full = Math.clamp(40 * at / of, 0, 40);
        out.printf("\r%s  [%s%s] %3d %%", room, "#".repeat(full), " ".repeat(40 - full), 100 * at / of);
        out.flush();
    }

    /** What the operator can put right, however deep the machinery has wrapped it. */
    private static Settings.@Nullable Wrong wrongIn(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Settings.Wrong wrong) {
                return wrong;
            }
            if (cause instanceof PortInUseException taken) {
                return new Settings.Wrong(
                        "Port " + taken.getPort() + " is taken by another program. Stop that one, or give"
                                + " Larum another port: LARUM_PORT=" + (taken.getPort() + 1) + ".");
            }
        }
        return null;
    }

    private static Throwable rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
