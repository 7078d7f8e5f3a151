package org.larum.app.slack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.api.incident.MajorDesk;
import org.larum.app.api.schedule.DutyView;
import org.larum.app.api.schedule.ScheduleLineView;
import org.larum.app.api.schedule.Schedules;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.Intake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Who;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.slack.SlackText;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentFilter;
import org.larum.projections.incident.IncidentQuery.Incidents;
import org.larum.projections.incident.IncidentQuery.Numbered;
import org.larum.projections.incident.IncidentQuery.Order;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.Page.Asked;

/** Answers {@code /larum ...}, to whoever asks alone. What was written by others is escaped. */
final class SlackCommands {

    private static final int MOST = 15;
    private static final int LONGEST_SUMMARY = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:#|inc-)?([0-9]{1,9})");
    private static final Set<String> OPEN = Set.of("triggered", "acknowledged", "mitigated");
    private static final String HELP = """
            *What Larum understands*
            `/larum oncall [schedule]` who is on call now
            `/larum page <service> <text>` opens a critical incident, and whoever is on call is asked
            `/larum incidents` what is open
            `/larum ack <number>` you have it
            `/larum declare <number> <reason>` makes it a major incident""";

    private final RuleBook rules;
    private final Schedules schedules;
    private final IncidentAnswers answers;
    private final IncidentDesk incidents;
    private final MajorDesk majors;
    private final Intake intake;
    private final String url;
    private final Time time;

    /** @param url the public address in links */
    SlackCommands(
            RuleBook rules,
            Schedules schedules,
            IncidentAnswers answers,
            IncidentDesk incidents,
            MajorDesk majors,
            Intake intake,
            String url,
            Time time) {
        this.rules = rules;
        this.schedules = schedules;
        this.answers = answers;
        this.incidents = incidents;
        this.majors = majors;
        this.intake = intake;
        this.url = url;
        this.time = time;
    }

