package org.larum.app.api.config;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SmsGateway;
import org.larum.domain.shared.Identifier;

/** Which entries name which: what is still named is not taken away, or an incident would find nobody to tell. */
final class Dependents {

    private Dependents() {}

    /** The paths of those that name the entry. */
    static List<String> of(UUID entry, List<? extends Definition> entries) {
        return entries.stream()
                .filter(one -> references(one).anyMatch(entry::equals))
                .map(Section::path)
                .sorted()
                .toList();
    }

    private static Stream<PersonId> people(Schedule schedule) {
        var turns = schedule.layers().stream()
                .flatMap(layer -> layer.turns().stream())
                .flatMap(turn -> turn.people().stream());
        var overrides = schedule.overrides().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.person()), Stream.ofNullable(one.instead())));
        return Stream.concat(turns, overrides);
    }

    private static Stream<UUID> references(Definition definition) {
        return switch (definition) {
            case Definition.Team team -> team.members().stream().map(Identifier::value);
            case Definition.Service service ->
                Stream.of(
                                Stream.ofNullable(service.team()),
                                Stream.ofNullable(service.policy()),
                                service.needs().stream())
                        .<Identifier>flatMap(all -> all)
                        .map(Identifier::value);
            case Definition.Policy policy ->
                Stream.concat(
                                policy.steps().stream(),
                                policy.branches().stream().flatMap(branch -> branch.steps().stream()))
                        .flatMap(step -> step.targets().stream())
                        .map(Definition.Target::id);
            case Schedule schedule -> people(schedule).map(Identifier::value);
            case Definition.Integration integration ->
                Stream.of(integration.service().value());
            case Rule.Maintenance maintenance -> maintenance.services().stream().map(Identifier::value);
            case Rule.Silence silence -> Stream.ofNullable(silence.creator()).map(Identifier::value);
            case Definition.MajorRule rule ->
                Stream.concat(rule.executives().people().stream(), rule.executives().teams().stream())
                        .map(Identifier::value);
            case Definition.SlaRule rule ->
                rule.services().stream().map(special -> special.service().value());
            case ReportPlan report ->
                Stream.of(
                                report.recipients().people(),
                                report.recipients().teams(),
                                report.filters().teams(),
                                report.filters().services())
                        .<Identifier>flatMap(List::stream)
                        .map(Identifier::value);
            // Nobody is left untold when a board shows nothing of what is gone.
            case Dashboard board -> Stream.empty();
            case Slo slo -> Stream.of(slo.service().value());
            case Rule rule -> Stream.empty();
            case Definition.Person person -> Stream.empty();
            case Definition.EmailChannel email -> Stream.empty();
            case Definition.Twilio twilio -> Stream.empty();
            case Definition.Slack slack -> Stream.empty();
            case Definition.Limits limits -> Stream.empty();
            case Definition.Templates templates -> Stream.empty();
            case Definition.Sms sms ->
                sms.gateways().stream().filter(SmsGateway::viaTwilio).map(one -> RuleBook.TWILIO.value());
            case Definition.Webhook webhook -> Stream.empty();
        };
    }
}
