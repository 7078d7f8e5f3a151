package org.larum.app.slack;

import org.larum.app.api.feedback.FeedbackDesk;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.api.incident.MajorDesk;
import org.larum.app.api.schedule.Schedules;
import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.eventstore.EventLog;
import org.larum.app.intake.Intake;
import org.larum.app.outbound.GuardedHttp;
import org.larum.app.outbound.Reach;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Accounts;
import org.larum.app.security.SecretTable;
import org.larum.app.slack.SlackMirror.Shown;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.directory.Seals;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.larum.notifiers.slack.SlackApi;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.major.MajorAnswers;
import org.larum.projections.timeline.TimelineAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

    @Bean
    SlackHouse slackHouse(RuleBook rules, SecretTable secrets) {
        return new SlackHouse(rules, secrets);
    }

    @Bean
    SlackPeople slackPeople(JdbcClient jdbc, SlackApi slack, RuleBook rules, Seals seals, SecretTable secrets) {
        return new SlackPeople(new SlackPeopleTable(jdbc), slack, rules, seals, secrets);
    }

    /** The log writes its rows, and the organisation is read from the log: it is asked for only then. */
    @Bean
    SlackMessageTable slackMessageTable(JdbcClient jdbc, ObjectProvider<SlackHouse> house) {
        return new SlackMessageTable(jdbc, () -> house.getObject().isThere());
    }

    @Bean
    SlackCommands slackCommands(
            RuleBook rules,
            Schedules schedules,
            IncidentAnswers answers,
            IncidentDesk incidents,
            MajorDesk majors,
            Intake intake,
            Settings settings,
            Time time) {
        return new SlackCommands(
                rules,
                schedules,
                answers,
                incidents,
                majors,
                intake,
                settings.url().toString(),
                time);
    }

    @Bean
    SlackDesk slackDesk(
            SlackHouse house,
            SlackApi slack,
            SlackPeople people,
            JdbcClient jdbc,
            SlackMessageTable messages,
            SlackCommands commands,
            Accounts accounts,
            IncidentDesk incidents,
            FeedbackDesk feedback,
            Ids ids,
            Time time) {
        var replies = new SlackReplies(new GuardedHttp(Reach.PUBLIC_ONLY), new GuardedHttp(Reach.ANY_BUT_SPECIAL));
        return new SlackDesk(
                house,
                slack,
                people,
                new SlackRequestTable(jdbc),
                messages,
                replies,
                commands,
                accounts,
                incidents,
                feedback,
                ids,
                time);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    SlackMirror slackMirror(
            SlackMessageTable messages,
            SlackHouse house,
            SlackApi slack,
            SlackPeople people,
            TimelineAnswers timelines,
            IncidentAnswers incidents,
            MajorAnswers majors,
            EventLog log,
            Freshness freshness,
            Commands commands,
            OwnFaults faults,
            Settings settings,
            Time time) {
        return new SlackMirror(
                messages,
                house,
                slack,
                new SlackThread(messages, timelines, log, time),
                new SlackRoom(messages, people, commands, time),
                new Shown(log, freshness, incidents, majors, settings.url().toString()),
                faults);
    }
}
