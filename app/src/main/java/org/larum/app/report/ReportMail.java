package org.larum.app.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.larum.app.bus.Commands;
import org.larum.app.report.ReportStandings.Delivery;
import org.larum.app.report.ReportStandings.Mail;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.report.ReportCommand.BeginDelivery;
import org.larum.domain.report.ReportCommand.MissDelivery;
import org.larum.domain.report.ReportCommand.NoteDelivered;
import org.larum.domain.report.ReportCommand.PostponeDelivery;
import org.larum.domain.report.ReportEvent.ReportAsked;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;
import org.larum.notifiers.email.EmailChannel;
import org.larum.notifiers.email.Letter;

/**
 * Mails a report to those who get it. That a mail is begun is committed before it leaves: when its node stops in between, nobody knows
 * whether it arrived, and it is not sent twice. Blocking.
 */
final class ReportMail {

    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private static final String UNKNOWN =
            "The server stopped while the mail was being sent: nobody knows whether it arrived, and it is not sent twice.";
    private static final String NO_SERVER = "No mail server is set up. The files are in the archive.";
    private static final String NO_ADDRESS = "There is no e-mail address of this recipient any more.";

    private final Commands commands;
    private final RuleBook rules;
    private final Seals seals;
    private final SecretTable secrets;
    private final Post post;
    private final ReportEnvelope envelope;
    private final Time time;

    /** How mail leaves; {@code server} is empty while none is set up. */
    record Post(EmailChannel channel, Supplier<Optional<MailServer>> server) {}

    ReportMail(
            Commands commands,
            RuleBook rules,
            Seals seals,
            SecretTable secrets,
            Post post,
            ReportEnvelope envelope,
            Time time) {
        this.commands = commands;
        this.rules = rules;
        this.seals = seals;
        this.secrets = secrets;
        this.post = post;
        this.envelope = envelope;
        this.time = time;
    }

    /** How long to wait until a mail is tried again; null when of each it is known what became of it. */
    @Nullable
    Duration send(ReportAsked asked, ReportStandings standings, Runnable step) {
        @Nullable Duration wait = null;
        for (var reader : readers(asked).entrySet()) {
            var delivery = standings.delivery(reader.getKey());
            var left = left(delivery);
            if (left == null) {
                left = deliver(asked, reader.getKey(), reader.getValue(), delivery);
                step.run();
            }
            if (!left.isZero() && (wait == null || left.compareTo(wait) < 0)) {
                wait = left;
            }
        }
        return wait;
    }

    /** Nought when nothing is left to do, null when it is to be done now. */
    private @Nullable Duration left(@Nullable Delivery delivery) {
        if (delivery == null || delivery.mail() == Mail.BEGUN) {
            return null;
        }
        var until = delivery.until();
        if (delivery.mail() == Mail.SETTLED || until == null) {
            return Duration.ZERO;
        }
        var left = Duration.between(time.now(), until);
        return left.isPositive() ? left.plusSeconds(1) : null;
    }

    private Duration deliver(ReportAsked asked, UUID reader, Optional<String> address, @Nullable Delivery before) {
        var server = post.server().get();
        if (before != null && before.mail() == Mail.BEGUN) {
            return miss(asked, reader, UNKNOWN);
        }
        if (address.isEmpty() || server.isEmpty()) {
            return miss(asked, reader, address.isEmpty() ? NO_ADDRESS : NO_SERVER);
        }
        var letter = letter(asked, reader);
        try {
            commands.send(new BeginDelivery(asked.run(), reader, time.now()));
        } catch (Refusal e) {
            // Another node has it: whatever becomes of it, it is not for this one to send.
            return Duration.ZERO;
        }
        int tries = before == null ? 1 : before.tries() + 1;
        return note(asked, reader, tries, post.channel().sendLetter(server.get(), address.get(), letter));
    }

    private Duration note(ReportAsked asked, UUID reader, int tries, SendOutcome outcome) {
        switch (outcome) {
            case Accepted sent -> commands.send(new NoteDelivered(asked.run(), reader, time.now()));
            case TryLater later
            when !later.unknown() && tries <= WAITS.size() -> {
                var wait = WAITS.get(tries - 1);
                Instant now = time.now();
                commands.send(new PostponeDelivery(asked.run(), reader, later.reason(), now.plus(wait), now));
                return wait.plusSeconds(1);
            }
            case TryLater(var reason, var unknown, var after) -> miss(asked, reader, reason);
            case GiveUp(var reason, var isNobody) -> miss(asked, reader, reason);
        }
        return Duration.ZERO;
    }

    private Duration miss(ReportAsked asked, UUID reader, String reason) {
        commands.send(new MissDelivery(asked.run(), reader, reason, time.now()));
        return Duration.ZERO;
    }

    private Letter letter(ReportAsked asked, UUID reader) {
        return envelope.letter(asked, Ids.of("report-mail", asked.run(), reader));
    }

    // ------------------------------------------------------------ who gets it

    /** Everybody once, also whoever is in two teams; without an address when there is none any more. */
    private Map<UUID, Optional<String>> readers(ReportAsked asked) {
        var recipients = asked.plan().recipients();
        var people = new ArrayList<PersonId>(recipients.people());
        recipients.teams().forEach(team -> rules.now().team(team).ifPresent(known -> people.addAll(known.members())));
        var readers = new LinkedHashMap<UUID, Optional<String>>();
        people.forEach(person -> readers.put(person.value(), address(person)));
        recipients
                .addresses()
                .forEach(print -> readers.put(
                        Ids.of("report-address", print), secrets.find(print).map(secret -> secret.value())));
        return readers;
    }

    private Optional<String> address(PersonId id) {
        return rules.now().person(id).map(Person::email).flatMap(email -> seals.open(id, email));
    }
}
