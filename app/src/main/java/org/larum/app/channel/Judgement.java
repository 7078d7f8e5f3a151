package org.larum.app.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.larum.app.delivery.Disabled;

/** What is to be said of a channel first: how it is, in a word and a sentence, and what to do about it. Pure. */
public record Judgement(
        State state, String sentence, @Nullable String remedy) {

    /** The worst first. */
    public enum State {
        DISABLED,
        FAILING,
        LATE,
        SHAKY,
        UNPROVEN,
        UNTRIED,
        WORKS
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** So many in a row are no accident of one address. */
    private static final int A_ROW = 3;

    /** Fewer say nothing of a rate. */
    private static final int ENOUGH = 5;

    private static final String TEST = "Send a test.";

    /** A webhook that is told nothing more. */
    public static Judgement of(Disabled webhook, Figures figures) {
        var proven = figures.proven();
        return new Judgement(
                State.DISABLED,
                "It is told nothing more. " + webhook.why(),
                proven != null && proven.isAfter(webhook.at())
                        ? "It has answered since. Press \"Enable again\"."
                        : "Look at channels: webhooks: " + webhook.word()
                                + ": and at whoever listens there, send a test, then press \"Enable again\".");
    }

    public static Judgement of(HouseChannel channel, Figures figures, Instant now) {
        var check = figures.check();
        var refused = figures.lastRefused();
        var proven = figures.proven();
        if (check != null && !check.ok() && (proven == null || proven.isBefore(check.at()))) {
            return new Judgement(
                    State.FAILING,
                    "Its provider was asked and does not take messages: " + ended(check.said()),
                    mend(channel));
        }
        if (refused != null && figures.refusedSince() >= A_ROW) {
            return new Judgement(
                    State.FAILING,
                    "The last " + many(figures.refusedSince()) + " messages were not taken: " + ended(refused.why()),
                    mend(channel));
        }
        var oldest = figures.queue().oldestDue();
        if (oldest != null && oldest.plus(PATIENCE).isBefore(now)) {
            int due = figures.queue().due();
            return new Judgement(
                    State.LATE,
                    (due == 1 ? "A message is" : due + " messages are") + " due and not sent yet, for "
                            + words(Duration.between(oldest, now)) + ".",
                    "Look at the outbox. If it goes on, look at the log of the server.");
        }
        if (refused != null && figures.refusedSince() > 0) {
            return new Judgement(
                    State.SHAKY,
                    "The last message was not taken: " + ended(refused.why()),
                    "If it is not about one address alone, " + small(mend(channel)));
        }
        var hour = figures.hour();
        if (hour.taken() + hour.lost() >= ENOUGH && hour.lost() * 10 >= hour.taken() + hour.lost()) {
            return new Judgement(
                    State.SHAKY,
                    hour.lost() + " of " + (hour.taken() + hour.lost())
                            + " messages of the last hour did not get through.",
                    "Look at them in the outbox.");
        }
        if (wantsTest(channel, figures)) {
            return proven == null
                    ? new Judgement(State.UNTRIED, "Nothing was sent this way yet.", TEST)
                    : new Judgement(State.UNPROVEN, "It was changed and has not been tried since.", TEST);
        }
        if (figures.lastTaken() == null) {
            return new Judgement(
                    State.UNTRIED,
                    proven == null
                            ? "Nothing was sent this way yet."
                            : "Its provider answers. Nothing was sent this way yet.",
                    TEST);
        }
        return new Judgement(State.WORKS, "Messages get through.", null);
    }

    /** Whether it was set up or changed and nothing has proven since that it works. */
    private static boolean wantsTest(HouseChannel channel, Figures figures) {
        var proven = figures.proven();
        return channel.since() != null && (proven == null || proven.isBefore(channel.since()));
    }

    private static String mend(HouseChannel channel) {
        return switch (channel.kind()) {
            case EMAIL -> "Look at channels: email: in the configuration and at the mail server, then send a test.";
            case SMS, CALL -> "Look at the account and at its channels: entry in the configuration, then send a test.";
            case WEBHOOK ->
                "Look at channels: webhooks: " + channel.word() + ": and at whoever listens there, then send a test.";
            default -> "Look at what it says, mend it, then send a test.";
        };
    }

    /** Providers end their sentences as they like. */
    private static String ended(String said) {
        return said.endsWith(".") ? said : said + ".";
    }

    private static String many(int refused) {
        return refused >= 100 ? "100 or more" : String.valueOf(refused);
    }

    private static String small(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String words(Duration time) {
        return time.toMinutes() < 120 ? Math.max(1, time.toMinutes()) + " min" : time.toHours() + " h";
    }
}
