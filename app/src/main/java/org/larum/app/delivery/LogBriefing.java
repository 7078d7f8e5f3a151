package org.larum.app.delivery;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.larum.app.config.Settings;
import org.larum.app.eventstore.EventLog;
import org.larum.app.push.DeviceBook;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.AnswerLinks;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan;
import org.larum.domain.escalation.Responder;
import org.larum.domain.incident.IncidentEvent.IncidentOpened;
import org.larum.domain.incident.IncidentEvent.IncidentRerouted;
import org.larum.domain.incident.IncidentEvent.IncidentWorsened;
import org.larum.domain.incident.IncidentEvent.SeverityChanged;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.major.MajorEvent.Grounds;
import org.larum.domain.major.MajorEvent.MajorIncidentDeclared;
import org.larum.domain.major.MajorEvent.MajorIncidentStoodDown;
import org.larum.domain.major.MajorEvent.UpdatePosted;
import org.larum.domain.major.MajorId;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.ChatFormat;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Destination.Telephone;
import org.larum.notifiers.channel.Destination.TwilioAccount;
import org.larum.notifiers.channel.Message.Notice;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Subject;
import org.larum.notifiers.delivery.Briefing;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.TargetNames;

/** Reads what a message needs from the log itself: no projection, which might lag behind an acknowledgement. */
public final class LogBriefing implements Briefing {

    private final EventLog log;
    private final RuleBook rules;
    private final Names names;
    private final Seals seals;
    private final SecretTable secrets;
    private final AnswerLinks links;
    private final DeviceBook devices;
    private final Settings settings;

    public LogBriefing(
            EventLog log,
            RuleBook rules,
            Names names,
            Seals seals,
            SecretTable secrets,
            AnswerLinks links,
            DeviceBook devices,
            Settings settings) {
        this.log = log;
        this.rules = rules;
        this.names = names;
        this.seals = seals;
        this.secrets = secrets;
        this.links = links;
        this.devices = devices;
        this.settings = settings;
    }

    @Override
    public @Nullable String whyUnwanted(UUID run, UUID recipient) {
        return Unwanted.why(events(run), recipient);
    }

    private List<Object> events(UUID aggregate) {
        return log.readEvents(aggregate.toString(), 0)
                .asStream()
                .map(message -> (Object) message.getPayload())
                .toList();
    }

    @Override
    public Subject subject(IncidentId incident, @Nullable UUID run, UUID recipient) {
        var events = events(incident.value());
        var opened = (IncidentOpened) events.getFirst();
        var severity = opened.severity();
        var place = opened.place();
        for (var event : events) {
            place = event instanceof IncidentRerouted e ? e.to() : place;
            severity = switch (event) {
                case IncidentWorsened e -> e.to();
                case SeverityChanged e -> e.to();
                default -> severity;
            };
        }
        var service = place.service().value();
        var runbook = names.runbook(service);
        return new Subject(
                incident,
                opened.number(),
                severity,
                opened.title(),
                names.service(service).name(),
                opened.at(),
                run == null ? null : next(run, zone(recipient)),
                runbook == null ? null : URI.create(runbook),
                run == null ? null : asked(run, new PersonId(recipient)));
    }

    /** Policy, step and target of the last time that they were asked, as they were then. */
    private @Nullable String asked(UUID run, PersonId person) {
        String why = null;
        var policy = "";
        for (var event : events(run)) {
            if (event instanceof EscalationStarted e && e.policy() != null) {
                policy = " of policy " + e.policy().word() + ", version "
                        + e.policy().version();
            } else if (event instanceof RespondersFound e) {
                for (var one : e.responders()) {
                    if (one.person().equals(person)) {
                        why = meant(one) + ": step " + (e.position().step() + 1) + policy;
                    }
                }
            }
        }
        return why;
    }

    private String meant(Responder one) {
        return (Boolean.TRUE.equals(one.inTurn()) ? "it is your turn, and " : "") + through(one);
    }

