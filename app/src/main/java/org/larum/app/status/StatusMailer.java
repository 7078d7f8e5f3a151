package org.larum.app.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.larum.app.beat.Beat;
import org.larum.app.security.Vault;
import org.larum.app.status.SubscriberTable.Claimed;
import org.larum.app.status.SubscriberTable.DueAsk;
import org.larum.app.status.SubscriberTable.Mailing;
import org.larum.domain.shared.Ids;
import org.larum.domain.status.NoticeId;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.Bulletin;
import org.larum.notifiers.email.EmailChannel;
import org.larum.projections.status.NewsView;
import org.larum.projections.status.StatusAnswers;
import org.larum.projections.status.StatusQuery.News;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails what the status page says to those who asked for it, once to each. A mail is claimed, and that is committed, before it is
 * sent: when its node is killed, another one takes over after a while what it had claimed. What it was sending at that moment may
 * have been taken already and comes twice then, with the same Message-ID. Slow on purpose: pages to people on call go through the
 * same mail server.
 */
final class StatusMailer {

    private static final Logger LOG = LoggerFactory.getLogger(StatusMailer.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final int AT_ONCE = 4;
    private static final int EACH_LOOK = 20;
    private static final int OLDEST = 10;
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Refused so often, each time a day or more after the last and with nothing taken in between, an address is told no more. */
    static final int MOST_BOUNCES = 3;

    static final Duration BOUNCES_APART = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final SubscriberTable table;
    private final StatusAnswers answers;
    private final Subscriptions subscriptions;
    private final Vault vault;
    private final MailRoom mail;

    /** How mail leaves; {@code server} is empty while none is set up. {@code url}: the public address in links. */
    record MailRoom(EmailChannel channel, Supplier<Optional<MailServer>> server, String url) {}

    private final Beat beat = new Beat("status-mail", EVERY, this::look);
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("status-mail-", 0).factory());
    private final Semaphore places = new Semaphore(AT_ONCE);

    StatusMailer(
            SubscriberTable table, StatusAnswers answers, Subscriptions subscriptions, Vault vault, MailRoom mail) {
        this.table = table;
        this.answers = answers;
        this.subscriptions = subscriptions;
        this.vault = vault;
        this.mail = mail;
    }

    void start() {
        beat.start();
    }

