package org.larum.app.report;

import static org.larum.app.LarumConfiguration.LIVE;

import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.eventstore.EventLog;
import org.larum.app.processing.Freshness;
import org.larum.app.report.ReportMail.Post;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Time;
import org.larum.notifiers.email.EmailChannel;
import org.larum.projections.measure.MeasureAnswers;
import org.larum.projections.report.ReportAnswers;
import org.larum.projections.report.ReportTable;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of reports together. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {

    @Bean
    ReportAnswers reportAnswers(JdbcClient jdbc) {
        return new ReportAnswers(new ReportTable(jdbc, LIVE));
    }

    @Bean
    ReportArchiveTable reportArchive(JdbcClient jdbc) {
        return new ReportArchiveTable(jdbc);
    }

    @Bean
    ReportPaper reportPaper(MeasureAnswers measures, Names names, Freshness freshness, EventLog log, Time time) {
        return new ReportPaper(measures, names, freshness, log, time);
    }

    @Bean
    ReportEnvelope reportEnvelope(ReportArchiveTable archive, ReportPaper paper, Settings settings) {
        return new ReportEnvelope(archive, paper, settings.url().toString());
    }

    @Bean
    ReportMail reportMail(
            Commands commands,
            RuleBook rules,
            Seals seals,
            SecretTable secrets,
            LogBriefing briefing,
            EmailChannel channel,
            ReportEnvelope envelope,
            Time time) {
        return new ReportMail(commands, rules, seals, secrets, new Post(channel, briefing::mailServer), envelope, time);
    }

    @Bean
    ReportWork reportWork(
            EventLog log,
            Commands commands,
            ReportArchiveTable archive,
            ReportPaper paper,
            ReportMail mail,
            Time time) {
        return new ReportWork(log, commands, archive, paper, mail, time);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    ReportClock reportClock(
            ReportArchiveTable archive,
            ReportAnswers answers,
            ReportWork work,
            Commands commands,
            RuleBook rules,
            Time time) {
        return new ReportClock(archive, answers, work, commands, rules, time);
    }
}
