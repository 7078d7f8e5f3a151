package org.larum.app.slack;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.feedback.FeedbackDesk;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.security.Accounts;
import org.larum.app.security.Permission;
import org.larum.app.security.Who;
import org.larum.app.slack.SlackPeople.Found;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.incident.EscalationCause;
import org.larum.domain.incident.IncidentCommand.AcknowledgeIncident;
import org.larum.domain.incident.IncidentCommand.EscalateIncident;
import org.larum.domain.incident.IncidentCommand.NoteIncident;
import org.larum.domain.incident.IncidentCommand.PassIncidentOn;
import org.larum.domain.incident.IncidentCommand.ResolveIncident;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.slack.SlackAnswer.No;
import org.larum.notifiers.slack.SlackApi;
import org.larum.notifiers.slack.SlackModal;
import org.larum.notifiers.slack.SlackPress;
import org.larum.notifiers.slack.SlackSignature;
import org.larum.notifiers.slack.SlackText;
import org.larum.projections.incident.IncidentView;
import org.larum.projections.shared.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what people do in Slack, as the persons they are in Larum and with what those may do. Blocking. */
final class SlackDesk {

    static final String VIA = "Slack";

    private static final Logger LOG = LoggerFactory.getLogger(SlackDesk.class);
    /** After these there is time to say whether it was worth it. */
    private static final Set<SlackPress> ENDS = EnumSet.of(SlackPress.ACKNOWLEDGE, SlackPress.RESOLVE);

    private static final int LONGEST_NOTE = 10_000;
    private static final String NOT_SET_UP = "Larum is not set up for Slack any more. Nothing was done.";

    private final SlackHouse house;
    private final SlackApi slack;
    private final SlackPeople people;
    private final SlackRequestTable requests;
    private final SlackMessageTable messages;
    private final SlackReplies replies;
    private final SlackCommands commands;
    private final Accounts accounts;
    private final IncidentDesk incidents;
    private final FeedbackDesk feedback;
    private final Ids ids;
    private final Time time;

    SlackDesk(
            SlackHouse house,
            SlackApi slack,
            SlackPeople people,
            SlackRequestTable requests,
            SlackMessageTable messages,
            SlackReplies replies,
            SlackCommands commands,
            Accounts accounts,
            IncidentDesk incidents,
            FeedbackDesk feedback,
            Ids ids,
            Time time) {
        this.house = house;
        this.slack = slack;
        this.people = people;
        this.requests = requests;
        this.messages = messages;
        this.replies = replies;
        this.commands = commands;
        this.accounts = accounts;
        this.incidents = incidents;
        this.feedback = feedback;
        this.ids = ids;
        this.time = time;
    }

    /** Whether Slack has signed it, within five minutes, and it comes for the first time. */
    boolean isGenuine(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        return house.signingSecret()
                .flatMap(secret -> SlackSignature.read(secret, timestamp, signature, body, time.now()))
                .filter(requests::use)
                .isPresent();
    }

    /** What was done, as a sentence for whoever did it; or why nothing was. */
    private String as(SlackApp app, String user, Function<Who, String> work) {
        return switch (people.person(app, user)) {
            case Found.Unknown(var sentence) -> sentence;
            case Found.Known(var person) -> {
                var who = accounts.who(person.id().value(), VIA).filter(one -> one.may(Permission.RESPOND));
                try {
                    yield who.isEmpty() ? "You may not do this. Nothing was done." : work.apply(who.get());
                } catch (Refusal refusal) {
                    yield SlackText.lines(refusal.sentence(), 1000);
                }
            }
        };
    }

    // ------------------------------------------------------------ commands

    String commanded(Map<String, String> form) {
        return house.app()
                .map(app -> as(
                        app,
                        form.getOrDefault("user_id", ""),
                        who -> commands.answer(
                                who, form.getOrDefault("text", ""), form.getOrDefault("trigger_id", ""))))
                .orElse(NOT_SET_UP);
    }

