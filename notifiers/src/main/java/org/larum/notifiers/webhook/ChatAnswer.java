package org.larum.notifiers.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.OutboundHttp.Answer;
import org.larum.notifiers.channel.RetryAfter;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the body of an answer says, of those chats whose status does not say it all. */
enum ChatAnswer {
    /** Its status says it. */
    PLAIN {
        @Override
        @Nullable
        SendOutcome read(String who, Answer answer, JsonNode body) {
            return null;
        }
    },
    TELEGRAM {
        @Override
        @Nullable
        SendOutcome read(String who, Answer answer, JsonNode body) {
            if (body.path("ok").asBoolean(false)) {
                return new Accepted("message " + body.at("/result/message_id").asString("?"));
            }
            int code = body.path("error_code").asInt(answer.status());
            var wait = body.at("/parameters/retry_after");
            var moved = body.at("/parameters/migrate_to_chat_id");
            if (moved.isIntegralNumber()) {
                return new GiveUp(
                        who + " has given this group a new number. Write chat: \"" + moved.asString() + "\".");
            }
            return switch (code) {
                case 200 -> unclear(who);
                case 429 -> busy(who, wait.isIntegralNumber() ? Duration.ofSeconds(wait.asLong(0)) : null);
                case 400 -> new GiveUp(who + " refuses the message" + said(body, "description") + ". Look at chat:.");
                case 401, 404 -> new GiveUp(who + " does not know this bot. Look at the token in url:.");
                case 403 -> new GiveUp(who + " does not let the bot write there. Add it to the chat again.");
                default -> null;
            };
        }
    },
    MATRIX {
        @Override
        @Nullable
        SendOutcome read(String who, Answer answer, JsonNode body) {
            var event = body.path("event_id").asString("");
            if (answer.status() / 100 == 2) {
                return event.isEmpty() ? unclear(who) : new Accepted(OneLine.of(event, LONGEST));
            }
            var wait = body.path("retry_after_ms");
            return switch (body.path("errcode").asString("")) {
                case "M_LIMIT_EXCEEDED" ->
                    // some only write the header
                    wait.isIntegralNumber() ? busy(who, Duration.ofMillis(wait.asLong(0))) : null;
                case "M_FORBIDDEN" ->
                    new GiveUp(who + " does not let Larum write there. Invite its user to the room, and let it join.");
                case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN" ->
                    new GiveUp(who + " does not take the access token. Write a new one as secret:.");
                default -> null;
            };
        }
    };

    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    static ChatAnswer of(ChatFormat format) {
        return switch (format) {
            case TELEGRAM -> TELEGRAM;
            case MATRIX -> MATRIX;
            case SLACK, MATTERMOST, TEAMS, DISCORD, GOOGLE_CHAT, NTFY -> PLAIN;
        };
    }

    /** Null when the status says it all. */
    @Nullable
    SendOutcome read(String who, Answer answer) {
        return read(who, answer, json(answer.body()));
    }

    abstract @Nullable SendOutcome read(String who, Answer answer, JsonNode body);

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.nullNode();
        }
    }

    /** Whoever answers in its place may or may not have handed it on. */
    private static SendOutcome unclear(String who) {
        return new TryLater(who + " did not say that it took the message; it may have arrived.", true, null);
    }

    private static SendOutcome busy(String who, @Nullable Duration asked) {
        return new TryLater(
                who + " was told too much at once.", false, asked == null ? null : RetryAfter.limited(asked));
    }

    private static String said(JsonNode body, String field) {
        var text = OneLine.of(body.path(field).asString(""), LONGEST);
        return text.isEmpty() ? "" : ": " + text;
    }
}