    /** @param trigger what Slack calls this one use of the command */
    String answer(Who who, String text, String trigger) {
        var words = text.strip().split("\\s+", 2);
        var rest = words.length > 1 ? words[1].strip() : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "oncall", "on-call" -> onCall(rest);
            case "incidents", "list" -> open(who);
            case "ack", "acknowledge" -> acknowledge(who, rest);
            case "page" -> page(who, rest, trigger);
            case "declare" -> declare(who, rest);
            default -> HELP;
        };
    }

    // ------------------------------------------------------------ asking

    private String onCall(String schedule) {
        var wanted = schedule.toLowerCase(Locale.ROOT);
        var all = schedules.list(time.now(), new Asked(100, null)).items().stream()
                .filter(line -> wanted.isEmpty()
                        || line.word().equals(wanted)
                        || line.name().toLowerCase(Locale.ROOT).equals(wanted))
                .limit(MOST)
                .map(this::line)
                .collect(Collectors.joining("\n"));
        if (!all.isEmpty()) {
            return all;
        }
        return wanted.isEmpty()
                ? "There is no schedule yet. Make one in Larum: " + url + "/schedules"
                : "There is no schedule \"" + SlackText.line(schedule, 100)
                        + "\". `/larum oncall` alone shows all that there are.";
    }

    private String line(ScheduleLineView line) {
        var who = line.now().isEmpty()
                ? "nobody"
                : line.now().stream().map(SlackCommands::duty).collect(Collectors.joining(", "));
        return "*" + SlackText.line(line.name(), 100) + "*: " + who
                + (line.change() == null ? "" : ", until " + SlackText.moment(line.change()));
    }

    private static String duty(DutyView duty) {
        return SlackText.line(duty.person().name(), 100)
                + (duty.layer() == null ? "" : " (" + SlackText.line(duty.layer(), 60) + ")");
    }

    private String open(Who who) {
        var filter = new IncidentFilter(OPEN, Set.of(), Set.of(), Set.of(), Set.of(), false, null);
        var page = answers.answer(new Incidents(filter, Order.WORST, who.scope(), new Asked(MOST, null)));
        if (page.items().isEmpty()) {
            return "Nothing is open.";
        }
        var lines = new ArrayList<String>();
        page.items().forEach(incident -> lines.add(line(incident)));
        if (page.next() != null) {
            lines.add("There are more: " + url + "/");
        }
        return String.join("\n", lines);
    }

    private String line(IncidentView incident) {
        var by = incident.acknowledgedBy();
        return "<" + url + "/i/" + incident.id() + "|INC-" + incident.number() + "> " + incident.severity() + ", "
                + incident.state() + (by == null ? "" : " by " + SlackText.line(by.name(), 100)) + ": "
                + SlackText.line(incident.title(), 200) + " ("
                + SlackText.line(incident.service().name(), 100) + ")";
    }

    // ------------------------------------------------------------ doing

    private String acknowledge(Who who, String number) {
        var incident = numbered(who, number);
        if (incident == null) {
            return unknown("ack");
        }
        var id = new IncidentId(incident.id());
        return SlackDesk.acknowledged(
                incidents
                        .act(
                                incident.id(),
                                new Write(who.actor(), null, "ack"),
                                at -> new AcknowledgeIncident(id, who.actor(), SlackDesk.VIA, at))
                        .incident(),
                who);
    }

    private String declare(Who who, String rest) {
        var words = rest.split("\\s+", 2);
        var incident = numbered(who, words[0]);
        if (incident == null) {
            return unknown("declare");
        }
        var reason = words.length > 1 ? SlackText.plain(words[1]) : "";
        if (reason.isBlank() || reason.length() > 500) {
            return "Say why in at most 500 characters, such as `/larum declare " + incident.number()
                    + " customers cannot pay`. Nothing was done.";
        }
        majors.declare(incident.id(), reason.strip(), who.actor(), new Write(who.actor(), null, "declare"));
        return SlackDesk.name(incident) + " is a major incident now.";
    }

    private @Nullable IncidentView numbered(Who who, String text) {
        var found = NUMBER.matcher(text.strip());
        return found.matches()
                ? answers.answer(new Numbered(Integer.parseInt(found.group(1)), who.scope()))
                        .orElse(null)
                : null;
    }

    private static String unknown(String command) {
        return "There is no incident of this number. Nothing was done. Write it like `/larum " + command
                + " 1042`; `/larum incidents` shows what is open.";
    }

    /** The way of every detection, so that rules, correlation and limits hold for it too. */
    private String page(Who who, String rest, String trigger) {
        var words = rest.split("\\s+", 2);
        var text = words.length > 1 ? OneLine.of(SlackText.plain(words[1]), LONGEST_SUMMARY) : "";
        if (text.isEmpty()) {
            return "Say which service and what is the matter, such as `/larum page checkout payments fail`. Nobody was"
                    + " asked.";
        }
        var service = service(words[0]);
        var about = new About(service.word(), null, Map.of("source", "slack", "by", word(who)), List.of());
        var key = "slack/" + who.actor().id() + "/" + trigger;
        var detection = new Detection(key, Action.TRIGGER, Severity.CRITICAL, text, about, null, time.now(), null);
        var sender = new Sender(RuleBook.IN_SLACK, "slack", "slack", service.id());
        var raw = new RawRequest("slack", ("page " + service.word() + " " + text).getBytes(StandardCharsets.UTF_8));
        intake.accept(sender, raw, List.of(detection)).block(PATIENCE);
        return "Whoever answers for " + SlackText.line(service.name(), 100) + " is asked now: "
                + SlackText.line(text, LONGEST_SUMMARY) + "\n" + url + "/";
    }

    private Service service(String word) {
        rules.catchUp();
        var wanted = word.toLowerCase(Locale.ROOT);
        return rules.inUse()
                .map(RuleBook.Version::definition)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(one -> one.word().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.NOT_FOUND,
                        "no_such_service",
                        "There is no service \"" + OneLine.of(word, 60) + "\". Nobody was asked. The words of services"
                                + " stand at " + url + "/services."));
    }

    private String word(Who who) {
        var person = who.person();
        return person == null
                ? "token"
                : rules.now().person(person).map(one -> one.word()).orElse("nobody");
    }
}
