package org.larum.domain.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Command;
import org.larum.domain.suppression.Candidate.Seen;
import org.larum.domain.suppression.SuppressionCommand.BeginInhibition;
import org.larum.domain.suppression.SuppressionCommand.ScreenTarget;
import org.larum.domain.suppression.SuppressionCommand.SuppressAlert;
import org.larum.domain.suppression.Target.Further;
import org.larum.domain.suppression.Verdict.Failure;
import org.larum.domain.suppression.Verdict.Muting;

/**
 * Asks the rules about one alert at one instant, in this order: maintenance, silences, known issues; whether a cause is open;
 * flapping, thresholds, holds. The first that says so holds it back; rules of one kind are asked in their own order.
 */
public final class Screen {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Directory directory;
    private final Conditions conditions;

    public Screen(Directory directory, Conditions conditions) {
        this.directory = directory;
        this.conditions = conditions;
    }

    /** What must be known to screen: the rules as of an event, and how conditions are answered. */
    public record Known(Directory directory, Conditions conditions) {

        public Screen screen() {
            return new Screen(directory, conditions);
        }
    }

    /** What follows from raising an alert: it goes on to its incident, unless the commands say that it is held back or asked about. */
    public record Passage(List<Command> commands, boolean goesOn) {}

    /** Asks about an alert that was just raised. */
    public Passage pass(AlertRaised e) {
        var earlier = e.source().earlier();
        var candidate = new Candidate(
                e.place().service(),
                Facts.of(e.place(), e.severity(), e.summary(), e.labels(), directory),
                e.at(),
                earlier == null ? List.of() : earlier,
                List.of(new Seen(1, e.at())));
        var verdict = judge(candidate, e.at());
        var commands = new ArrayList<Command>();
        for (var muting : verdict.sources()) {
            commands.add(new BeginInhibition(muting.inhibition(), muting.rule(), e.alert(), e.at()));
        }
        for (var failure : verdict.failures()) {
            commands.add(failure.report(e.alert(), e.at()));
        }
        var hold = hold(verdict, e);
        hold.ifPresent(commands::add);
        return new Passage(List.copyOf(commands), hold.isEmpty());
    }

    private static Optional<Command> hold(Verdict verdict, AlertRaised e) {
        var pending = Pending.of(e);
        if (!verdict.targets().isEmpty()) {
            var first = verdict.targets().getFirst();
            var further = verdict.targets().subList(1, verdict.targets().size());
            var target = new Target(pending, first.by(), List.copyOf(further), verdict.by(), verdict.until());
            return Optional.of(new ScreenTarget(first.inhibition(), target, e.at()));
        }
        return Optional.ofNullable(verdict.by())
                .map(by -> new SuppressAlert(ScreeningId.of(e.alert()), pending, by, null, verdict.until(), e.at()));
    }

    public Verdict judge(Candidate candidate, Instant at) {
        return new Judging(candidate, at).verdict();
    }

    /**
     * The same of an alert that is in an incident. Flapping, thresholds and holds ask whether a fault counts at all, on its way there:
     * of one that people work on they are not asked again.
     */
    public Verdict judgeOpen(Candidate candidate, Instant at) {
        return new Judging(candidate, at).plain();
    }

    /** No alert needs to be asked about: nothing that could silence one in an incident is in force. */
    public boolean isSilent(Instant at) {
        return directory.rules(Rule.Inhibition.class).isEmpty()
                && spans().noneMatch(span -> span.holds(at))
                && windows().noneMatch(window -> window.endAt(at).isPresent());
    }

    /** When the next rule that could silence an alert in an incident begins to be in force, within a day. */
    public Optional<Instant> nextBeginning(Instant at) {
        var planned = windows()
                .flatMap(window -> window.between(at, at.plus(A_DAY), 2).stream())
                .map(Span::from);
        return Stream.concat(spans().map(Span::from), planned)
                .flatMap(Stream::ofNullable)
                .filter(at::isBefore)
                .min(Comparator.naturalOrder());
    }

    private Stream<Span> spans() {
        return Stream.concat(
                directory.rules(Rule.Silence.class).stream().map(Rule.Silence::span),
                directory.rules(Rule.KnownIssue.class).stream().map(Rule.KnownIssue::span));
    }

