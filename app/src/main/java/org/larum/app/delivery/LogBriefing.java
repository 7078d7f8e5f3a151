package org.larum.app.delivery;

import java.net.URI;
import java.nio.file.Path;
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
import org.larum.app.security.NumberCodes;
import org.larum.app.security.SecretTable;
import org.larum.domain.alert.AlertEvent.AlertRaised;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Seals;
import org.larum.domain.directory.SmsGateway;
import org.larum.domain.escalation.EscalationEvent.EscalationStarted;
import org.larum.domain.escalation.EscalationEvent.RespondersFound;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan;
import org.larum.domain.escalation.Responder;
import org.larum.domain.incident.Held;
import org.larum.domain.incident.IncidentEvent;
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
import org.larum.domain.notification.NotificationEvent.Occasion;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.notifiers.channel.Destination.ByHttp;
import org.larum.notifiers.channel.Destination.BySpool;
import org.larum.notifiers.channel.Destination.ByTwilio;
import org.larum.notifiers.channel.Destination.Encryption;
import org.larum.notifiers.channel.Destination.Gateway;
import org.larum.notifiers.channel.Destination.Handset;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.Mailbox;
import org.larum.notifiers.channel.Destination.SlackApp;
import org.larum.notifiers.channel.Destination.SlackPerson;
import org.larum.notifiers.channel.Destination.Source;
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
    private final NumberCodes codes;
    private final Endpoints endpoints;
    private final Settings settings;

    public LogBriefing(
            EventLog log,
            RuleBook rules,
            Names names,
            Seals seals,
            SecretTable secrets,
            AnswerLinks links,
            DeviceBook devices,
            NumberCodes codes,
            Endpoints endpoints,
            Settings settings) {
        this.log = log;
        this.rules = rules;
        this.names = names;
        this.seals = seals;
        this.secrets = secrets;
        this.links = links;
        this.devices = devices;
        this.codes = codes;
        this.endpoints = endpoints;
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

    /** How bad it is and where, as of now. */
    private record Bearing(IncidentOpened opened, Severity severity, UUID service) {}

    private Bearing bearing(IncidentId incident) {
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
        return new Bearing(opened, severity, place.service().value());
    }

    @Override
    public Urgency urgency(IncidentId incident) {
        var bearing = bearing(incident);
        return new Urgency(bearing.severity().mark(), bearing.service());
    }

    @Override
    public Subject subject(IncidentId incident, @Nullable UUID run, UUID recipient) {
        var bearing = bearing(incident);
        var opened = bearing.opened();
        var runbook = names.runbook(bearing.service());
        return new Subject(
                incident,
                opened.number(),
                bearing.severity(),
                opened.title(),
                names.service(bearing.service()).name(),
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
        text = text.replace(NumberCodes.PLACE, code(requested));
        var name = person(recipient)
                .flatMap(person -> seals.open(person.id(), person.name()))
                .orElse(null);
        boolean isTest = requested.occasion().turn().equals(Occasion.TEST);
        return new Notice(told.title(), text, page(told.path()), name, requested.at(), isTest);
    }

    private String code(NotificationRequested requested) {
        var id = requested.notification().value();
        return requested.recipient().channel() == ChannelKind.CALL ? codes.spoken(id) : codes.of(id);
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
            case WEBHOOK -> endpoints.address(recipient, incident, organisation);
            case SMS -> handset(recipient, incident, organisation);
            case CALL -> telephone(recipient, incident, organisation);
            case PUSH -> push(recipient, incident, organisation);
            case SLACK -> inSlack(recipient, incident, organisation);
            case SOURCE -> source(recipient, incident, organisation);
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

    private Optional<String> number(Definition.Person person) {
        return Optional.ofNullable(person.phone()).flatMap(phone -> seals.open(person.id(), phone));
    }

    private Address telephone(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        var number = number(person);
        if (number.isEmpty()) {
            return new Address.Never(Reachable.NO_NUMBER);
        }
        var twilio = organisation.twilio().orElseThrow();
        var account = account(twilio);
        if (account.isEmpty()) {
            return new Address.Never("The token of Twilio is lost. Apply the configuration again.");
        }
        return new Address.Known(
                new Telephone(
                        number.get(),
                        account.get(),
                        status(twilio),
                        mayCallBack(twilio) && incident != null
                                ? page("/telephone/twilio/answer/" + links.token(incident, person.id()))
                                : null),
                reader(person, incident));
    }

    /** The account with Twilio of the configuration, if there is one and its token is not lost. */
    public Optional<TwilioAccount> twilio() {
        return rules.now().twilio().flatMap(this::account);
    }

    private Address handset(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        var number = number(person);
        if (number.isEmpty()) {
            return new Address.Never(Reachable.NO_NUMBER);
        }
        var fitting = SmsGateway.to(number.get(), organisation.gateways());
        var known = fitting.stream()
                .flatMap(gateway -> gateway(gateway, organisation).stream())
                .toList();
        return known.isEmpty() && !fitting.isEmpty()
                ? new Address.Never("The secrets of the SMS gateways are lost. Apply the configuration again.")
                : new Address.Known(new Handset(number.get(), known), reader(person, incident));
    }

    /** Empty when its secret is lost: the others may still send. */
    private Optional<Gateway> gateway(SmsGateway gateway, Directory organisation) {
        var name = gateway.name();
        if (gateway.http() != null) {
            var receipt = gateway.http().receipt();
            return secrets.find(gateway.http().request()).map(request -> new ByHttp(name, request, receipt));
        }
        if (gateway.spool() != null) {
            return Optional.of(new BySpool(name, Path.of(gateway.spool())));
        }
        var twilio = organisation.twilio().orElseThrow();
        return account(twilio).map(account -> new ByTwilio(name, account, status(twilio)));
    }

    private Optional<TwilioAccount> account(Definition.Twilio twilio) {
        return secrets.find(twilio.token())
                .map(token -> new TwilioAccount(
                        twilio.account(),
                        token,
                        twilio.from(),
                        twilio.voice() == null ? twilio.from() : twilio.voice(),
                        twilio.url() == null ? null : URI.create(twilio.url())));
    }

    private @Nullable URI status(Definition.Twilio twilio) {
        return mayCallBack(twilio) ? page("/telephone/twilio/status/") : null;
    }

    private boolean mayCallBack(Definition.Twilio twilio) {
        return twilio.url() != null || !isHere(settings.url());
    }

    private Address push(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        return devices.destination(person.id(), organisation)
                .<Address>map(all -> new Address.Known(all, reader(person, incident)))
                .orElseGet(() -> new Address.Never(Reachable.NO_DEVICE));
    }

    private Address inSlack(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var person = organisation.person(new PersonId(recipient)).orElseThrow();
        var sealed = person.email();
        var address = sealed == null ? Optional.<String>empty() : seals.open(person.id(), sealed);
        if (address.isEmpty()) {
            return new Address.Never(Reachable.NO_ADDRESS);
        }
        var slack = organisation.slack().orElseThrow();
        return secrets.find(slack.token())
                .<Address>map(token -> new Address.Known(
                        new SlackPerson(
                                address.get(),
                                new SlackApp(token, slack.url() == null ? null : URI.create(slack.url()))),
                        reader(person, incident)))
                .orElseGet(() -> new Address.Never("The token of Slack is lost. Apply the configuration again."));
    }

    /** Nobody else gets to an address of this machine alone. */
    private static boolean isHere(URI url) {
        return "localhost".equals(url.getHost()) || url.getHost().startsWith("127.") || "[::1]".equals(url.getHost());
    }

    private Address source(UUID recipient, @Nullable IncidentId incident, Directory organisation) {
        var integration = organisation.integrations().stream()
                .filter(one -> one.id().value().equals(recipient))
                .findFirst()
                .orElseThrow();
        var acknowledge = Objects.requireNonNull(integration.acknowledge());
        var secret = Optional.ofNullable(acknowledge.secret()).flatMap(secrets::find);
        if (acknowledge.secret() != null && secret.isEmpty()) {
            return new Address.Never("The secret of this integration is lost. Apply the configuration again.");
        }
        var events = events(Objects.requireNonNull(incident).value());
        var held = Held.of(events.stream()
                .filter(IncidentEvent.class::isInstance)
                .map(IncidentEvent.class::cast)
                .toList());
        var sent = held.ever().stream()
                .flatMap(alert -> sent(alert, integration.id(), held.open().contains(alert)).stream())
                .toList();
        return new Address.Known(
                new Source(
                        recipient,
                        acknowledge.api() == null ? Source.Api.ALERTMANAGER : Source.Api.ICINGA2,
                        URI.create(acknowledge.url()),
                        acknowledge.user(),
                        secret.orElse(null),
                        acknowledge.quiet(),
                        held.by() == null ? null : name(held.by()),
                        events.size(),
                        sent),
                new Reader(null, ZoneOffset.UTC, page("/i/" + incident), null));
    }

    private Optional<Source.Sent> sent(AlertId alert, IntegrationId by, boolean isOpen) {
        return events(alert.value()).getFirst() instanceof AlertRaised e
                        && e.source().integration().equals(by)
                ? Optional.of(new Source.Sent(alert.value(), e.labels(), isOpen))
                : Optional.empty();
    }

    private String name(Actor actor) {
        return actor.asPerson()
                .map(person -> names.person(person).name())
                .orElseGet(() -> actor.id() == null || actor.kind() == Actor.Kind.SYSTEM ? "by itself" : actor.id());
    }

    private URI page(String path) {
        return URI.create(settings.url() + path);
    }
}
