package org.larum.app.api.config;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.ConfigDesk.Result;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.app.suppression.RuleFaultTable;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.Facts;
import org.larum.domain.suppression.MaintenanceCalendar;
import org.larum.projections.alert.AlertAnswers;
import org.larum.projections.alert.AlertQuery.Alerts;
import org.larum.projections.alert.AlertView;
import org.larum.projections.shared.Cursor;
import org.larum.projections.shared.Page;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Page.Positioned;
import org.larum.projections.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/** The rules about noise: which there are, what a changed one would match, and silences for whoever is on call. Blocking. */
public final class RuleDesk {

    private static final int PAGE = 1000;
    private static final int MOST_LOOKED_AT = 10_000;
    private static final int SAMPLE = 20;
    private static final int MOST_GROUPS = 50;
    private static final int MOST_WINDOWS = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigDesk desk;
    private final RuleBook rules;
    private final Conditions conditions;
    private final AlertAnswers alerts;
    private final RuleFaultTable faults;
    private final Time time;

    public RuleDesk(
            ConfigDesk desk,
            RuleBook rules,
            Conditions conditions,
            AlertAnswers alerts,
            RuleFaultTable faults,
            Time time) {
        this.desk = desk;
        this.rules = rules;
        this.conditions = conditions;
        this.alerts = alerts;
        this.faults = faults;
        this.time = time;
    }

    /**
     * {@code kind}: the section of the file; {@code state}: active, scheduled or ended; {@code held}: how many alerts it holds back
     * now; {@code fault}: why it cannot be asked, null when it can.
     */
    public record RuleView(
            String kind,
            String word,
            int version,
            String origin,
            String state,
            Map<String, Object> rule,
            long held,
            @Nullable String fault) {}

    /** The rules in use, in the order in which they are asked; a place in the list is how many stand before it. */
    Page<RuleView> list(Asked asked) {
        long begin = Math.max(0, Cursor.read(asked.after(), -1) + 1);
        var all = list();
        return Page.of(
                LongStream.range(begin, Math.min(all.size(), begin + asked.limit() + 1))
                        .mapToObj(place -> new Positioned<>(all.get((int) place), place))
                        .toList(),
                asked);
    }

    private List<RuleView> list() {
        desk.catchUp();
        var held = alerts.heldByRule();
        var failing = new LinkedHashMap<Object, String>();
        faults.failing().forEach(fault -> failing.put(fault.rule(), fault.why()));
        var shown = desk.inUse();
        return Section.RULES.stream()
                .flatMap(section -> rules.inUse()
                        .filter(version -> Section.of(version.definition()) == section)
                        .sorted((a, b) -> Integer.compare(order(a), order(b)))
                        .map(version -> view(section, version, shown, held, failing)))
                .toList();
    }

    private static int order(Version version) {
        return version.definition() instanceof Rule rule ? rule.order() : 0;
    }

    @SuppressWarnings("unchecked") // the shape of the file: sections of entries of fields
    private RuleView view(
            Section section,
            Version version,
            Map<String, Object> shown,
            Map<String, Long> held,
            Map<Object, String> failing) {
        var rule = (Rule) version.definition();
        var entries = (Map<String, Map<String, Object>>) shown.getOrDefault(section.path(), Map.of());
        return new RuleView(
                section.path(),
                rule.word(),
                version.number(),
                version.origin(),
                state(rule, time.now()),
                entries.getOrDefault(rule.word(), Map.of()),
                held.getOrDefault(kind(section) + "/" + rule.word(), 0L),
                failing.get(rule.id().value()));
    }

    /** As the projection calls what a section's rules do. */
    private static String kind(Section section) {
        return switch (section) {
            case MAINTENANCE -> "maintenance";
            case SILENCES -> "silence";
            case KNOWN_ISSUES -> "known_issue";
            case INHIBITIONS -> "inhibition";
            case FLAPPING -> "flapping";
            case THRESHOLDS -> "threshold";
            case HOLDS -> "hold";
            default -> section.path();
        };
    }

    private static String state(Rule rule, Instant at) {
        return switch (rule) {
            case Rule.Silence silence -> state(silence.span(), at);
            case Rule.KnownIssue issue -> state(issue.span(), at);
            case Rule.Maintenance maintenance -> {
                var calendar = new MaintenanceCalendar(maintenance.window());
                yield calendar.endAt(at).isPresent()
                        ? "active"
                        : calendar.between(at, at.plus(Duration.ofDays(3660)), 1)
                                        .isEmpty()
                                ? "ended"
                                : "scheduled";
            }
            default -> "active";
        };
    }