    private Stream<MaintenanceCalendar> windows() {
        return directory.rules(Rule.Maintenance.class).stream().map(rule -> new MaintenanceCalendar(rule.window()));
    }

    /** What one rule said about an alert, for whoever asks why it did or did not hold it back. */
    public record Opinion(RuleId rule, String word, int version, String says) {}

    /** Asks every rule of every kind that holds back, also after one of them did. */
    public List<Opinion> opinions(Candidate candidate, Instant at) {
        var judging = new Judging(candidate, at);
        return Stream.of(
                        directory.rules(Rule.Maintenance.class).stream(),
                        directory.rules(Rule.Silence.class).stream(),
                        directory.rules(Rule.KnownIssue.class).stream(),
                        directory.rules(Rule.Inhibition.class).stream(),
                        directory.rules(Rule.Flapping.class).stream(),
                        directory.rules(Rule.Threshold.class).stream(),
                        directory.rules(Rule.Hold.class).stream())
                .<Rule>flatMap(all -> all)
                .map(rule -> new Opinion(rule.id(), rule.word(), directory.version(rule.id()), judging.opinion(rule)))
                .toList();
    }

    /** Something that holds back, and until when. */
    private record Held(Suppressor by, @Nullable Instant until) {}

    private final class Judging {

        private final Candidate candidate;
        private final Instant at;
        private final List<Failure> failures = new ArrayList<>();

        Judging(Candidate candidate, Instant at) {
            this.candidate = candidate;
            this.at = at;
        }

        Verdict verdict() {
            var sources = sources();
            var held = planned().or(this::silenced).or(this::known).orElse(null);
            if (held != null) {
                return new Verdict(held.by(), held.until(), List.of(), sources, failures);
            }
            var targets = targets();
            var waiting = flapping().or(this::rare).or(this::young).orElse(null);
            return new Verdict(
                    waiting == null ? null : waiting.by(),
                    waiting == null ? null : waiting.until(),
                    targets,
                    sources,
                    failures);
        }

        Verdict plain() {
            var held = planned().or(this::silenced).or(this::known).orElse(null);
            return held == null
                    ? new Verdict(null, null, targets(), List.of(), failures)
                    : new Verdict(held.by(), held.until(), List.of(), List.of(), failures);
        }

        String opinion(Rule rule) {
            return switch (rule) {
                case Rule.Maintenance one
                when new MaintenanceCalendar(one.window()).endAt(at).isEmpty() -> "its window was not open";
                case Rule.Maintenance one -> said(one, concerns(one));
                case Rule.Silence one when !one.span().holds(at) -> "it was not in force";
                case Rule.Silence one -> said(one, meets(one, one.when()));
                case Rule.KnownIssue one when !one.span().holds(at) -> "it was not in force";
                case Rule.KnownIssue one -> said(one, meets(one, one.when()));
                case Rule.Inhibition one -> meets(one, one.target()) ? "it matched as a consequence" : said(one, false);
                case Rule.Flapping one
                when meets(one, one.when()) ->
                    "it matched; the key was raised " + candidate.raises(one.within(), at)
                            + " times in time, and it holds back after " + one.changes();
                case Rule.Threshold one
                when meets(one, one.when()) ->
                    "it matched; there were " + candidate.detections(one.within()) + " detections of " + one.count();
                case Rule.Hold one
                when meets(one, one.when()) -> "it matched, for " + words(one.pause()) + " from the beginning";
                default -> said(rule, false);
            };
        }

        private String said(Rule rule, boolean isMet) {
            return failures.stream()
                    .filter(failure -> failure.rule().equals(rule.id()))
                    .map(failure -> "it could not be asked: " + failure.why())
                    .findFirst()
                    .orElse(isMet ? "it matched" : "it did not match");
        }

        private boolean concerns(Rule.Maintenance rule) {
            return touches(rule) || (rule.when() != null && meets(rule, rule.when()));
        }

        private Optional<Held> planned() {
            return directory.rules(Rule.Maintenance.class).stream()
                    .flatMap(rule -> new MaintenanceCalendar(rule.window())
                                    .endAt(at)
                                    .filter(end -> concerns(rule))
                                    .map(end -> held(SuppressionKind.MAINTENANCE, rule, rule.reason(), end))
                                    .stream())
                    .findFirst();
        }