    private String through(Responder one) {
        var target = one.target().word();
        return switch (one.target().kind()) {
            case SCHEDULE ->
                "you are on call by " + target
                        + (one.layer() == null ? "" : " (" + one.layer() + ")")
                        + (one.insteadOf() == null
                                ? ""
                                : " in place of "
                                        + names.person(one.insteadOf().value()).name());
            case TEAM -> "you are in the team " + target;
            case ROLE -> "you have the role " + target;
            case PERSON, WEBHOOK -> "you are named";
        };
    }

    @Override
    public Notice notice(NotificationId notification, UUID recipient) {
        var requested = (NotificationRequested) events(notification.value()).getFirst();
        var told = Objects.requireNonNull(requested.notice());
        var text = told.moment() == null
                ? told.text()
                : told.text().replace("{0}", Clocks.withUtc(told.moment(), zone(recipient)));
        var name = person(recipient)
                .flatMap(person -> seals.open(person.id(), person.name()))
                .orElse(null);
        return new Notice(told.title(), text, page(told.path()), name, requested.at());
    }

    @Override
    public @Nullable String said(IncidentId incident, String turn) {
        String said = null;
        for (var event : events(MajorId.of(incident).value())) {
            said = switch (event) {
                case MajorIncidentDeclared e when turn.equals("major") -> why(e.grounds());
                case MajorIncidentStoodDown e when turn.equals("stood-down") -> e.reason();
                case UpdatePosted e when turn.equals("update") -> e.text();
                default -> said;
            };
        }
        return said;
    }

    private static @Nullable String why(Grounds grounds) {
        var severity = grounds.severity();
        return severity == null
                ? grounds.reason()
                : "It is " + severity.name().toLowerCase(Locale.ROOT) + " and hits " + grounds.services() + " services";
    }

    /** What happens if nobody answers, in the reader's time. */
    private @Nullable String next(UUID run, ZoneId zone) {
        EscalationPlan plan = EscalationPlan.NOBODY;
        StepScheduled last = null;
        for (var event : events(run)) {
            if (event instanceof EscalationStarted started) {
                plan = started.plan();
            } else if (event instanceof StepScheduled scheduled) {
                last = scheduled;
            }
        }
        if (last == null) {
            return null;
        }
        var at = Clocks.withUtc(last.due(), zone);
        if (last.next() == null) {
            return "Nobody else is asked after you; at " + at + " the administrators are told.";
        }
        var targets = plan.step(last.next()).targets();
        var who = targets.stream().map(target -> TargetNames.of(target, names)).collect(Collectors.joining(" and "));
        return who + (targets.size() == 1 ? " is" : " are") + " asked at " + at + ".";
    }

    private ZoneId zone(UUID recipient) {
        return person(recipient).map(LogBriefing::zone).orElse(ZoneOffset.UTC);
    }

