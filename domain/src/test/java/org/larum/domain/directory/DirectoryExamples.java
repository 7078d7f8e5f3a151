package org.larum.domain.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Definition.Acknowledge;
import org.larum.domain.directory.Definition.EmailChannel;
import org.larum.domain.directory.Definition.Executives;
import org.larum.domain.directory.Definition.Integration;
import org.larum.domain.directory.Definition.Limits;
import org.larum.domain.directory.Definition.MajorRule;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Policy;
import org.larum.domain.directory.Definition.Service;
import org.larum.domain.directory.Definition.SlaRule;
import org.larum.domain.directory.Definition.SlaRule.Special;
import org.larum.domain.directory.Definition.Slack;
import org.larum.domain.directory.Definition.Sms;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.Definition.Target;
import org.larum.domain.directory.Definition.TargetKind;
import org.larum.domain.directory.Definition.Team;
import org.larum.domain.directory.Definition.Templates;
import org.larum.domain.directory.Definition.Twilio;
import org.larum.domain.directory.Definition.Webhook;
import org.larum.domain.directory.Definition.Worth;
import org.larum.domain.directory.Directory.Undisturbed;
import org.larum.domain.directory.DirectoryCommand.RecordChange;
import org.larum.domain.directory.DirectoryEvent.ChangeRecorded;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.directory.DirectoryEvent.DeviceRemoved;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.Promise.Goal;
import org.larum.domain.directory.Schedule.Hours;
import org.larum.domain.directory.Schedule.Layer;
import org.larum.domain.directory.Schedule.Rotation;
import org.larum.domain.directory.Schedule.ShiftOverride;
import org.larum.domain.directory.Schedule.Turn;
import org.larum.domain.directory.Schedule.Unit;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Place;
import org.larum.domain.shared.Severity;

/** A shop with one team: Ada and Grace are on call, Linus administers. */
public final class DirectoryExamples {

    public static final String FILE = "larum.yaml";

    public static final PersonId ADA = PersonId.of("ada");
    public static final PersonId GRACE = PersonId.of("grace");
    public static final PersonId LINUS = PersonId.of("linus");
    public static final Actor BY_ADA = Actor.person(ADA);
    public static final Actor BY_GRACE = Actor.person(GRACE);

    public static final TeamId SHOP_TEAM = TeamId.of("shop");
    public static final ServiceId CHECKOUT = ServiceId.of("checkout");
    public static final ServiceId SEARCH = ServiceId.of("search");
    public static final PolicyId ON_CALL = PolicyId.of("shop-on-call");
    public static final IntegrationId PROMETHEUS = IntegrationId.of("prometheus");
    public static final IntegrationId CURIOUS = IntegrationId.of("curious");
    public static final ChannelId MAIL = ChannelId.of("mail");
    public static final ChannelId CHAT = ChannelId.of("chat");
    public static final DeviceId TELEPHONE = DeviceId.of("fingerprint of its address");
    public static final UUID DEPLOY = UUID.fromString("00000000-0000-7000-8000-0000000000d1");

    private DirectoryExamples() {}

    public static Place checkout() {
        return new Place(CHECKOUT, SHOP_TEAM, "cart");
    }

    public static Place search() {
        return new Place(SEARCH, null, null);
    }

    public static Person ada() {
        return new Person(ADA, "ada", sealed("Ada Lovelace"), sealed("ada@example.com"), "Europe/London", false);
    }

    public static Person linus() {
        return new Person(LINUS, "linus", sealed("Linus Torvalds"), null, "Europe/Helsinki", true);
    }

    /** What a sealed value looks like; the cipher is different each time, the fingerprint is not. */
    public static Sealed sealed(String plain) {
        return new Sealed("cipher of " + plain, "fingerprint of " + plain);
    }

    public static Team shopTeam() {
        return new Team(SHOP_TEAM, "shop", "Shop", List.of(ADA, GRACE));
    }

    public static Service checkoutService() {
        return new Service(
                CHECKOUT,
                "checkout",
                "Checkout",
                SHOP_TEAM,
                "critical",
                ON_CALL,
                "https://example.com/runbook",
                new Worth(1, 50_000L, 1200.0, "Order to cash", List.of(link())),
                List.of(SEARCH));
    }

