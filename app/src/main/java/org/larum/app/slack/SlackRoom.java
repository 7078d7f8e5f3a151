package org.larum.app.slack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.larum.app.bus.Commands;
import org.larum.app.slack.SlackMessageTable.Due;
import org.larum.app.slack.SlackMessageTable.Where;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorCommand.OpenWarRoom;
import org.larum.domain.major.MajorId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.slack.SlackCard;
import org.larum.notifiers.slack.SlackCard.Mark;
import org.larum.notifiers.slack.SlackText;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.major.MajorView;
import org.larum.projections.major.MajorView.MajorRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channel that a major incident has for itself: made, named, filled with those who are needed, and closed with a word. */
final class SlackRoom {

    private static final Logger LOG = LoggerFactory.getLogger(SlackRoom.class);

    /** How far a room has come. */
    private static final int MADE = 1;

    private static final int FURNISHED = 2;
    private static final int CLOSED = 3;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TOPIC = 180;
    private static final int NAMES = 5;
    private static final int MOST_PEOPLE = 30;

    private final SlackMessageTable table;
    private final SlackPeople people;
    private final Commands commands;
    private final Time time;

    SlackRoom(SlackMessageTable table, SlackPeople people, Commands commands, Time time) {
        this.table = table;
        this.people = people;
        this.commands = commands;
        this.time = time;
    }

    /** The channel, which is there now. */
    String channel(Due due, SlackCalls slack, IncidentView incident) {
        var known = due.where().channel();
        if (known != null) {
            return known;
        }
        var made = make(slack, name(incident.number(), incident.title()));
        table.lies(due, new Where(made, null, null));
        table.stage(due, MADE);
        return made;
    }

    /** A name that is taken may be that of a try before, which nobody knows of: another number makes it another name. */
    private static String make(SlackCalls slack, String name) {
        for (int n = 1; ; n++) {
            try {
                return slack.call("conversations.create", Map.of("name", n == 1 ? name : name + "-" + n))
                        .text("channel", "id");
            } catch (SlackCalls.Refused refused) {
                if (!refused.no().error().equals("name_taken") || n == NAMES) {
                    throw refused;
                }
            }
        }
    }

    /** Only letters, digits and hyphens that Slack takes in every workspace. */
    static String name(int number, String title) {
        var slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        var name = "inc-" + number + "-" + slug;
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("-+$", "");
    }

    void furnish(Due due, SlackCalls slack, String channel, IncidentView incident, MajorView major, String link) {
        if (Math.max(MADE, due.stage()) < FURNISHED && major.over() == null) {
            var topic = SlackText.line("INC-" + incident.number() + " " + incident.title(), LONGEST_TOPIC) + " " + link;
            slack.call("conversations.setTopic", Map.of("channel", channel, "topic", topic));
            if (major.warRoom() == null) {
                say(due, slack, channel);
            }
            table.stage(due, FURNISHED);
        }
        invite(due, slack, channel, Stream.concat(needed(incident), needed(major)));
    }

    /** Larum tells by itself where the room is, unless people meet elsewhere. */
    private void say(Due due, SlackCalls slack, String channel) {
        var own = people.own(slack.app());
        if (own.isPresent()) {
            var link = "https://app.slack.com/client/" + own.get().team() + "/" + channel;
            try {
                commands.send(
                        new OpenWarRoom(MajorId.of(new IncidentId(due.incident())), link, Actor.LARUM, time.now()));
            } catch (Refusal over) {
                LOG.debug("the room of {} is not told of: {}", due.incident(), over.sentence());
            }
        }
    }

    private static Stream<UUID> needed(IncidentView incident) {
        var holder = incident.acknowledgedBy();
        var assignee = incident.assignee();
        return Stream.of(
                        holder == null || holder.id() == null || !holder.kind().equals("person")
                                ? Stream.<UUID>empty()
                                : Stream.of(UUID.fromString(holder.id())),
                        assignee == null ? Stream.<UUID>empty() : Stream.of(assignee.id()),
                        incident.awaits().stream().map(one -> one.id()))
                .flatMap(all -> all);
    }

    private static Stream<UUID> needed(MajorView major) {
        return major.roles().stream()
                .map(MajorRole::person)
                .filter(Objects::nonNull)
                .map(one -> one.id());
    }

    private void invite(Due due, SlackCalls slack, String channel, Stream<UUID> needed) {
        Set<String> users = new LinkedHashSet<>();
        Stream.concat(needed, due.asked().stream())
                .distinct()
                .limit(MOST_PEOPLE)
                .forEach(one -> people.user(slack.app(), new PersonId(one)).ifPresent(users::add));
        due.invited().forEach(users::remove);
        if (users.isEmpty()) {
            return;
        }
        try {
            slack.call(
                    "conversations.invite",
                    Map.of("channel", channel, "users", String.join(",", users), "force", "true"));
        } catch (SlackCalls.Refused refused) {
            if (!(refused.no().outcome() instanceof GiveUp)
                    && !refused.no().error().contains("in_channel")) {
                throw refused;
            }
            LOG.warn(
                    "somebody could not be let into the room of {}: {}",
                    due.incident(),
                    refused.no().error());
        }
        table.invited(due, List.copyOf(users));
    }

    /** Once: people read on in the room, which stays as it is. */
    void close(Due due, SlackCalls slack, String channel, MajorView major) {
        if (major.over() == null || due.stage() >= CLOSED) {
            return;
        }
        var reason = major.over().reason();
        var form = new LinkedHashMap<>(SlackCard.quiet());
        form.put("channel", channel);
        form.put(
                "text",
                SlackCard.OVER + "The major incident is over, by "
                        + SlackText.line(major.over().by().name(), 100) + "."
                        + (reason == null ? "" : " " + SlackText.line(reason, 500))
                        + " This channel stays as it is.");
        form.put("metadata", new Mark("larum_end", due.incident().toString()).json());
        slack.call("chat.postMessage", form);
        table.stage(due, CLOSED);
    }
}