    /** After the answer: it took longer than Slack waits. */
    void say(Map<String, String> form, String text) {
        house.app().ifPresent(app -> replies.say(form.get("response_url"), app, text));
    }

    // ------------------------------------------------------------ buttons and windows

    /** @return what to answer to Slack, as JSON; empty for nothing */
    String acted(JsonNode payload) {
        var app = house.app();
        if (app.isEmpty()) {
            return "";
        }
        return switch (text(payload, "type")) {
            case "block_actions" -> {
                pressed(app.get(), payload);
                yield "";
            }
            case "view_submission" -> submitted(app.get(), payload);
            default -> "";
        };
    }

    private void pressed(SlackApp app, JsonNode payload) {
        var action = payload.path("actions").path(0);
        var press = SlackPress.of(text(action, "action_id"));
        var incident = Asking.uuid(text(action, "value"));
        if (press.isEmpty() || incident == null) {
            // A link was opened: Slack says that, too.
            return;
        }
        var user = text(payload.path("user"), "id");
        var said = as(app, user, who -> press(app, press.get(), incident, who, text(payload, "trigger_id")));
        var address = text(payload, "response_url");
        if (ENDS.contains(press.get()) && wasPaged(app, user, incident)) {
            replies.ask(address, app, said, incident);
        } else if (!said.isEmpty()) {
            replies.say(address, app, said);
        }
    }

    private boolean wasPaged(SlackApp app, String user, UUID incident) {
        return people.person(app, user) instanceof Found.Known(var person)
                && feedback.of(incident, person.id()).page() != null;
    }

    private String press(SlackApp app, SlackPress press, UUID incident, Who who, String trigger) {
        var id = new IncidentId(incident);
        var write = new Write(who.actor(), null, press.name());
        return switch (press) {
            case ACKNOWLEDGE ->
                acknowledged(
                        incidents
                                .act(incident, write, at -> new AcknowledgeIncident(id, who.actor(), VIA, at))
                                .incident(),
                        who);
            case RESOLVE -> {
                incidents.act(incident, write, at -> new ResolveIncident(id, who.actor(), VIA, at));
                yield name(incident) + " is resolved.";
            }
            case ESCALATE -> {
                incidents.act(
                        incident,
                        write,
                        at -> new EscalateIncident(id, EscalationCause.BY_HAND, null, who.actor(), at));
                yield "The next one is asked about " + name(incident) + " now.";
            }
            case PASS -> {
                incidents.act(incident, write, at -> new PassIncidentOn(id, who.actor(), at));
                yield "Passed on. The next one is asked about " + name(incident) + " now.";
            }
            case NOTE -> {
                var view = incidents.one(incident, who.scope(), null);
                var form = Map.of("trigger_id", trigger, "view", SlackModal.note(incident, view.number()));
                yield slack.call(app, "views.open", form) instanceof No
                        ? "The window for a note could not be opened. Press again, or write into the thread of the message."
                        : "";
            }
            case USEFUL -> rated(incident, Verdict.USEFUL, who, write);
            case NOISE -> rated(incident, Verdict.NOISE, who, write);
            case WRONG_PERSON -> rated(incident, Verdict.WRONG_PERSON, who, write);
        };
    }

    /** Their own page alone: nobody can say it for another. */
    private String rated(UUID incident, Verdict verdict, Who who, Write write) {
        var person = who.person();
        var page = person == null ? null : feedback.of(incident, person).page();
        if (person == null || page == null) {
            return "You were not paged about " + name(incident) + ", so you have no page to rate.";
        }
        feedback.ratePage(page.message(), person, verdict, VIA, write);
        return "Thank you. What you say of your page about " + name(incident) + " is noted.";
    }

