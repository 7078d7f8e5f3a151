package org.larum.app.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.feedback.FeedbackDesk;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.delivery.Clocks;
import org.larum.app.eventstore.EventLog;
import org.larum.app.page.AnswerHtml.Button;
import org.larum.app.page.AnswerHtml.Fact;
import org.larum.app.page.AnswerHtml.Page;
import org.larum.app.page.AnswerHtml.Question;
import org.larum.app.page.AnswerHtml.Said;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Accounts;
import org.larum.app.security.AnswerLinks;
import org.larum.app.security.AnswerLinks.Answering;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Scope;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineQuery.Latest;

/** What the page to answer on shows, and what its buttons do. Blocking. */
final class AnswerDesk {

    private static final String VIA = "mail link";
    private static final String PUSH = "push";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

    private final AnswerLinks links;
    private final IncidentDesk incidents;
    private final TimelineAnswers timelines;
    private final EventLog log;
    private final Freshness freshness;
    private final Accounts accounts;
    private final FeedbackDesk feedback;
    private final Time time;

    AnswerDesk(
            AnswerLinks links,
            IncidentDesk incidents,
            TimelineAnswers timelines,
            EventLog log,
            Freshness freshness,
            Accounts accounts,
            FeedbackDesk feedback,
            Time time) {
        this.links = links;
        this.incidents = incidents;
        this.timelines = timelines;
        this.log = log;
        this.freshness = freshness;
        this.accounts = accounts;
        this.feedback = feedback;
        this.time = time;
    }

    /** A page and the status it is sent with. */
    record Shown(int status, Page page) {}

    Shown show(String token) {
        var answering = links.read(token);
        if (answering.isEmpty()) {
            return new Shown(
                    404, plain("This link is not one of Larum's", "Open the newest message, or sign in.", null));
        }
        var link = "/i/" + answering.get().incident();
        if (!isGood(answering.get())) {
            return new Shown(
                    410, plain("This link has expired", "It was good for a day. Sign in to see the incident.", link));
        }
        return show(answering.get(), token, link);
    }

    /** For a day, and only while its person belongs to the organisation. */
    private boolean isGood(Answering answering) {
        return !answering.isExpired()
                && accounts.person(answering.person().value()).isPresent();
    }

    /** Does what the button says; asking for what is so already changes nothing. */
    void answer(String token, @Nullable String verb, @Nullable String from) {
        var answering = links.read(token).filter(this::isGood);
        if (answering.isEmpty()) {
            return;
        }
        var incident = answering.get().incident();
        var actor = Actor.person(answering.get().person());
        var write = new Write(actor, null, "");
        var via = PUSH.equals(from) ? PUSH : VIA;
        try {
            switch (verb == null ? "" : verb) {
                case "acknowledge" ->
                    incidents.act(incident.value(), write, at -> new AcknowledgeIncident(incident, actor, via, at));
                case "pass" -> incidents.act(incident.value(), write, at -> new PassIncidentOn(incident, actor, at));
                case "resolve" ->
                    incidents.act(incident.value(), write, at -> new ResolveIncident(incident, actor, via, at));
                default -> rate(answering.get(), verb, via, write);
            }
        } catch (Refusal tooLate) {
            // Resolved in the meantime: the page that follows says so.
        }
    }

    private Shown show(Answering answering, String token, String link) {
        long newest = log.headOf(answering.incident().toString());
        freshness.await("timeline", newest);
        var incident = incidents.one(answering.incident().value(), Scope.EVERYTHING, newest);
        var person = accounts.person(answering.person().value());
        var reader = new Reader(person.map(accounts::name).orElse("you"), zone(person), time.now());
        var latest = timelines.answer(new Latest(incident.id(), 3)).stream()
                .map(entry -> new Said(reader.clock(entry.at()), entry.sentence()))
                .toList();
        return new Shown(
                200,
                switch (incident.state()) {
                    case "triggered" -> waiting(incident, reader, latest, link);
                    case "resolved" -> resolved(incident, reader, latest, link).asking(question(answering));
                    case "merged" -> merged(incident, reader, latest, link).asking(question(answering));
                    default ->
                        held(incident, answering, reader, latest, token, link).asking(question(answering));
                });
    }

    /** Only of whoever was paged, and only once it is answered: before that there is something else to do. */
    private @Nullable Question question(Answering answering) {
        var page = feedback.of(answering.incident().value(), answering.person()).page();
        return page == null ? null : new Question(page.verdict());
    }

    private void rate(Answering answering, @Nullable String word, String via, Write write) {
        var page = feedback.of(answering.incident().value(), answering.person()).page();
        var verdict = Verdict.of(word);
        if (page != null && verdict.isPresent()) {
            feedback.ratePage(page.message(), answering.person(), verdict.get(), via, write);
        }
    }

    private record Reader(String name, ZoneId zone, Instant now) {

        String clock(Instant at) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(at.atZone(zone));
        }

        String today() {
            return DAY.format(now.atZone(zone)) + " " + Clocks.withUtc(now, zone);
        }

