package org.larum.app.slack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.slack.SlackCard;
import org.larum.notifiers.slack.SlackPress;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.ActorView;

/** An incident as the channel of the house sees it: how bad, what, where, who has it, and what can be done. Pure. */
final class IncidentCard {

    private static final String RESOLVED = "resolved";

    private IncidentCard() {}

    static SlackCard of(IncidentView incident, URI link) {
        boolean isOver = incident.state().equals(RESOLVED);
        var severity = Severity.valueOf(incident.severity().toUpperCase(Locale.ROOT));
        return new SlackCard(
                isOver ? SlackCard.OVER : SlackCard.sign(severity),
                capital(incident.severity()) + " INC-" + incident.number() + ": " + incident.state(),
                incident.title(),
                facts(incident),
                incident.openedAt(),
                incident.id(),
                presses(incident),
                link);
    }

    private static List<String> facts(IncidentView incident) {
        var facts = new ArrayList<String>();
        var team = incident.team();
        facts.add(incident.service().name() + (team == null ? "" : " (" + team.name() + ")"));
        facts.add(holder(incident));
        add(facts, whole(incident));
        var snooze = incident.snooze();
        add(facts, snooze == null ? null : "Snoozed: " + snooze.reason());
        add(facts, incident.quiet() == null ? null : "Rules silence all its alerts.");
        var major = incident.major();
        add(facts, major == null || major.over() ? null : "Major incident");
        return facts;
    }

    private static void add(List<String> facts, @Nullable String fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }

    private static @Nullable String whole(IncidentView incident) {
        var whole = incident.partOf();
        return whole == null ? null : "Part of INC-" + whole.number() + ", " + whole.title();
    }

    private static String holder(IncidentView incident) {
        if (incident.state().equals(RESOLVED)) {
            return "Resolved by " + name(incident.resolvedBy());
        }
        if (incident.mitigatedBy() != null) {
            return "Mitigated by " + name(incident.mitigatedBy());
        }
        var assignee = incident.assignee();
        if (assignee != null) {
            return assignee.name() + " has it";
        }
        return incident.acknowledgedBy() == null ? "Nobody has it yet" : name(incident.acknowledgedBy()) + " has it";
    }

    private static String name(@Nullable ActorView actor) {
        return actor == null ? "Larum" : actor.name();
    }

    private static List<SlackPress> presses(IncidentView incident) {
        if (incident.partOf() != null) {
            return List.of();
        }
        return switch (incident.state()) {
            case RESOLVED -> List.of(SlackPress.NOTE, SlackPress.USEFUL, SlackPress.NOISE, SlackPress.WRONG_PERSON);
            case "triggered" ->
                List.of(SlackPress.ACKNOWLEDGE, SlackPress.ESCALATE, SlackPress.RESOLVE, SlackPress.NOTE);
            default -> List.of(SlackPress.ESCALATE, SlackPress.RESOLVE, SlackPress.NOTE);
        };
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