    /** A zone that a newer Java has dropped must not stop a page. */
    private static ZoneId zone(Definition.Person person) {
        try {
            return ZoneId.of(person.timeZone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private Optional<Definition.Person> person(UUID id) {
        return rules.now().person(new PersonId(id));
    }

    @Override
    public Address address(ChannelKind channel, UUID recipient, @Nullable IncidentId incident) {
        rules.catchUp();
        var organisation = rules.now();
        var whyNot = Reachable.whyNot(channel, recipient, organisation);
        if (whyNot != null) {
            return whyNot;
        }
        return switch (channel) {
            case EMAIL -> mailbox(recipient, incident, organisation);
            case WEBHOOK -> endpoint(recipient, incident, organisation);
            case SMS, CALL -> telephone(recipient, incident, organisation);
            case PUSH -> push(recipient, incident, organisation);
            case SLACK -> throw new IllegalStateException(channel + " has no address");
        };
    }

    private Reader reader(Definition.Person person, @Nullable IncidentId incident) {
        var id = person.id();
        return new Reader(
                seals.open(id, person.name()).orElse(null),
                zone(person),
                page(incident == null ? "/" : "/i/" + incident),
                incident == null ? null : page("/a/" + links.token(incident, id)));
    }

    private Address mailbox(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        var id = person.id();
        var sealed = person.email();
        var address = sealed == null ? Optional.<String>empty() : seals.open(id, sealed);
        if (address.isEmpty()) {
            return new Address.Never(Reachable.NO_ADDRESS);
        }
        return new Address.Known(
                new Mailbox(address.get(), mailServer(organisation).orElseThrow()), reader(person, incident));
    }

    /** The mail server of the configuration, if there is one. */
    public Optional<MailServer> mailServer() {
        return mailServer(rules.now());
    }

    private Optional<MailServer> mailServer(Directory organisation) {
        return organisation
                .email()
                .map(channel -> new MailServer(
                        channel.host(),
                        channel.port(),
                        channel.from(),
                        channel.user(),
                        channel.password() == null
                                ? null
                                : secrets.find(channel.password()).orElse(null),
                        Encryption.valueOf(channel.encryption().toUpperCase(Locale.ROOT))));
    }

    private Address telephone(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        var id = person.id();
        var sealed = person.phone();
        var number = sealed == null ? Optional.<String>empty() : seals.open(id, sealed);
        if (number.isEmpty()) {
            return new Address.Never(Reachable.NO_NUMBER);
        }
        var account = twilio(organisation);
        if (account.isEmpty()) {
            return new Address.Never("The token of Twilio is lost. Apply the configuration again.");
        }
        boolean mayCallBack = account.get().url() != null || !isHere(settings.url());
        return new Address.Known(
                new Telephone(
                        number.get(),
                        account.get(),
                        mayCallBack ? page("/telephone/twilio/status/") : null,
                        mayCallBack && incident != null
                                ? page("/telephone/twilio/answer/" + links.token(incident, id))
                                : null),
                reader(person, incident));
    }

    /** The account with Twilio of the configuration, if there is one and its token is not lost. */
    public Optional<TwilioAccount> twilio() {
        return twilio(rules.now());
    }

    private Optional<TwilioAccount> twilio(Directory organisation) {
        return organisation
                .twilio()
                .flatMap(known -> secrets.find(known.token())
                        .map(token -> new TwilioAccount(
                                known.account(),
                                token,
                                known.from(),
                                known.voice() == null ? known.from() : known.voice(),
                                known.url() == null ? null : URI.create(known.url()))));
    }

    private Address push(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        return devices.destination(person.id(), organisation)
                .<Address>map(all -> new Address.Known(all, reader(person, incident)))
                .orElseGet(() -> new Address.Never(Reachable.NO_DEVICE));
    }

    /** Nobody else gets to an address of this machine alone. */
    private static boolean isHere(URI url) {
        return "localhost".equals(url.getHost()) || url.getHost().startsWith("127.") || "[::1]".equals(url.getHost());
    }

    private Address endpoint(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var webhook = organisation.webhooks().stream()
                .filter(found -> found.id().value().equals(recipient))
                .findFirst()
                .orElseThrow();
        var secret = secrets.find(webhook.secret());
        if (secret.isEmpty()) {
            return new Address.Never("The secret of this webhook is lost. Apply the configuration again.");
        }
        var reader = new Reader(null, ZoneOffset.UTC, page(incident == null ? "/" : "/i/" + incident), null);
        var format = webhook.format();
        return new Address.Known(
                format == null
                        ? new Endpoint(URI.create(webhook.url()), secret.get())
                        : new Endpoint(URI.create(secret.get().value()), secret.get(), chat(format)),
                reader);
    }

    private static ChatFormat chat(String format) {
        return ChatFormat.valueOf(format.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private URI page(String path) {
        return URI.create(settings.url() + path);
    }
}