        /** Whoever needs what is worked on feels it too. */
        private boolean touches(Rule.Maintenance rule) {
            return rule.services().stream().anyMatch(this::isOrNeeds);
        }

        private boolean isOrNeeds(ServiceId worked) {
            return worked.equals(candidate.service())
                    || directory.services().below(candidate.service()).contains(worked);
        }

        private Optional<Held> silenced() {
            return directory.rules(Rule.Silence.class).stream()
                    .filter(rule -> rule.span().holds(at) && meets(rule, rule.when()))
                    .map(rule -> held(
                            SuppressionKind.SILENCE,
                            rule,
                            rule.reason(),
                            rule.span().until()))
                    .findFirst();
        }

        private Optional<Held> known() {
            return directory.rules(Rule.KnownIssue.class).stream()
                    .filter(rule -> rule.span().holds(at) && meets(rule, rule.when()))
                    .map(rule -> held(
                            SuppressionKind.KNOWN_ISSUE,
                            rule,
                            rule.ticket() == null ? rule.reason() : rule.reason() + " (" + rule.ticket() + ")",
                            rule.span().until()))
                    .findFirst();
        }

        private List<Muting> sources() {
            return directory.rules(Rule.Inhibition.class).stream()
                    .filter(rule -> meets(rule, rule.source()))
                    .map(rule -> new Muting(inhibition(rule), rule.id()))
                    .toList();
        }

        private List<Further> targets() {
            return directory.rules(Rule.Inhibition.class).stream()
                    .filter(rule -> meets(rule, rule.target()))
                    .map(rule -> new Further(
                            inhibition(rule),
                            suppressor(SuppressionKind.INHIBITION, rule, "A cause that mutes it is open.")))
                    .toList();
        }

        private InhibitionId inhibition(Rule.Inhibition rule) {
            return InhibitionId.of(
                    rule.id(),
                    rule.equal().stream().map(candidate.facts()::value).toList());
        }

        private Optional<Held> flapping() {
            return directory.rules(Rule.Flapping.class).stream()
                    .filter(rule -> candidate.raises(rule.within(), at) > rule.changes() && meets(rule, rule.when()))
                    .map(rule -> held(
                            SuppressionKind.FLAPPING,
                            rule,
                            "It came back more than " + rule.changes() + " times within " + words(rule.within())
                                    + " and is told again when it stays.",
                            candidate.raisedAt().plus(rule.within())))
                    .findFirst();
        }

        private Optional<Held> rare() {
            return directory.rules(Rule.Threshold.class).stream()
                    .filter(rule -> candidate.detections(rule.within()) < rule.count() && meets(rule, rule.when()))
                    .map(rule -> held(
                            SuppressionKind.THRESHOLD,
                            rule,
                            "It counts when it was detected " + rule.count() + " times within " + words(rule.within())
                                    + ".",
                            null))
                    .findFirst();
        }

        private Optional<Held> young() {
            return directory.rules(Rule.Hold.class).stream()
                    .filter(rule -> at.isBefore(candidate.raisedAt().plus(rule.pause())) && meets(rule, rule.when()))
                    .map(rule -> held(
                            SuppressionKind.HOLD,
                            rule,
                            "It is told when it is still open after " + words(rule.pause()) + ".",
                            candidate.raisedAt().plus(rule.pause())))
                    .findFirst();
        }

        private boolean meets(Rule rule, String condition) {
            var answer = conditions.ask(condition, candidate.facts());
            if (answer.failure() != null) {
                var failure = new Failure(rule.id(), rule.word(), directory.version(rule.id()), answer.failure());
                if (!failures.contains(failure)) {
                    failures.add(failure);
                }
            }
            return answer.isMet();
        }

        private Held held(SuppressionKind kind, Rule rule, String reason, @Nullable Instant until) {
            return new Held(suppressor(kind, rule, reason), until);
        }

        private Suppressor suppressor(SuppressionKind kind, Rule rule, String reason) {
            return new Suppressor(kind, rule.id(), rule.word(), directory.version(rule.id()), reason);
        }
    }

    static String words(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }
}
