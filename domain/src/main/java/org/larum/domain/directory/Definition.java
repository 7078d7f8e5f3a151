package org.larum.domain.directory;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.EmailChannelDefined;
import org.larum.domain.directory.DirectoryEvent.IntegrationDefined;
import org.larum.domain.directory.DirectoryEvent.MajorRuleDefined;
import org.larum.domain.directory.DirectoryEvent.PersonDefined;
import org.larum.domain.directory.DirectoryEvent.PolicyDefined;
import org.larum.domain.directory.DirectoryEvent.ServiceDefined;
import org.larum.domain.directory.DirectoryEvent.TeamDefined;
import org.larum.domain.directory.DirectoryEvent.WebhookDefined;
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
                Definition.MajorRule,
                Schedule,
                Rule {

    Identifier id();

    String word();

    /** The fact that it is so from this version on; {@code origin} is who owns it: a file, or "api". */
    DirectoryEvent defined(int version, String origin);

    /** True when defining it again would change nothing. */
    default boolean isSameAs(Definition other) {
        return equals(other);
    }

    record Person(
            PersonId id, String word, Sealed name, @Nullable Sealed email, String timeZone, boolean administrator)
            implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new PersonDefined(this, version, origin);
        }

        @Override
        public boolean isSameAs(Definition other) {
            return other instanceof Person(var otherId, var w, var n, var e, var zone, var admin)
                    && otherId.equals(id)
                    && w.equals(word)
                    && n.isSameAs(name)
                    && (e == null ? email == null : email != null && e.isSameAs(email))
                    && zone.equals(timeZone)
                    && admin == administrator;
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

    /** Who is told, in which order; {@code repeat}: how many further rounds follow the first. */
    record Policy(PolicyId id, String word, int repeat, List<Step> steps) implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new PolicyDefined(this, version, origin);
        }
    }

    /** Tells all its targets, then pauses before the next step. */
    record Step(List<Target> targets, Duration pause) {}

    /** Somebody or something that a step tells. */
    record Target(TargetKind kind, UUID id, String word) {}

    enum TargetKind {
        PERSON,
        WEBHOOK,
        SCHEDULE,
        TEAM
    }

    /** {@code type}: the dialect it speaks; {@code key}: the keyed fingerprint of its secret, which is nowhere in clear. */
    record Integration(IntegrationId id, String word, String type, String key, ServiceId service)
            implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new IntegrationDefined(this, version, origin);
        }
    }

    /** {@code password}: the keyed fingerprint of the secret that lies in the sealed table. */
    record EmailChannel(
            ChannelId id,
            String word,
            String host,
            int port,
            String from,
            @Nullable String user,
            @Nullable String password,
            String encryption)
            implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new EmailChannelDefined(this, version, origin);
        }
    }

    /** {@code secret}: the keyed fingerprint of the secret that lies in the sealed table. */
    record Webhook(ChannelId id, String word, String url, String secret) implements Definition {

        @Override
        public DirectoryEvent defined(int version, String origin) {
            return new WebhookDefined(this, version, origin);
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

    /** Who hears of a major incident beside those at work on it. */
    record Executives(List<PersonId> people, List<TeamId> teams) {}
}