        boolean isNight() {
            int hour = now.atZone(zone).getHour();
            return hour >= 22 || hour < 7;
        }

        String since(Instant at) {
            long minutes = Duration.between(at, now).toMinutes();
            return clock(at) + ", "
                    + (minutes < 1 ? "just now" : minutes < 120 ? minutes + " min ago" : minutes / 60 + " h ago");
        }
    }

    private static Page waiting(IncidentView incident, Reader reader, List<Said> latest, String link) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Service", incident.service().name()));
        facts.add(new Fact("Since", reader.since(incident.openedAt())));
        facts.add(new Fact("Next", next(incident, reader)));
        return new Page(
                reader.name(),
                reader.today(),
                reader.isNight(),
                mark(incident),
                capital(incident.severity()) + ", yours to answer",
                incident.title(),
                facts,
                latest,
                List.of(
                        new Button("acknowledge", "Acknowledge", true),
                        new Button("pass", "Not me: page next", false),
                        new Button("resolve", "Resolve", false)),
                null,
                link);
    }

    private static String next(IncidentView incident, Reader reader) {
        var snooze = incident.snooze();
        if (snooze != null) {
            return "Snoozed until " + reader.clock(snooze.until()) + ": nobody is paged before then";
        }
        var quiet = incident.quiet();
        if (quiet != null) {
            return (quiet.until() == null ? "Quiet" : "Quiet until " + reader.clock(quiet.until()))
                    + ": all its alerts are silenced, and nobody is paged";
        }
        var next = incident.nextStep();
        if (next == null) {
            return "Nobody else is asked after you";
        }
        return String.join(" and ", next.names()) + (next.names().size() == 1 ? " is" : " are") + " paged at "
                + reader.clock(next.at());
    }

    private static Page held(
            IncidentView incident, Answering answering, Reader reader, List<Said> latest, String token, String link) {
        var by = incident.acknowledgedBy();
        boolean isMine = by != null && answering.person().toString().equals(by.id());
        boolean isAwaited = incident.awaits().stream()
                .anyMatch(one -> one.id().equals(answering.person().value()));
        var holder = by == null ? "Somebody" : by.name();
        var at = incident.acknowledgedAt();
        return new Page(
                reader.name(),
                reader.today(),
                reader.isNight(),
                0,
                capital(incident.severity()) + ", acknowledged",
                (isMine ? "You hold this." : holder + " holds this.") + others(incident, isAwaited),
                List.of(
                        new Fact("What", incident.title()),
                        new Fact("Service", incident.service().name()),
                        new Fact("Since", at == null ? "" : reader.since(at))),
                latest,
                isAwaited
                        ? List.of(
                                new Button("acknowledge", "Acknowledge too", true),
                                new Button("resolve", "Resolve", false))
                        : List.of(new Button("resolve", "Resolve", false)),
                "/a/" + token,
                link);
    }

    private static String others(IncidentView incident, boolean isAwaited) {
        if (incident.awaits().isEmpty()) {
            return " Nobody else is paged.";
        }
        return isAwaited
                ? " You must acknowledge too."
                : " Still asked: "
                        + String.join(
                                ", ",
                                incident.awaits().stream().map(Named::name).toList()) + ".";
    }

    private static Page merged(IncidentView incident, Reader reader, List<Said> latest, String link) {
        var whole = incident.partOf();
        return new Page(
                reader.name(),
                reader.today(),
                reader.isNight(),
                0,
                "Part of another incident",
                "This was merged, and is answered there.",
                List.of(
                        new Fact("What", incident.title()),
                        new Fact(
                                "Now in",
                                whole == null ? "another one" : "INC-" + whole.number() + ", " + whole.title())),
                latest,
                List.of(),
                null,
                whole == null ? link : "/i/" + whole.id());
    }

    private static Page resolved(IncidentView incident, Reader reader, List<Said> latest, String link) {
        var at = incident.resolvedAt();
        var by = incident.resolvedBy();
        return new Page(
                reader.name(),
                reader.today(),
                reader.isNight(),
                0,
                "Resolved",
                "This is over. Nobody is paged.",
                List.of(
                        new Fact("What", incident.title()),
                        new Fact("Resolved", at == null ? "" : reader.since(at)),
                        new Fact(
                                "By",
                                by == null || by.kind().equals("system") ? "itself: its alerts ended" : by.name())),
                latest,
                List.of(),
                null,
                link);
    }

    private Page plain(String headline, String status, @Nullable String link) {
        return new Page(
                null,
                Clocks.withUtc(time.now(), ZoneOffset.UTC),
                false,
                0,
                status,
                headline,
                List.of(),
                List.of(),
                List.of(),
                null,
                link);
    }

    private static int mark(IncidentView incident) {
        return Severity.valueOf(incident.severity().toUpperCase(Locale.ROOT)).mark();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static ZoneId zone(Optional<Person> person) {
        try {
            return person.map(found -> ZoneId.of(found.timeZone())).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
