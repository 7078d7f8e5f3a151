package org.larum.app.api.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.channel.ChannelsView.ChannelCheck;
import org.larum.app.api.channel.ChannelsView.ChannelError;
import org.larum.app.api.channel.ChannelsView.ChannelQueue;
import org.larum.app.api.channel.ChannelsView.ChannelRate;
import org.larum.app.api.channel.ChannelsView.ChannelTried;
import org.larum.app.api.channel.ChannelsView.ChannelView;
import org.larum.app.api.me.TestDesk;
import org.larum.app.api.me.TestDesk.TestActed;
import org.larum.app.api.me.TestDesk.TestWish;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.channel.Check;
import org.larum.app.channel.Checks;
import org.larum.app.channel.Figures;
import org.larum.app.channel.Figures.Rate;
import org.larum.app.channel.Health;
import org.larum.app.channel.HouseChannel;
import org.larum.app.channel.HouseChannels;
import org.larum.app.channel.Judgement;
import org.larum.app.channel.Judgement.State;
import org.larum.app.delivery.Disabled;
import org.larum.app.delivery.WebhookTable;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Who;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.domain.webhook.ListenerId;
import org.larum.domain.webhook.WebhookCommand.EnableWebhook;
import org.larum.projections.shared.Names;

/** Says how the channels do, and tries one. Blocking. */
final class ChannelDesk {

    private final HouseChannels channels;
    private final Health health;
    private final Checks checks;
    private final TestDesk tests;
    private final WebhookTable webhooks;
    private final Commands commands;
    private final Names names;
    private final Freshness freshness;
    private final Time time;

    ChannelDesk(
            HouseChannels channels,
            Health health,
            Checks checks,
            TestDesk tests,
            WebhookTable webhooks,
            Commands commands,
            Names names,
            Freshness freshness,
            Time time) {
        this.channels = channels;
        this.health = health;
        this.checks = checks;
        this.tests = tests;
        this.webhooks = webhooks;
        this.commands = commands;
        this.names = names;
        this.freshness = freshness;
        this.time = time;
    }

    private record Judged(
            HouseChannel channel,
            Figures figures,
            Judgement judgement,
            @Nullable Disabled disabled) {}

    ChannelsView all(@Nullable Long atLeast) {
        freshness.await("outbox", atLeast);
        var now = time.now();
        var look = health.look();
        var judged = channels.all().stream()
                .map(channel -> judged(channel, look.of(channel), now))
                .sorted(Comparator.comparing(one -> one.judgement().state()))
                .toList();
        return new ChannelsView(
                now,
                sentence(judged, look.waiting("email")),
                judged.stream().map(this::view).toList(),
                channels.absent());
    }

    private Judged judged(HouseChannel channel, Figures figures, Instant now) {
        var disabled = disabled(channel).orElse(null);
        var judgement = disabled == null ? Judgement.of(channel, figures, now) : Judgement.of(disabled, figures);
        return new Judged(channel, figures, judgement, disabled);
    }

    private Optional<Disabled> disabled(HouseChannel channel) {
        return channel.kind() == ChannelKind.WEBHOOK
                ? webhooks.disabled(UUID.fromString(channel.id()))
                : Optional.empty();
    }

    /** What is wrong is said first. */
    private static String sentence(List<Judged> all, int mailsWaiting) {
        boolean hasMail = all.stream().anyMatch(one -> one.channel().kind() == ChannelKind.EMAIL);
        if (!hasMail && mailsWaiting > 0) {
            return (mailsWaiting == 1 ? "A mail waits" : mailsWaiting + " mails wait")
                    + " for a mail server. Describe one under channels: email: in the configuration, and they are sent.";
        }
        if (all.isEmpty()) {
            return "No channel is set up: nobody would hear of anything. Describe one under channels in the configuration.";
        }
        var wrong = new ArrayList<String>();
        add(wrong, all, State.DISABLED, "is disabled", "are disabled");
        add(wrong, all, State.FAILING, "does not work", "do not work");
        add(wrong, all, State.LATE, "is late", "are late");
        add(wrong, all, State.SHAKY, "does not always work", "do not always work");
        add(wrong, all, State.UNPROVEN, "was changed and wants a test", "were changed and want a test");
        add(wrong, all, State.UNTRIED, "was never tried", "were never tried");
        if (wrong.isEmpty()) {
            return all.size() == 1 ? "The one channel works." : "All " + all.size() + " channels work.";
        }
        return String.join(". ", wrong) + ".";
    }

