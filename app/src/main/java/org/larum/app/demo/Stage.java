package org.larum.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.larum.app.config.Settings;
import org.larum.app.database.EmbeddedDatabase;
import org.larum.app.demo.Alarm.Dialect;
import org.larum.app.demo.Outage.Act;
import org.larum.app.demo.Visitor.Session;
import org.larum.app.security.Invitations;
import org.larum.domain.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Puts up the example organisation and plays the outage, all over public HTTP. */
final class Stage implements ApplicationListener<ContextClosedEvent>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final String ADA = "ada@example.test";
    private static final String GRACE = "grace@example.test";
    private static final Pattern INVITATION = Pattern.compile("/invitation/([A-Za-z0-9_-]+)");
    private static final int AFTER_A_SWEEP_SECONDS = 2;

    private final Settings settings;
    private final Invitations invitations;
    private final PostOffice post;
    private final Time time;
    private final Visitor visitor;
    private final Map<Dialect, String> keys = new EnumMap<>(Dialect.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("demo").daemon().factory());

    Stage(Settings settings, Invitations invitations, PostOffice post, Time time) {
        this.settings = settings;
        this.invitations = invitations;
        this.post = post;
        this.time = time;
        this.visitor = new Visitor(settings.url());
        for (var dialect : Dialect.values()) {
            keys.put(dialect, Demo.random(20));
        }
    }

    /** Answers when the organisation stands; the outage then plays by itself. */
    void set(PrintStream out) {
        try {
            var token = Objects.requireNonNull(settings.adminToken()).value();
            visitor.postText("/api/config?file=demo.yaml", organisation(), "Authorization", "Bearer " + token);
            var passwords = passwords();
            var grace = peopleSignIn(passwords);
            int first = sweep(grace) ? AFTER_A_SWEEP_SECONDS : 0;
            tell(out, passwords.getFirst());
            for (var cue : Outage.script()) {
                clock.schedule(() -> play(cue.act(), grace), first + cue.second(), TimeUnit.SECONDS);
            }
        } catch (Visitor.Refused e) {
            out.println("The demonstration cannot go on: " + e.getMessage() + "\nStop it, remove " + settings.data()
                    + ", and start it again.");
        }
    }

    private String organisation() {
        var text = resource("/demo/organisation.yaml").replace("${mailPort}", String.valueOf(post.port()));
        for (var dialect : Dialect.values()) {
            text = text.replace("${" + dialect.word() + "}", key(dialect));
        }
        return text;
    }

    private String key(Dialect dialect) {
        return Objects.requireNonNull(keys.get(dialect));
    }

    /** Ada's and Grace's; made once, and kept for the next start where only the owner of the directory can read them. */
    private List<String> passwords() {
        var file = settings.data().resolve("sign-in");
        try {
            if (!Files.exists(file)) {
                EmbeddedDatabase.writePrivately(file, Demo.random(8) + "\n" + Demo.random(8) + "\n");
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's passwords in " + file + " cannot be kept", e);
        }
    }

    /** Ada comes by the set-up link, and invites Grace by mail: as anybody would. Answers Grace's session. */
    private Session peopleSignIn(List<String> passwords) {
        var setup = invitations.setupLink();
        if (setup.isPresent()) {
            var ada = enter(setup.get(), "Ada Lovelace", ADA, passwords.get(0), "Europe/London");
            visitor.post("/api/people/invitations", Map.of("email", GRACE, "name", "Grace Hopper"), ada);
            return enter(invitationOfGrace(), "Grace Hopper", GRACE, passwords.get(1), "America/New_York");
        }
        return visitor.enter("/api/session", Map.of("email", GRACE, "password", passwords.get(1)));
    }

    private Session enter(String link, String name, String email, String password, String timeZone) {
        return visitor.enter(
                "/api/invitations/" + link,
                Map.of("name", name, "email", email, "password", password, "timeZone", timeZone));
    }

    private String invitationOfGrace() {
        for (var mail : post.mails()) {
            var found = INVITATION.matcher(mail.text());
            if (mail.to().equals(GRACE) && found.find()) {
                return found.group(1);
            }
        }
        throw new Visitor.Refused("the invitation of Grace did not arrive.");
    }

    /** Ends what an earlier run left open, so that the same script tells the same story. */
    private boolean sweep(Session session) {
        var open = visitor.get("/api/alerts?state=triggered,acknowledged&limit=1", session)
                .path("items");
        if (open.isEmpty()) {
            return false;
        }
        Outage.alarms().forEach(alarm -> alarm.send(visitor, key(alarm.dialect()), true, time.now()));
        return true;
    }

    private void play(Act act, Session grace) {
        try {
            switch (act) {
                case Outage.Burns(var alarm) -> alarm.send(visitor, key(alarm.dialect()), false, time.now());
                case Outage.IsOver(var alarm) -> alarm.send(visitor, key(alarm.dialect()), true, time.now());
                case Outage.Acknowledges(var service) ->
                    visitor.post(newest(service, grace) + "/acknowledge", Map.of(), grace);
                case Outage.Notes(var service, var text) ->
                    visitor.post(newest(service, grace) + "/notes", Map.of("text", text), grace);
            }
        } catch (RuntimeException e) {
            LOG.warn("the demonstration skips a part of its script: {}", e.getMessage());
        }
    }

    private String newest(String service, Session grace) {
        var found =
                visitor.get("/api/incidents?limit=1&service=" + service, grace).path("items");
        if (found.isEmpty()) {
            throw new Visitor.Refused("there is no incident of " + service);
        }
        return "/api/incidents/" + found.get(0).path("id").asString();
    }

    private void tell(PrintStream out, String password) {
        out.println(resource("/demo/told.txt")
                .replace("${url}", String.valueOf(settings.url()))
                .replace("${password}", password)
                .replace("${key}", key(Dialect.NATIVE)));
    }

    private static String resource(String name) {
        try (var text = Objects.requireNonNull(Stage.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the doors close: a script that met closed doors would complain. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        clock.shutdownNow();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        visitor.close();
    }
}
