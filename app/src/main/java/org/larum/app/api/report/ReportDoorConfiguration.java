package org.larum.app.api.report;

import org.larum.app.bus.Commands;
import org.larum.app.bus.Idempotency;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.report.ReportArchiveTable;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.larum.projections.report.ReportAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk of reports together. */
@Configuration(proxyBeanMethods = false)
public class ReportDoorConfiguration {

    @Bean
    ReportDesk reportDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            ReportAnswers answers,
            ReportArchiveTable archive,
            RuleBook rules,
            Ids ids,
            Time time) {
        return new ReportDesk(commands, idempotency, log, freshness, answers, archive, rules, ids, time);
    }
}