    static String acknowledged(IncidentView incident, Who who) {
        var by = incident.acknowledgedBy();
        boolean isTheirs = by != null && String.valueOf(who.person()).equals(by.id());
        return isTheirs
                ? "You have " + name(incident) + ". Nobody else is asked."
                : name(incident) + " is held by " + SlackText.line(by == null ? "somebody else" : by.name(), 100) + ".";
    }

    private String name(UUID incident) {
        return name(incidents.one(incident, Scope.EVERYTHING, null));
    }

    static String name(IncidentView incident) {
        return "INC-" + incident.number() + ", " + SlackText.line(incident.title(), 200);
    }

    private String submitted(SlackApp app, JsonNode payload) {
        var view = payload.path("view");
        var incident = Asking.uuid(text(view, "private_metadata"));
        if (!text(view, "callback_id").equals(SlackModal.NOTE) || incident == null) {
            return "";
        }
        var field = view.path("state").path("values").path(SlackModal.NOTE).path(SlackModal.FIELD);
        var said = as(
                app,
                text(payload.path("user"), "id"),
                who -> note(incident, ids.next(), text(field, "value"), who, null));
        return said.isEmpty()
                ? ""
                : "{\"response_action\": \"errors\", \"errors\": {\"" + SlackModal.NOTE + "\": "
                        + JsonMapper.shared().writeValueAsString(said) + "}}";
    }

    /** Empty when it is written down. */
    private String note(UUID incident, UUID note, String text, Who who, @Nullable String key) {
        var clean = text.strip().replace("\0", "");
        if (clean.isEmpty()) {
            return "A note needs a word. Nothing was written.";
        }
        var words = clean.length() > LONGEST_NOTE ? clean.substring(0, LONGEST_NOTE) : clean;
        incidents.act(
                incident,
                new Write(who.actor(), key, Idempotency.hash(Idempotency.bytes("note", words))),
                at -> new NoteIncident(new IncidentId(incident), note, who.actor(), words, at, List.of()));
        return "";
    }

    // ------------------------------------------------------------ threads

    /**
     * Somebody has written something: under the message of an incident it is a note. What Larum has written itself, other apps, and what is
     * changed afterwards, is none. Slack tells it again until it is taken, so it is done once.
     */
    void heard(JsonNode envelope) {
        var event = envelope.path("event");
        var app = house.app();
        var thread = text(event, "thread_ts");
        if (app.isEmpty() || !isWritten(event) || thread.isEmpty() || thread.equals(text(event, "ts"))) {
            return;
        }
        var channel = text(event, "channel");
        var user = text(event, "user");
        var incident = messages.incident(channel, thread);
        if (incident.isEmpty() || isOwn(app.get(), user)) {
            return;
        }
        var words = SlackText.plain(text(event, "text"));
        if (words.isBlank()) {
            return;
        }
        var name = channel + "/" + text(event, "ts");
        var note = Ids.of("slack-note", name);
        messages.said(note, channel);
        var said = as(app.get(), user, who -> note(incident.get(), note, words, who, "slack/" + name));
        if (!said.isEmpty()) {
            whisper(app.get(), channel, user, thread, said);
        }
    }

    private static boolean isWritten(JsonNode event) {
        var kind = text(event, "subtype");
        return text(event, "type").equals("message")
                && (kind.isEmpty() || kind.equals("thread_broadcast") || kind.equals("file_share"))
                && event.path("bot_id").isMissingNode()
                && event.path("app_id").isMissingNode();
    }

    private boolean isOwn(SlackApp app, String user) {
        return people.own(app).filter(own -> own.user().equals(user)).isPresent();
    }

    private void whisper(SlackApp app, String channel, String user, String thread, String text) {
        var form = Map.of("channel", channel, "user", user, "thread_ts", thread, "text", text);
        if (slack.call(app, "chat.postEphemeral", form) instanceof No no) {
            LOG.debug("somebody in Slack could not be told why nothing was written down: {}", no.error());
        }
    }

    private static String text(JsonNode node, String field) {
        return Optional.of(node.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElse("");
    }
}
