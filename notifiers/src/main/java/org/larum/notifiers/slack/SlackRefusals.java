package org.larum.notifiers.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** What {@code ok: false} means. Slack answers it with status 200, and its words are those of its documentation. */
final class SlackRefusals {

    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,60}");

    private static final String TOKEN = "Slack does not take the token. Look at channels: slack: in the configuration.";
    private static final String NOBODY = "Slack knows nobody with the e-mail address of this person.";
    private static final String GONE = "This person's account in Slack is switched off.";
    private static final String NO_CHANNEL =
            "Slack knows no such channel, or the app is not in it. Invite the app there.";
    private static final String ARCHIVED = "The channel is archived. Take it out of the archive, or name another one.";
    private static final String SCOPE =
            "The app may not do this. Add the scopes of docs/channels.md to it, and install it again.";
    private static final String FORBIDDEN =
            "The workspace does not let the app write there. Ask whoever administers it.";

    private static final Map<String, String> FOR_GOOD = Map.ofEntries(
            Map.entry("invalid_auth", TOKEN),
            Map.entry("not_authed", TOKEN),
            Map.entry("account_inactive", TOKEN),
            Map.entry("token_revoked", TOKEN),
            Map.entry("token_expired", TOKEN),
            Map.entry("org_login_required", TOKEN),
            Map.entry("team_access_not_granted", TOKEN),
            Map.entry("not_allowed_token_type", TOKEN),
            Map.entry("missing_scope", SCOPE),
            Map.entry("no_permission", SCOPE),
            Map.entry("ekm_access_denied", FORBIDDEN),
            Map.entry("restricted_action", FORBIDDEN),
            Map.entry("access_denied", FORBIDDEN),
            Map.entry("users_not_found", NOBODY),
            Map.entry("user_not_found", NOBODY),
            Map.entry("user_disabled", GONE),
            Map.entry("user_is_bot", "The e-mail address belongs to a bot in Slack."),
            Map.entry("cannot_dm_bot", "The e-mail address belongs to a bot in Slack."),
            Map.entry("messages_tab_disabled", "Nobody can write to the app. Switch on its Messages tab in App Home."),
            Map.entry("channel_not_found", NO_CHANNEL),
            Map.entry("not_in_channel", NO_CHANNEL),
            Map.entry("is_archived", ARCHIVED),
            Map.entry("message_not_found", "The message is gone in Slack."),
            Map.entry("cant_update_message", "The message is not the app's own."),
            Map.entry("msg_too_long", "The message is too long for Slack."),
            Map.entry("invalid_blocks", "Slack does not take the form of the message."),
            Map.entry("no_text", "Slack does not take the form of the message."),
            Map.entry("invalid_arguments", "Slack does not take the form of the message."),
            Map.entry("invalid_metadata_format", "Slack does not take the form of the message."),
            Map.entry("name_taken", "There is a channel of this name already."));

    private static final Set<String> TOO_MUCH = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    /** Slack itself says that some of it may have been done. */
    private static final Set<String> MAYBE_DONE = Set.of("internal_error", "fatal_error");

    private SlackRefusals() {}

    /** @param wait what Slack asked for, if it did. A word that is not known here may be of a trouble that passes. */
    static SendOutcome of(String error, @Nullable Duration wait) {
        var word = WORD.matcher(error).matches() ? error : "something else than an error";
        var known = FOR_GOOD.get(word);
        if (known != null) {
            return new GiveUp(known + " (" + word + ")");
        }
        if (word.startsWith("restricted_action")) {
            return new GiveUp(FORBIDDEN + " (" + word + ")");
        }
        if (TOO_MUCH.contains(word)) {
            return new TryLater("Slack was told too much at once (" + word + ").", false, wait);
        }
        return new TryLater("Slack said " + word + ".", MAYBE_DONE.contains(word), wait);
    }
}