    public static Service searchService() {
        return new Service(SEARCH, "search", "Search", null, "normal", null, null, null, null);
    }

    /** First Ada, for five minutes; then Grace and the chat, for ten; one further round. */
    public static Policy onCall() {
        return new Policy(ON_CALL, "shop-on-call", 1, steps());
    }

    public static List<Step> steps() {
        return List.of(
                new Step(List.of(target(ADA, "ada")), Duration.ofMinutes(5)),
                new Step(
                        List.of(target(GRACE, "grace"), new Target(TargetKind.WEBHOOK, CHAT.value(), "chat")),
                        Duration.ofMinutes(10)));
    }

    public static Target target(PersonId person, String word) {
        return new Target(TargetKind.PERSON, person.value(), word);
    }

    public static Integration prometheus() {
        return new Integration(PROMETHEUS, "prometheus", "alertmanager", "fingerprint of its key", CHECKOUT);
    }

    /** One that wants to know who is at work. */
    public static Integration curious() {
        return new Integration(
                CURIOUS,
                "curious",
                "native",
                "fingerprint of its key",
                CHECKOUT,
                new Acknowledge(
                        "https://icinga:5665", Duration.ofHours(4), "larum", "fingerprint of the password", "icinga2"));
    }

    public static EmailChannel mail() {
        return new EmailChannel(
                MAIL,
                "mail",
                "smtp.example.com",
                587,
                "larum@example.com",
                "larum",
                "fingerprint",
                "starttls",
                "reply@in.example.com",
                "fingerprint of the key");
    }

    public static Twilio twilio() {
        return new Twilio(
                ChannelId.of("twilio"), "twilio", "AC123", "fingerprint of its token", "+15005550006", null, null);
    }

    public static Slack slack() {
        return new Slack(
                ChannelId.of("slack"),
                "slack",
                "fingerprint of its token",
                "fingerprint of its signing secret",
                "C0123456789",
                null);
    }

    public static Templates templates() {
        return new Templates(
                ChannelId.of("templates"),
                "templates",
                List.of(new MessageTemplate(ChannelKind.SMS, "text", "{{ severity | upper }} {{ title }}")));
    }

    public static Limits limits() {
        return new Limits(
                ChannelId.of("limits"),
                "limits",
                List.of(new MessageLimit(ChannelKind.SMS, 5, Duration.ofMinutes(15))),
                List.of(ChannelKind.EMAIL));
    }

    public static Sms sms() {
        var http = new SmsGateway.Http("https://sms.example.com", "fingerprint of its request", "/id");
        return new Sms(
                ChannelId.of("sms"),
                "sms",
                List.of(
                        new SmsGateway("berlin", List.of("+49"), http, null),
                        new SmsGateway("modem", List.of(), null, "/var/spool/sms/outgoing"),
                        SmsGateway.TWILIO));
    }

    public static DeviceRegistered deviceRegistered() {
        return new DeviceRegistered(TELEPHONE, ADA, sealed("its address and its keys"), Monday.NINE);
    }

    public static DeviceRemoved deviceRemoved() {
        return new DeviceRemoved(TELEPHONE, ADA, true, Monday.NINE.plusSeconds(60));
    }

    public static Webhook chat() {
        return new Webhook(CHAT, "chat", "https://chat.example.com/hook", "fingerprint of its secret");
    }

    /** Linus and the team of the shop hear of it. */
    public static MajorRule majorRule() {
        return majorRule(Severity.CRITICAL);
    }

    private static MajorRule majorRule(@Nullable Severity severity) {
        return new MajorRule(
                MajorRuleId.ONLY,
                "majorIncident",
                severity,
                2,
                new Executives(List.of(LINUS), List.of(SHOP_TEAM, TeamId.of("gone"))),
                Duration.ofMinutes(20),
                "https://meet.example.com/larum-{number}",
                true);
    }

    public static Retired retired(Definition definition, String origin) {
        return new Retired(
                definition.id().value(), definition.getClass().getSimpleName(), definition.word(), origin, null);
    }

    public static RecordChange recordChange() {
        return new RecordChange(DEPLOY, PROMETHEUS, CHECKOUT, "Deployed 4.2", "ci", List.of(link()), null, Monday.NINE);
    }

