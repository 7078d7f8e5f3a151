package org.larum.app.api.config;

import java.util.Objects;
import java.util.function.Consumer;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Seals;
import org.larum.domain.directory.Slo;

/** Puts away what the log must not hold: personal fields under the key of their person, secrets in the sealed table. */
final class Safe {

    private final Seals seals;
    private final Consumer<String> keep;

    /** @param keep keeps a secret, once */
    Safe(Seals seals, Consumer<String> keep) {
        this.seals = seals;
        this.keep = keep;
    }

    /** The definition as it may stand in the log. Inside a unit of work. */
    Definition put(Definition definition, Organisation file) {
        return switch (definition) {
            case Definition.Person person ->
                person(person, Objects.requireNonNull(file.people().get(person.word())));
            case Definition.EmailChannel email -> {
                var server = Objects.requireNonNull(file.email());
                if (server.password() != null) {
                    keep.accept(server.password().value());
                }
                if (server.replies() != null) {
                    keep.accept(server.replies().key().value());
                }
                yield email;
            }
            case Definition.Twilio twilio -> {
                keep.accept(Objects.requireNonNull(file.twilio()).token().value());
                yield twilio;
            }
            case Definition.Slack slack -> {
                var app = Objects.requireNonNull(file.slack());
                keep.accept(app.token().value());
                keep.accept(app.signingSecret().value());
                yield slack;
            }
            case Definition.Limits limits -> limits;
            case Definition.Templates templates -> templates;
            case Definition.Sms sms -> {
                Objects.requireNonNull(file.sms()).stream()
                        .map(Organisation.SmsGateway::http)
                        .filter(Objects::nonNull)
                        .forEach(http -> keep.accept(http.request().value()));
                yield sms;
            }
            case Definition.Webhook webhook -> {
                var given = Objects.requireNonNull(file.webhooks().get(webhook.word()));
                keep.accept(given.secret().value());
                if (given.previous() != null) {
                    keep.accept(given.previous().value());
                }
                yield webhook;
            }
            case Definition.Team team -> team;
            case Definition.Service service -> service;
            case Schedule schedule -> schedule;
            case Definition.Policy policy -> policy;
            case Definition.Integration integration -> {
                var given = Objects.requireNonNull(file.integrations().get(integration.word()));
                if (given.acknowledge() != null && given.acknowledge().secret() != null) {
                    keep.accept(given.acknowledge().secret().value());
                }
                yield integration;
            }
            case Definition.MajorRule rule -> rule;
            case Definition.SlaRule rule -> rule;
            case ReportPlan report -> {
                file.reports().stream()
                        .filter(given -> given.id().equals(report.id()))
                        .flatMap(given -> given.recipients().addresses().stream())
                        .forEach(keep);
                yield report;
            }
            case Slo slo -> slo;
            case Dashboard board -> board;
            case Rule rule -> rule;
        };
    }

    private Definition person(Definition.Person person, Organisation.Person given) {
        return new Definition.Person(
                person.id(),
                person.word(),
                seals.seal(person.id(), given.name()),
                given.email() == null ? null : seals.seal(person.id(), given.email()),
                person.timeZone(),
                person.administrator(),
                given.phone() == null ? null : seals.seal(person.id(), given.phone()),
                person.roles(),
                person.reach());
    }
}
