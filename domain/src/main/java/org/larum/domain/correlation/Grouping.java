package org.larum.domain.correlation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.correlation.CorrelationCommand.Arrival;
import org.larum.domain.correlation.CorrelationCommand.CorrelateAlerts;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Command;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.Facts;
import org.larum.domain.suppression.Pending;
import org.larum.domain.suppression.Screen;
import org.larum.domain.suppression.SuppressionCommand.ReportFailure;

/**
 * Which group an alert belongs to: the first rule that matches says it by the values that it names; otherwise the services do,
 * each together with all that it is connected with.
 */
final class Grouping {

    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String BY_SERVICE = "service";

    private final Directory directory;
    private final Conditions conditions;

    Grouping(Screen.Known known) {
        this.directory = known.directory();
        this.conditions = known.conditions();
    }

    /**
     * The command that finds the incident for the alert; before it, what is to be told of rules that could not be asked.
     *
     * @param isEcho see {@link Arrival}
     */
    List<Command> correlate(Pending pending, Instant at, boolean isEcho) {
        var commands = new ArrayList<Command>();
        var rule = rule(pending, at, commands);
        var joining = pending.joining();
        if (rule == null) {
            var service = joining.place().service();
            commands.add(new CorrelateAlerts(
                    byServices(service), List.of(new Arrival(joining, at, reach(service), isEcho)), WINDOW));
        } else {
            var facts = facts(pending);
            var values = rule.by().stream().map(facts::value).toArray();
            commands.add(new CorrelateAlerts(
                    GroupId.of("rule:" + rule.word(), values), List.of(new Arrival(joining, at, null)), rule.window()));
        }
        return commands;
    }

    private Rule.@Nullable Correlation rule(Pending pending, Instant at, List<Command> failures) {
        var rules = directory.rules(Rule.Correlation.class);
        if (rules.isEmpty()) {
            return null;
        }
        var facts = facts(pending);
        for (var rule : rules) {
            var answer = conditions.ask(rule.when(), facts);
            if (answer.isMet()) {
                return rule;
            }
            if (answer.failure() != null) {
                failures.add(ReportFailure.of(
                        rule.id(),
                        rule.word(),
                        directory.version(rule.id()),
                        answer.failure(),
                        pending.joining().alert(),
                        at));
            }
        }
        return null;
    }

    private Facts facts(Pending pending) {
        var joining = pending.joining();
        return Facts.of(joining.place(), joining.severity(), joining.summary(), pending.labels(), directory);
    }

    GroupId byServices(ServiceId service) {
        return GroupId.of(BY_SERVICE, directory.services().island(service));
    }

    Reach reach(ServiceId service) {
        return new Reach(service, directory.services().below(service));
    }
}
