package org.larum.domain.directory;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.EmailChannelDefined;
import org.larum.domain.directory.DirectoryEvent.IntegrationDefined;
import org.larum.domain.directory.DirectoryEvent.LimitsDefined;
import org.larum.domain.directory.DirectoryEvent.MajorRuleDefined;
import org.larum.domain.directory.DirectoryEvent.PersonDefined;
import org.larum.domain.directory.DirectoryEvent.PolicyDefined;
import org.larum.domain.directory.DirectoryEvent.ServiceDefined;
import org.larum.domain.directory.DirectoryEvent.SlaRuleDefined;
import org.larum.domain.directory.DirectoryEvent.SlackDefined;
import org.larum.domain.directory.DirectoryEvent.SmsDefined;
import org.larum.domain.directory.DirectoryEvent.TeamDefined;
import org.larum.domain.directory.DirectoryEvent.TemplatesDefined;
import org.larum.domain.directory.DirectoryEvent.TwilioDefined;
import org.larum.domain.directory.DirectoryEvent.WebhookDefined;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;

/** One thing of the organisation, whole: what it is now, not what changed. */
public sealed interface Definition
        permits Definition.Person,
                Definition.Team,
                Definition.Service,
                Definition.Policy,
                Definition.Integration,
                Definition.EmailChannel,
                Definition.Webhook,
                Definition.Twilio,
                Definition.Slack,
                Definition.Sms,
                Definition.Limits,
                Definition.Templates,
                Definition.MajorRule,
                Definition.SlaRule,
                Schedule,
                ReportPlan,
                Dashboard,
                Slo,
                Rule {

    Identifier id();

    String word();

    /** The fact that it is so from this version on; {@code origin} is who owns it: a file, or "api". */
    DirectoryEvent defined(int version, String origin);

    /** True when defining it again would change nothing. */
    default boolean isSameAs(Definition other) {
        return equals(other);
    }

    /** {@code roles}: what {@code role:} means in a step; {@code reach}: null while the person leaves it to Larum. */
    record Person(
            PersonId id,
            String word,
            Sealed name,
            @Nullable Sealed email,
            String timeZone,
            boolean administrator,
            @Nullable Sealed phone,
            @Nullable List<String> roles,
            @Nullable Reach reach)
            implements Definition {

        /** Somebody of whom no more is known. */
        public Person(
                PersonId id, String word, Sealed name, @Nullable Sealed email, String timeZone, boolean administrator) {
            this(id, word, name, email, timeZone, administrator, null, null, null);
        }

        public boolean has(String role) {
            return roles != null && roles.contains(role);
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new PersonDefined(this, version, origin);
        }

        @Override
        public boolean isSameAs(Definition other) {
            return other instanceof Person one
                    && isSame(name, one.name)
                    && isSame(email, one.email)
                    && isSame(phone, one.phone)
                    && new Person(id, word, one.name, one.email, timeZone, administrator, one.phone, roles, reach)
                            .equals(one);
        }

        private static boolean isSame(@Nullable Sealed one, @Nullable Sealed other) {
            return one == null ? other == null : other != null && one.isSameAs(other);
        }
    }

    record Team(TeamId id, String word, String name, List<PersonId> members) implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new TeamDefined(this, version, origin);
        }
    }

    record Service(
            ServiceId id,
            String word,
            String name,
            @Nullable TeamId team,
            String criticality,
            @Nullable PolicyId policy,
            @Nullable String runbook,
            @Nullable Worth worth,
            @Nullable List<ServiceId> dependsOn)
            implements Definition {

        /** What it needs to work; empty in events of before this was kept. */
        public List<ServiceId> needs() {
            return dependsOn == null ? List.of() : dependsOn;
        }

        /** What is lost while it is down; nothing is known of it in events of before this was kept. */
        public Worth value() {
            return worth == null ? Worth.UNKNOWN : worth;
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new ServiceDefined(this, version, origin);
        }
    }

    /**
     * What a service is worth to those who use it. {@code tier}: 1 for what everything stands on, to 4; {@code revenuePerMinute} in
     * the currency of the house; {@code process}: the business process that stops without it, such as "Order to cash".
     */
    record Worth(
            @Nullable Integer tier,
            @Nullable Long users,
            @Nullable Double revenuePerMinute,
            @Nullable String process,
            @Nullable List<Link> links) {

        public static final Worth UNKNOWN = new Worth(null, null, null, null, null);
    }

    /**
     * Who is told, in which order; {@code repeat}: how many further rounds follow the first. The first of {@code when} that fits is
     * gone through instead of {@code steps}.
     */
    record Policy(
            PolicyId id,
            String word,
            int repeat,
            List<Step> steps,
            @Nullable List<Branch> when) implements Definition {

        /** The same steps for everything. */
        public Policy(PolicyId id, String word, int repeat, List<Step> steps) {
            this(id, word, repeat, steps, null);
        }

        public List<Branch> branches() {
            return when == null ? List.of() : when;
        }

        /** With the hours of its cases in this zone, where they are those of whoever answers. */
        public Policy seenFrom(String timeZone) {
            return when == null
                    ? this
                    : new Policy(
                            id,
                            word,
                            repeat,
                            steps,
                            when.stream()
                                    .map(branch -> branch.seenFrom(timeZone))
                                    .toList());
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new PolicyDefined(this, version, origin);
        }
    }

    /**
     * Other steps for some severities, or in some hours of the week of a zone; an empty list is all of them. {@code timeZone}: may be
     * {@link #RESPONDER}.
     */
    record Branch(
            List<Severity> severities, List<Schedule.Hours> hours, String timeZone, int repeat, List<Step> steps) {

        /** Where whoever is asked first lives. */
        public static final String RESPONDER = "responder";

        Branch seenFrom(String zone) {
            return timeZone.equals(RESPONDER) ? new Branch(severities, hours, zone, repeat, steps) : this;
        }
    }

    /**
     * Tells all its targets, then pauses before the next step. {@code level}: what the house calls those who answer here, such as
     * "Senior engineer"; {@code each}: they are asked one after the other, so long apart; {@code roundRobin}: only one of them is
     * asked, the next in turn; {@code everybody}: it is answered when each of them has acknowledged. Null is no.
     */
    record Step(
            List<Target> targets,
            Duration pause,
            @Nullable String level,
            @Nullable Duration each,
            @Nullable Boolean roundRobin,
            @Nullable Boolean everybody) {

        public Step(List<Target> targets, Duration pause) {
            this(targets, pause, null, null, null, null);
        }

        public boolean asksInTurn() {
            return Boolean.TRUE.equals(roundRobin);
        }

        public boolean wantsEverybody() {
            return Boolean.TRUE.equals(everybody);
        }
    }

    /** Somebody or something that a step tells. */
    record Target(TargetKind kind, UUID id, String word) {}

    enum TargetKind {
        PERSON,
        WEBHOOK,
        SCHEDULE,
        TEAM,
        /** Everybody who has the role of this word. */
        ROLE
    }

    /**
     * {@code type}: the dialect it speaks; {@code key}: the keyed fingerprint of its secret, which is nowhere in clear; {@code
     * acknowledge}: null when it is told nothing back.
     */
    record Integration(
            IntegrationId id,
            String word,
            String type,
            String key,
            ServiceId service,
            @Nullable Acknowledge acknowledge)
            implements Definition {

        /** One that is told nothing back. */
        public Integration(IntegrationId id, String word, String type, String key, ServiceId service) {
            this(id, word, type, key, service, null);
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new IntegrationDefined(this, version, origin);
        }
    }

    /**
     * Where a source hears that somebody is at work on its alerts, and how long it keeps quiet at most. {@code secret}: the keyed
     * fingerprint of the token, or of the password of {@code user}, that lies in the sealed table; null when it asks for none. {@code api}:
     * what it speaks when it is no Alertmanager, "icinga2".
     */
    record Acknowledge(
            String url,
            Duration quiet,
            @Nullable String user,
            @Nullable String secret,
            @Nullable String api) {}

    /**
     * {@code password}: the keyed fingerprint of the secret that lies in the sealed table. {@code replyTo}: where answers to mails come in,
     * null when nobody reads them; {@code replyKey}: the fingerprint of what whoever brings them in shows.
     */
    record EmailChannel(
            ChannelId id,
            String word,
            String host,
            int port,
            String from,
            @Nullable String user,
            @Nullable String password,
            String encryption,
            @Nullable String replyTo,
            @Nullable String replyKey)
            implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new EmailChannelDefined(this, version, origin);
        }
    }

    /**
     * {@code secret}: the keyed fingerprint of the secret that lies in the sealed table. {@code format}: of the chat that is told, such as
     * "slack"; then the whole address is the secret, and {@code url} only where it leads, unless the chat takes a token. Null for a
     * machine. {@code previous}: of the secret before, which signs as well; {@code chat}: the room, where the address does not say.
     */
    record Webhook(
            ChannelId id,
            String word,
            String url,
            String secret,
            @Nullable String format,
            @Nullable String previous,
            @Nullable String chat)
            implements Definition {

        /** A machine. */
        public Webhook(ChannelId id, String word, String url, String secret) {
            this(id, word, url, secret, null, null, null);
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new WebhookDefined(this, version, origin);
        }
    }

    /**
     * An account with Twilio, which sends text messages and calls. {@code token}: the keyed fingerprint of the secret that lies in the
     * sealed table; {@code from}: the number that messages come from; {@code voice}: the one that calls, null for the same; {@code url}:
     * where Twilio is, null for its usual place.
     */
    record Twilio(
            ChannelId id,
            String word,
            String account,
            String token,
            String from,
            @Nullable String voice,
            @Nullable String url)
            implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new TwilioDefined(this, version, origin);
        }
    }

    /** Who takes text messages, the one to ask first being the first. */
    record Sms(ChannelId id, String word, List<SmsGateway> gateways) implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new SmsDefined(this, version, origin);
        }
    }

    /**
     * The app in a workspace of Slack. {@code token} and {@code signingSecret}: the keyed fingerprints of the secrets that lie in the
     * sealed table; {@code channel}: where incidents are shown, null for nowhere; {@code url}: where Slack is, null for its usual place.
     */
    record Slack(
            ChannelId id,
            String word,
            String token,
            String signingSecret,
            @Nullable String channel,
            @Nullable String url)
            implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new SlackDefined(this, version, origin);
        }
    }

    /**
     * How much one person is told by each of these channels, instead of what is usual. {@code open}: those without any limit.
     */
    record Limits(ChannelId id, String word, List<MessageLimit> limits, List<ChannelKind> open) implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new LimitsDefined(this, version, origin);
        }
    }

    /** What messages about incidents say, instead of Larum's own words. */
    record Templates(ChannelId id, String word, List<MessageTemplate> templates) implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new TemplatesDefined(this, version, origin);
        }
    }

    /**
     * What the house calls a major incident, and what happens then. {@code severity}: as bad as this or worse, and at least so many
     * {@code services}; null: only people declare one. {@code updates}: how often stakeholders hear of it; {@code warRoom}: an
     * address in which {number} stands for that of the incident; {@code notice}: a draft for the status page is offered.
     */
    record MajorRule(
            MajorRuleId id,
            String word,
            @Nullable Severity severity,
            int services,
            Executives executives,
            Duration updates,
            @Nullable String warRoom,
            boolean notice)
            implements Definition {

        /** What holds while the house has said nothing. */
        public static final MajorRule USUAL = new MajorRule(
                MajorRuleId.ONLY,
                "majorIncident",
                Severity.CRITICAL,
                3,
                new Executives(List.of(), List.of()),
                Duration.ofMinutes(30),
                null,
                true);

        public boolean isMetBy(Severity of, int hit) {
            return severity != null && !severity.isWorseThan(of) && hit >= services;
        }

        /** The address of the war room of one incident. */
        public @Nullable String warRoom(int number) {
            return warRoom == null ? null : warRoom.replace("{number}", String.valueOf(number));
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new MajorRuleDefined(this, version, origin);
        }
    }

    /**
     * What the house promises: {@code usual}, and to the users of some services something else. {@code calendars}: all that the house
     * has named, also those that nothing is promised in.
     */
    record SlaRule(SlaRuleId id, String word, Promise usual, List<Special> services, List<Calendar> calendars)
            implements Definition {

        /** What holds while the house has said nothing. */
        public static final SlaRule USUAL = new SlaRule(SlaRuleId.ONLY, "sla", Promise.USUAL, List.of(), List.of());

        /** What is promised to the users of one service. */
        public record Special(ServiceId service, Promise promise) {}

        public Promise promise(ServiceId service) {
            return services.stream()
                    .filter(special -> special.service().equals(service))
                    .map(Special::promise)
                    .findFirst()
                    .orElse(usual);
        }

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new SlaRuleDefined(this, version, origin);
        }
    }

    /** Who hears of a major incident beside those at work on it. */
    record Executives(List<PersonId> people, List<TeamId> teams) {}
}