    private static void add(List<String> wrong, List<Judged> all, State state, String one, String many) {
        var names = all.stream()
                .filter(judged -> judged.judgement().state() == state)
                .map(judged -> judged.channel().name())
                .toList();
        if (names.size() == 1) {
            wrong.add(names.getFirst() + " " + one);
        } else if (!names.isEmpty()) {
            wrong.add(String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast() + " " + many);
        }
    }

    private ChannelView view(Judged one) {
        var channel = one.channel();
        var figures = one.figures();
        var refused = figures.lastRefused();
        var queue = figures.queue();
        return new ChannelView(
                channel.id(),
                word(channel.kind()),
                channel.name(),
                channel.provider(),
                channel.since(),
                word(one.judgement().state()),
                one.judgement().sentence(),
                one.judgement().remedy(),
                figures.lastTaken(),
                refused == null ? null : new ChannelError(refused.id(), refused.at(), refused.why()),
                rate(figures.hour()),
                rate(figures.day()),
                new ChannelQueue(queue.due(), queue.waiting(), queue.sending(), queue.oldest()),
                test(channel, figures),
                one.disabled() == null ? null : one.disabled().at(),
                channel.askable(),
                check(figures.check()));
    }

    private static ChannelRate rate(Rate rate) {
        int all = rate.taken() + rate.lost();
        // Rounded down: 99.6 % is not all.
        var percent = all == 0 ? null : (Integer) (int) (rate.taken() * 100L / all);
        return new ChannelRate(rate.taken(), rate.lost(), percent, rate.half(), rate.most());
    }

    private @Nullable ChannelTried test(HouseChannel channel, Figures figures) {
        var test = figures.test();
        if (test == null) {
            return null;
        }
        var recipient = channel.kind() == ChannelKind.WEBHOOK
                ? channel.name()
                : names.person(test.recipient()).name();
        return new ChannelTried(
                test.id(),
                recipient,
                test.state(),
                test.reason(),
                test.requestedAt(),
                test.changedAt(),
                test.confirmedAt());
    }

    private static @Nullable ChannelCheck check(@Nullable Check check) {
        return check == null ? null : new ChannelCheck(check.at(), check.ok(), check.said(), check.tookMillis());
    }

    /** To whoever asks for it; of a webhook, to whoever listens there. */
    TestActed test(String wanted, UUID fresh, Who who, Write write) {
        var channel = find(wanted);
        return channel.kind() == ChannelKind.WEBHOOK
                ? tests.send(fresh, UUID.fromString(channel.id()), channel.word(), write)
                : tests.send(fresh, new TestWish(word(channel.kind())), who, write);
    }

    /** One that is told anyway stays as it is. Answers whether it was not. */
    boolean enable(String wanted, Actor by) {
        var disabled = disabled(find(wanted));
        disabled.map(webhook -> ListenerId.of(new ChannelId(webhook.webhook())))
                .ifPresent(listener -> commands.send(new EnableWebhook(listener, by, time.now())));
        return disabled.isPresent();
    }

    ChannelCheck check(String wanted) {
        var channel = find(wanted);
        return checks.now(channel)
                .map(ChannelDesk::check)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.CONFLICT,
                        "nothing_to_ask",
                        channel.name() + " has no provider that can be asked without telling somebody. Nothing was"
                                + " done. Send a test instead."));
    }

    private HouseChannel find(String wanted) {
        return channels.find(wanted)
                .orElseThrow(
                        () -> new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "no_such_channel",
                                "This house has no such channel. Nothing was sent. GET /api/channels lists those that there are."));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