    private static String state(Rule.Span span, Instant at) {
        if (span.holds(at)) {
            return "active";
        }
        return span.from() != null && at.isBefore(span.from()) ? "scheduled" : "ended";
    }

    /** {@code word}: of the maintenance that it belongs to. */
    public record WindowView(
            String word, String reason, List<String> services, Instant from, Instant until, String timeZone) {}

    /** The maintenance windows that touch a span of time, by their beginning. */
    List<WindowView> windows(Instant from, Instant until) {
        if (!until.isAfter(from) || Duration.between(from, until).toDays() > 400) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "bad_span",
                    "\"until\" must be after \"from\", by 400 days at most. Nothing was looked up.");
        }
        var directory = rules.now();
        return directory.rules(Rule.Maintenance.class).stream()
                .flatMap(rule -> new MaintenanceCalendar(rule.window())
                        .between(from, until, MOST_WINDOWS).stream()
                                .map(span -> new WindowView(
                                        rule.word(),
                                        rule.reason(),
                                        rule.services().stream()
                                                .map(id -> word(id, directory))
                                                .toList(),
                                        from(span),
                                        until(span),
                                        rule.window().timeZone())))
                .sorted((a, b) -> a.from().compareTo(b.from()))
                .limit(MOST_WINDOWS)
                .toList();
    }

    private static Instant from(Rule.Span span) {
        return span.from() == null ? Instant.MIN : span.from();
    }

    private static Instant until(Rule.Span span) {
        return span.until() == null ? Instant.MAX : span.until();
    }

    private static String word(ServiceId id, Directory directory) {
        return directory.service(id).map(Definition.Service::word).orElse(id.toString());
    }

    /** A rule as somebody writes it, not saved. */
    public record Draft(
            @Nullable String kind,
            @Nullable Map<String, Object> rule,
            @Nullable Integer days) {}

    public record Sample(String summary, String severity, String service, Instant at, boolean wasTold) {}

    public record Count(String what, long alerts) {}

    /**
     * What the rule would have matched: of {@code lookedAt} alerts raised since {@code from}, newest first and at most 10,000.
     * {@code told}: how many of the matched had reached an incident, so that somebody may have been woken. {@code groups}: of a
     * correlation rule, how many alerts each of its incidents would have gathered; of others, by day.
     */
    public record Preview(
            Instant from,
            long lookedAt,
            boolean isAll,
            long matched,
            long told,
            long failed,
            @Nullable String failure,
            List<Count> groups,
            List<Sample> sample) {}

    /** Throws {@link ConfigMistakes} when the draft could not be saved. */
    Preview preview(Draft draft) {
        int days = draft.days() == null ? 7 : draft.days();
        if (days < 1 || days > 90) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "bad_days", "\"days\" must be from 1 to 90. Nothing was looked up.");
        }
        var rule = desk.draft(section(draft), draft.rule() == null ? Map.of() : draft.rule());
        return new Looking(rule, time.now().minus(Duration.ofDays(days))).look();
    }

    private static Section section(Draft draft) {
        return Section.RULES.stream()
                .filter(section -> section.path().equals(draft.kind()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.INVALID,
                        "bad_kind",
                        "\"kind\" must be one of "
                                + String.join(
                                        ", ",
                                        Section.RULES.stream()
                                                .map(Section::path)
                                                .toList())
                                + ". Nothing was looked up."));
    }

    private final class Looking {

        private final Rule rule;
        private final Instant from;
        private final Directory directory = rules.now();
        private final Map<String, Long> groups = new TreeMap<>();
        private final List<Sample> sample = new ArrayList<>();
        private long lookedAt;
        private long matched;
        private long told;
        private long failed;
        private @Nullable String failure;

        Looking(Rule rule, Instant from) {
            this.rule = rule;
            this.from = from;
        }

        Preview look() {
            String after = null;
            boolean isAll = false;
            while (!isAll && lookedAt < MOST_LOOKED_AT) {
                var page = alerts.answer(new Alerts(
                        Set.of(), null, Set.of(), null, null, null, Scope.EVERYTHING, new Asked(PAGE, after)));
                for (var alert : page.items()) {
                    if (alert.firstSeen().isBefore(from)) {
                        isAll = true;
                        break;
                    }
                    take(alert);
                }
                after = page.next();
                isAll = isAll || after == null;
            }
            var biggest = groups.entrySet().stream()
                    .sorted(
                            rule instanceof Rule.Correlation
                                    ? Map.Entry.<String, Long>comparingByValue().reversed()
                                    : Map.Entry.comparingByKey())
                    .limit(MOST_GROUPS)
                    .map(one -> new Count(one.getKey(), one.getValue()))
                    .toList();
            return new Preview(from, lookedAt, isAll, matched, told, failed, failure, biggest, sample);
        }

        private void take(AlertView alert) {
            lookedAt++;
            var facts = facts(alert);
            if (!isMet(alert, facts)) {
                return;
            }
            matched++;
            told += alert.incident() == null ? 0 : 1;
            groups.merge(group(alert, facts), 1L, Long::sum);
            if (sample.size() < SAMPLE) {
                sample.add(new Sample(
                        alert.summary(),
                        alert.severity(),
                        alert.service().word(),
                        alert.firstSeen(),
                        alert.incident() != null));
            }
        }

        private String group(AlertView alert, Facts facts) {
            return rule instanceof Rule.Correlation correlation
                    ? String.join(
                            ", ", correlation.by().stream().map(facts::value).toList())
                    : alert.firstSeen().toString().substring(0, 10);
        }

        private Facts facts(AlertView alert) {
            var service = new ServiceId(alert.service().id());
            var place = new Place(
                    service,
                    directory.service(service).map(Definition.Service::team).orElse(null),
                    alert.component());
            return Facts.of(
                    place,
                    Severity.valueOf(alert.severity().toUpperCase(Locale.ROOT)),
                    alert.summary(),
                    alert.labels(),
                    directory);
        }

        private boolean isMet(AlertView alert, Facts facts) {
            return switch (rule) {
                case Rule.Silence one -> ask(one.when(), facts);
                case Rule.KnownIssue one -> ask(one.when(), facts);
                case Rule.Flapping one -> ask(one.when(), facts);
                case Rule.Threshold one -> ask(one.when(), facts);
                case Rule.Hold one -> ask(one.when(), facts);
                case Rule.Correlation one -> ask(one.when(), facts);
                case Rule.Inhibition one -> ask(one.target(), facts);
                case Rule.Maintenance one ->
                    touches(one, new ServiceId(alert.service().id())) || (one.when() != null && ask(one.when(), facts));
            };
        }

        private boolean touches(Rule.Maintenance one, ServiceId service) {
            return one.services().contains(service)
                    || one.services().stream().anyMatch(directory.services().below(service)::contains);
        }

        private boolean ask(String condition, Facts facts) {
            var answer = conditions.ask(condition, facts);
            if (answer.failure() != null) {
                failed++;
                failure = answer.failure();
            }
            return answer.isMet();
        }
    }

    /** A silence of whoever is on call. */
    public record Wanted(
            @Nullable String when,
            @Nullable String until,
            @Nullable String reason,
            @Nullable Boolean everything) {}

    public record Silenced(String word, Result result) {}

    Silenced silence(Wanted wanted, String word, @Nullable PersonId creator, Write write) {
        refuseIfOver(wanted.until());
        var entry = new LinkedHashMap<String, Object>();
        put(entry, "when", wanted.when());
        put(entry, "until", wanted.until());
        put(entry, "reason", wanted.reason());
        if (Boolean.TRUE.equals(wanted.everything())) {
            entry.put("everything", true);
        }
        if (creator != null) {
            rules.latest(creator.value())
                    .ifPresent(found -> entry.put("creator", found.definition().word()));
        }
        return new Silenced(word, desk.put(Section.SILENCES, word, JSON.writeValueAsString(entry), write));
    }

    /** In a file an old one may stand for years; who asks for one now means now. */
    private void refuseIfOver(@Nullable String until) {
        var end = until == null ? Optional.<Instant>empty() : Moment.read(until, ZoneId.of("UTC"));
        if (end.isPresent() && !end.get().isAfter(time.now())) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "silence_over",
                    "This silence would be over before it begins. Nothing was changed: people are still told. Write an"
                            + " \"until\" in the future.");
        }
    }

    private static void put(Map<String, Object> entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    Result endSilence(String word, Write write) {
        return desk.delete(Section.SILENCES, word, write);
    }
}
