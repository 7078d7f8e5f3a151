package org.larum.app.api.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.SmsGateway;
import org.larum.domain.directory.TeamId;
import org.larum.notifiers.channel.ChatFormat;

/** The file in the words of the domain, for comparing: its personal fields have a fingerprint and no cipher yet. */
final class Definitions {

    private static final String NO_CIPHER_YET = "";

    private final Prints prints;

    private Definitions(Prints prints) {
        this.prints = prints;
    }

    static List<Definition> of(Organisation organisation, Prints prints) {
        var make = new Definitions(prints);
        var all = new ArrayList<Definition>();
        organisation.people().forEach((word, person) -> all.add(make.person(word, person)));
        organisation.teams().forEach((word, team) -> all.add(team(word, team)));
        organisation.services().forEach((word, service) -> all.add(service(word, service)));
        all.addAll(organisation.schedules());
        all.addAll(organisation.policies());
        organisation.integrations().forEach((word, integration) -> all.add(make.integration(word, integration)));
        if (organisation.email() != null) {
            all.add(make.email(organisation.email()));
        }
        if (organisation.twilio() != null) {
            all.add(make.twilio(organisation.twilio()));
        }
        if (organisation.slack() != null) {
            all.add(make.slack(organisation.slack()));
        }
        if (organisation.sms() != null) {
            all.add(make.sms(organisation.sms()));
        }
        if (organisation.templates() != null) {
            all.add(organisation.templates());
        }
        if (organisation.limits() != null) {
            all.add(organisation.limits());
        }
        organisation.webhooks().forEach((word, webhook) -> all.add(make.webhook(word, webhook)));
        all.addAll(organisation.rules());
        if (organisation.majorRule() != null) {
            all.add(organisation.majorRule());
        }
        if (organisation.slaRule() != null) {
            all.add(organisation.slaRule());
        }
        organisation.reports().forEach(report -> all.add(make.report(report)));
        all.addAll(organisation.slos());
        all.addAll(organisation.dashboards());
        return all;
    }

    private Definition person(String word, Organisation.Person person) {
        var id = PersonId.of(word);
        return new Definition.Person(
                id,
                word,
                sealed(id, person.name()),
                person.email() == null ? null : sealed(id, person.email()),
                person.timeZone(),
                person.administrator(),
                person.phone() == null ? null : sealed(id, person.phone()),
                person.roles(),
                person.reach());
    }

    private Sealed sealed(PersonId id, String plain) {
        return new Sealed(NO_CIPHER_YET, prints.person(id, plain));
    }

    private static Definition team(String word, Organisation.Team team) {
        var members = team.members().stream().map(PersonId::of).toList();
        return new Definition.Team(TeamId.of(word), word, team.name(), members);
    }

    private static Definition service(String word, Organisation.Service service) {
        return new Definition.Service(
                ServiceId.of(word),
                word,
                service.name(),
                service.team() == null ? null : TeamId.of(service.team()),
                service.criticality(),
                service.policy() == null ? null : PolicyId.of(service.policy()),
                service.runbook(),
                service.worth(),
                // As in events of before services had any: what is described as it was is no change.
                service.dependsOn().isEmpty()
                        ? null
                        : service.dependsOn().stream().map(ServiceId::of).toList());
    }

    private Definition integration(String word, Organisation.Integration integration) {
        return new Definition.Integration(
                IntegrationId.of(word),
                word,
                integration.type(),
                prints.key(integration.key().value()),
                ServiceId.of(integration.service()),
                integration.acknowledge() == null ? null : acknowledge(integration.acknowledge()));
    }

    private Definition.Acknowledge acknowledge(Organisation.Acknowledge given) {
        return new Definition.Acknowledge(
                given.url().toString(),
                given.quiet(),
                given.user(),
                given.secret() == null ? null : prints.secret(given.secret().value()),
                given.api());
    }

    private Definition report(ReportPlan given) {
        var readers = given.recipients();
        return new ReportPlan(
                given.id(),
                given.word(),
                given.title(),
                given.rhythm(),
                given.at(),
                given.timeZone(),
                given.sections(),
                given.formats(),
                new ReportPlan.Readers(
                        readers.people(),
                        readers.teams(),
                        readers.addresses().stream().map(prints::secret).toList()),
                given.brand(),
                given.filters());
    }

    private Definition email(Organisation.MailServer server) {
        @Nullable
        String password = server.password() == null
                ? null
                : prints.secret(server.password().value());
        var replies = server.replies();
        return new Definition.EmailChannel(
                RuleBook.EMAIL,
                Section.EMAIL_WORD,
                server.host(),
                server.port(),
                server.from(),
                server.user(),
                password,
                server.encryption(),
                replies == null ? null : replies.to(),
                replies == null ? null : prints.secret(replies.key().value()));
    }

    /** What may be read of an address that is a secret. */
    static String place(URI url) {
        return url.getScheme() + "://" + url.getHost();
    }

    private Definition twilio(Organisation.TwilioAccount given) {
        return new Definition.Twilio(
                RuleBook.TWILIO,
                Section.TWILIO_WORD,
                given.account(),
                prints.secret(given.token().value()),
                given.from(),
                given.voice(),
                given.url() == null ? null : given.url().toString());
    }

    private Definition slack(Organisation.SlackApp given) {
        return new Definition.Slack(
                RuleBook.SLACK,
                Section.SLACK_WORD,
                prints.secret(given.token().value()),
                prints.secret(given.signingSecret().value()),
                given.channel(),
                given.url() == null ? null : given.url().toString());
    }

    private Definition sms(List<Organisation.SmsGateway> given) {
        return new Definition.Sms(
                RuleBook.SMS,
                Section.SMS_WORD,
                given.stream()
                        .map(one -> new SmsGateway(one.name(), one.countries(), http(one.http()), one.spool()))
                        .toList());
    }

    private SmsGateway.@Nullable Http http(Organisation.@Nullable HttpGateway given) {
        return given == null
                ? null
                : new SmsGateway.Http(
                        given.place(), prints.secret(given.request().value()), given.receipt());
    }

    private Definition webhook(String word, Organisation.Webhook webhook) {
        var format = webhook.format() == null ? null : ChatFormat.of(webhook.format());
        var previous = webhook.previous();
        return new Definition.Webhook(
                Section.webhook(word),
                word,
                format != null && format.isAddressSecret()
                        ? place(webhook.url())
                        : webhook.url().toString(),
                prints.secret(webhook.secret().value()),
                webhook.format(),
                previous == null ? null : prints.secret(previous.value()),
                webhook.chat());
    }
}