    public static ChangeRecorded changeRecorded() {
        return new ChangeRecorded(
                DEPLOY, PROMETHEUS, CHECKOUT, "Deployed 4.2", "ci", List.of(link()), null, Monday.NINE);
    }

    public static Link link() {
        return new Link("https://example.com/build/7", "Build 7");
    }

    public static final ScheduleId PAYMENTS = ScheduleId.of("payments");

    public static Schedule payments() {
        var rotation = new Rotation(Unit.WEEKS, 1, 1, LocalTime.of(9, 0));
        var primary = new Layer(
                "primary",
                "Europe/London",
                List.of(new Turn(List.of(ADA)), new Turn(List.of(LINUS))),
                rotation,
                LocalDateTime.of(2026, 1, 5, 0, 0),
                null,
                List.of(new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), DayOfWeek.FRIDAY, LocalTime.of(17, 0))),
                false);
        var override = new ShiftOverride(LINUS, ADA, Monday.NINE, Monday.NINE.plus(Duration.ofHours(2)), null);
        return new Schedule(
                PAYMENTS,
                "payments",
                "Payments",
                "Europe/London",
                List.of(primary),
                List.of(override),
                List.of(LocalDate.of(2026, 12, 25)));
    }

    /** The shop as it is after everything above was defined. */
    public static Directory shop() {
        return new Shop(List.of(linus()), List.of(chat()), List.of(), ServiceGraph.EMPTY, majorRule());
    }

    /** The shop while some are not there. */
    public static Directory shopWithout(PersonId... away) {
        return new Shop(
                List.of(linus()), List.of(chat()), List.of(), ServiceGraph.EMPTY, majorRule(), Set.of(away), null);
    }

    /** The shop in which everybody wants to be left alone until then, but for what is critical. */
    public static Directory restingShop(Instant until) {
        var rest = new Undisturbed(until, List.of(Severity.CRITICAL));
        return new Shop(List.of(linus()), List.of(), List.of(), ServiceGraph.EMPTY, majorRule(), Set.of(), rest);
    }

    /** The shop without administrators and without webhooks. */
    public static Directory quietShop() {
        return new Shop(List.of(), List.of(), List.of(), ServiceGraph.EMPTY, MajorRule.USUAL);
    }

    /** The shop with these rules, each in version 2. */
    public static Directory shopWith(Rule... rules) {
        return new Shop(List.of(), List.of(), List.of(rules), ServiceGraph.EMPTY, MajorRule.USUAL);
    }

    /** The shop whose services need each other so. */
    public static Directory shopWith(ServiceGraph services) {
        return new Shop(List.of(), List.of(), List.of(), services, MajorRule.USUAL);
    }

    /** The shop with these rules, whose services need each other so. */
    public static Directory shopWith(ServiceGraph services, List<Rule> rules) {
        return new Shop(List.of(), List.of(), rules, services, MajorRule.USUAL);
    }

    /** The shop in which only people declare a major incident. */
    public static Directory cautiousShop() {
        return new Shop(List.of(linus()), List.of(chat()), List.of(), ServiceGraph.EMPTY, majorRule(null));
    }

    /** The checkout is promised more than the rest. */
    public static SlaRule slaRule() {
        var office = new Calendar(
                "office",
                "Europe/London",
                List.of(new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), DayOfWeek.MONDAY, LocalTime.of(17, 0))),
                List.of(LocalDate.of(2026, 12, 25)));
        var quick = new Promise(List.of(new Goal(Severity.CRITICAL, Duration.ofMinutes(2), null)), office, true, false);
        return new SlaRule(
                SlaRuleId.ONLY, "sla", Promise.USUAL, List.of(new Special(CHECKOUT, quick)), List.of(office));
    }

    /** Monday's report for Ada, her team and somebody outside. */
    public static ReportPlan report() {
        return new ReportPlan(
                ReportId.of("weekly"),
                "weekly",
                "Our week",
                ReportPlan.Rhythm.WEEKLY,
                LocalTime.of(8, 0),
                "Europe/London",
                List.of(ReportPlan.Part.SUMMARY, ReportPlan.Part.LOW),
                List.of(ReportPlan.Format.HTML, ReportPlan.Format.PDF),
                new ReportPlan.Readers(List.of(ADA), List.of(), List.of("fingerprint-of-board")),
                new ReportPlan.Look("Larum", "#0a5fb4"),
                new ReportPlan.Filters(List.of(), List.of(CHECKOUT), List.of()));
    }

    /** What the checkout is looked at by, on the wall. */
    public static Dashboard dashboard() {
        var none = new ReportPlan.Filters(List.of(), List.of(), List.of());
        var checkout = new ReportPlan.Filters(List.of(), List.of(CHECKOUT), List.of(Severity.CRITICAL));
        return new Dashboard(
                DashboardId.of("checkout"),
                "checkout",
                "Checkout",
                List.of(
                        new Dashboard.Panel(Dashboard.Show.MTTA, none),
                        new Dashboard.Panel(Dashboard.Show.OPEN_BY_SEVERITY, checkout)),
                30,
                none,
                null);
    }

    private record Shop(
            List<Person> administrators,
            List<Webhook> webhooks,
            List<Rule> rules,
            ServiceGraph services,
            MajorRule majorRule,
            Set<PersonId> away,
            @Nullable Undisturbed rest)
            implements Directory {

        Shop(
                List<Person> administrators,
                List<Webhook> webhooks,
                List<Rule> rules,
                ServiceGraph services,
                MajorRule majorRule) {
            this(administrators, webhooks, rules, services, majorRule, Set.of(), null);
        }

        @Override
        public List<Integration> integrations() {
            return List.of(DirectoryExamples.prometheus(), DirectoryExamples.curious());
        }

        @Override
        public <R extends Rule> List<R> rules(Class<R> kind) {
            return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        @Override
        public int version(RuleId id) {
            return 2;
        }

        @Override
        public SlaRule slaRule() {
            return SlaRule.USUAL;
        }

        @Override
        public Optional<Person> person(PersonId id) {
            return pick(id, ADA, ada());
        }

        @Override
        public Optional<Team> team(TeamId id) {
            return pick(id, SHOP_TEAM, shopTeam());
        }

        @Override
        public Optional<Service> service(ServiceId id) {
            return id.equals(SEARCH) ? Optional.of(searchService()) : pick(id, CHECKOUT, checkoutService());
        }

        @Override
        public Optional<Policy> policy(@Nullable PolicyId id) {
            return pick(id, ON_CALL, DirectoryExamples.onCall());
        }

        @Override
        public int policyVersion(PolicyId id) {
            return id.equals(ON_CALL) ? 3 : 0;
        }

        @Override
        public int scheduleVersion(ScheduleId id) {
            return id.equals(PAYMENTS) ? 4 : 0;
        }

        /** Ada and Linus are on call for payments at all hours; Linus for Grace. */
        @Override
        public List<Duty> onCall(ScheduleId id, Instant at) {
            return id.equals(PAYMENTS)
                    ? List.of(new Duty(ADA, "primary", null), new Duty(LINUS, null, GRACE))
                    : List.of();
        }

        @Override
        public boolean isAway(PersonId id, Instant at) {
            return away.contains(id);
        }

        /** It is the same for everybody. */
        @Override
        public Optional<Undisturbed> undisturbed(PersonId id, Instant at) {
            return Optional.ofNullable(rest);
        }

        /** Linus is the manager; he leads, and so does Ada. */
        @Override
        public List<Person> having(String role) {
            return switch (role) {
                case "manager" -> List.of(linus());
                case "lead" -> List.of(linus(), ada());
                default -> List.of();
            };
        }

        @Override
        public Set<ChannelKind> ways() {
            return Set.of(ChannelKind.EMAIL, ChannelKind.WEBHOOK);
        }

        @Override
        public List<DeviceRegistered> devices(PersonId id) {
            return List.of();
        }

        @Override
        public Optional<Twilio> twilio() {
            return Optional.empty();
        }

        @Override
        public Optional<Slack> slack() {
            return Optional.empty();
        }

        @Override
        public Optional<Sms> sms() {
            return Optional.empty();
        }

        @Override
        public Optional<EmailChannel> email() {
            return Optional.of(mail());
        }

        private static <I, D> Optional<D> pick(@Nullable I asked, I there, D definition) {
            return there.equals(asked) ? Optional.of(definition) : Optional.empty();
        }
    }
}
