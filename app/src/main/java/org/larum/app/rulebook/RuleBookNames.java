package org.larum.app.rulebook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Seals;
import org.larum.domain.directory.Slo;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/** What things are called now, from the newest version of each. */
public final class RuleBookNames implements Names {

    private final RuleBook rules;
    private final Seals seals;

    public RuleBookNames(RuleBook rules, Seals seals) {
        this.rules = rules;
        this.seals = seals;
    }

    @Override
    public Named service(UUID id) {
        return named(id);
    }

    @Override
    public Named team(UUID id) {
        return named(id);
    }

    @Override
    public Named person(UUID id) {
        return named(id);
    }

    @Override
    public Named integration(UUID id) {
        if (id.equals(IntegrationId.BUDGETS.value())) {
            return new Named(id, "slo", "Error budgets");
        }
        return id.equals(RuleBook.IN_SLACK.value()) ? new Named(id, "slack", "Slack") : named(id);
    }

    @Override
    public Named channel(UUID id) {
        return named(id);
    }

    @Override
    public @Nullable String runbook(UUID service) {
        return rules.latest(service)
                .map(RuleBook.Version::definition)
                .map(found -> found instanceof Definition.Service known ? known.runbook() : null)
                .orElse(null);
    }

    private Named named(UUID id) {
        return rules.latest(id)
                .map(RuleBook.Version::definition)
                .map(definition -> new Named(id, definition.word(), name(definition)))
                .orElseGet(() -> new Named(id, id.toString(), "unknown"));
    }

    private String name(Definition definition) {
        return switch (definition) {
            case Person person -> seals.open(person.id(), person.name()).orElse("Somebody who was erased");
            case Definition.Team team -> team.name();
            case Definition.Service service -> service.name();
            case Schedule schedule -> schedule.name();
            case Definition.Policy policy -> policy.word();
            case Definition.Integration integration -> integration.word();
            case Definition.EmailChannel channel -> channel.word();
            case Definition.Twilio twilio -> twilio.word();
            case Definition.Slack slack -> slack.word();
            case Definition.Sms sms -> sms.word();
            case Definition.Limits limits -> limits.word();
            case Definition.Templates templates -> templates.word();
            case Definition.Webhook webhook -> webhook.word();
            case Definition.MajorRule rule -> rule.word();
            case Definition.SlaRule rule -> rule.word();
            case ReportPlan report -> report.title();
            case Dashboard board -> board.name();
            case Slo slo -> slo.word();
            case Rule rule -> rule.word();
        };
    }
}