    /** Waits for what is under way: its end must be known, or it is sent again. */
    void stop() {
        // Whoever looks hands on what it has claimed.
        beat.stop(Duration.ofSeconds(5));
        try {
            senders.shutdown();
            if (!senders.awaitTermination(15, TimeUnit.SECONDS)) {
                LOG.warn(
                        "mails about the status page were still being sent at shutdown; they are sent again and may come twice");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            mail.server().get().ifPresent(this::look);
        } catch (InterruptedLook e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(MailServer server) {
        table.forgetEnded(REMEMBERED);
        table.claimAsks(EACH_LOOK).forEach(ask -> inPlace(() -> askBack(server, ask)));
        again(server, table.claimAgain(EACH_LOOK, LEASE));
        // In order; what cannot be read at the moment holds up nothing else.
        for (var mailing : table.oldest(OLDEST)) {
            var told = news(mailing);
            if (told.isPresent()) {
                begin(server, mailing, told.get());
                return;
            }
        }
    }

    private void again(MailServer server, List<Claimed> claimed) {
        long cut = claimed.stream().filter(Claimed::wasCut).count();
        if (cut > 0) {
            LOG.warn(
                    "{} mails about the status page were cut off while they were sent; they are sent again, maybe twice",
                    cut);
        }
        claimed.forEach(one -> inPlace(() -> send(server, one)));
    }

    private void begin(MailServer server, Mailing mailing, NewsView told) {
        if (told.isPublic()) {
            table.claim(mailing, told.services(), EACH_LOOK, LEASE).forEach(one -> inPlace(() -> send(server, one)));
        } else {
            table.end(mailing);
        }
    }

    /** Empty while what shows it has not read that far. */
    private Optional<NewsView> news(Mailing mailing) {
        return answers.answer(new News(new NoticeId(mailing.notice()), mailing.number()));
    }

    private static final class InterruptedLook extends RuntimeException {}

    private void inPlace(Runnable work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            throw new InterruptedLook();
        }
        senders.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("the end of a mail about the status page could not be recorded: {}", e.toString());
            } finally {
                places.release();
            }
        });
    }

    // ------------------------------------------------------------ asking back

    /** The token is made here and kept nowhere in clear. */
    private void askBack(MailServer server, DueAsk ask) {
        var token = vault.token();
        if (!table.promise(ask.id(), Vault.hash(token))) {
            return;
        }
        var text = "Somebody, probably you, asked at " + mail.url() + "/status for mail to this address whenever the"
                + " status page says something new.\n\nOpen the link to agree. It is good for a day.\nIf it was not you,"
                + " do nothing: nothing more is sent.";
        var bulletin = new Bulletin(
                Ids.of("status-ask", ask.id(), ask.tries()),
                "Do you want mail about the status page?",
                text,
                new Bulletin.Way("Yes, send me mail", URI.create(mail.url() + "/status/subscribe/" + token)),
                null);
        switch (mail.channel().sendBulletin(server, vault.unwrapText(ask.sealed()), bulletin)) {
            case Accepted sent -> LOG.info("a mail that asks back for the status page was sent");
            case TryLater later
            when !later.unknown() && ask.tries() <= WAITS.size() ->
                table.askLater(ask.id(), WAITS.get(ask.tries() - 1));
            case TryLater later when later.unknown() -> {}
            case TryLater(var reason, var unknown, var after) -> forget(ask, reason);
            case GiveUp(var reason, var isNobody) -> forget(ask, reason);
        }
    }

    private void forget(DueAsk ask, String reason) {
        table.forgetAsk(ask.id());
        LOG.info("a mail that asks back for the status page was given up: {}", reason);
    }

    // ------------------------------------------------------------ telling

    /** Looks again at what is said: withdrawn in the meantime, it is told to nobody more. */
    private void send(MailServer server, Claimed claimed) {
        var news = news(claimed.mailing()).filter(NewsView::isPublic);
        var address = table.address(claimed.subscriber());
        if (news.isEmpty() || address.isEmpty()) {
            table.done(claimed);
            return;
        }
        if (!table.begin(claimed, LEASE)) {
            return;
        }
        var bulletin = of(news.get(), claimed.subscriber());
        record(claimed, mail.channel().sendBulletin(server, vault.unwrapText(address.get()), bulletin));
    }

    private Bulletin of(NewsView news, UUID subscriber) {
        var post = news.post();
        return new Bulletin(
                Ids.of("status-mail", post.ref(), subscriber),
                news.title() + " (" + StatusWords.of(post.state()) + ")",
                StatusWords.whole(post) + "\n\n" + StatusWords.time(post.at()),
                new Bulletin.Way("Open the status page", URI.create(mail.url() + "/status")),
                URI.create(mail.url() + "/status/unsubscribe/" + subscriptions.endingToken(subscriber)));
    }

    private void record(Claimed claimed, SendOutcome outcome) {
        switch (outcome) {
            case Accepted sent -> {
                table.done(claimed);
                table.arrived(claimed.subscriber());
            }
            case TryLater later
            when !later.unknown() && claimed.tries() <= WAITS.size() ->
                table.again(claimed, WAITS.get(claimed.tries() - 1));
            case TryLater(var reason, var unknown, var after) -> miss(claimed, reason);
            case GiveUp(var reason, var isNobody) when isNobody -> bounce(claimed, reason);
            case GiveUp(var reason, var isNobody) -> miss(claimed, reason);
        }
    }

    private void bounce(Claimed claimed, String reason) {
        table.done(claimed);
        if (table.bounced(claimed.subscriber(), reason, MOST_BOUNCES, BOUNCES_APART)) {
            LOG.info(
                    "subscriber {} of the status page is told no more: their mail came back {} times",
                    claimed.subscriber(),
                    MOST_BOUNCES);
        }
    }

    private void miss(Claimed claimed, String reason) {
        table.done(claimed);
        table.missed(claimed.subscriber(), reason);
    }
}
