package org.larum.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.larum.app.alert.AlertDesk;
import org.larum.app.alert.ChangeDesk;
import org.larum.app.alert.IdentityTable;
import org.larum.app.alert.OpenAlertList;
import org.larum.app.alert.RawTable;
import org.larum.app.api.config.ConfigAtStart;
import org.larum.app.api.config.ConfigDesk;
import org.larum.app.api.config.PolicyDrafts;
import org.larum.app.api.config.RuleDesk;
import org.larum.app.api.incident.BulkDesk;
import org.larum.app.api.incident.BulkTable;
import org.larum.app.api.incident.IncidentDesk;
import org.larum.app.api.incident.MergeDesk;
import org.larum.app.api.incident.People;
import org.larum.app.api.schedule.CalendarDesk;
import org.larum.app.api.schedule.DoNotDisturbDesk;
import org.larum.app.api.schedule.DutyDesk;
import org.larum.app.api.schedule.ReadinessDesk;
import org.larum.app.api.schedule.ScheduleDrafts;
import org.larum.app.api.schedule.Schedules;
import org.larum.app.api.simulation.PolicyDesk;
import org.larum.app.api.simulation.SimulationDesk;
import org.larum.app.api.status.StatusDesk;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.channel.CheckClock;
import org.larum.app.compat.alertmanager.OpenAlerts;
import org.larum.app.config.Limits;
import org.larum.app.config.Settings;
import org.larum.app.config.SystemTime;
import org.larum.app.config.TimeOrderedIds;
import org.larum.app.database.DatabaseConfiguration;
import org.larum.app.delivery.CountedChannel;
import org.larum.app.delivery.Endpoints;
import org.larum.app.delivery.InvitationMail;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.delivery.MessageLimits;
import org.larum.app.delivery.WebhookTable;
import org.larum.app.escalation.TimerTable;
import org.larum.app.escalation.Timers;
import org.larum.app.eventstore.EventJson;
import org.larum.app.eventstore.EventLog;
import org.larum.app.eventstore.LogStore;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.app.intake.ChangeIntake;
import org.larum.app.intake.FairIntake;
import org.larum.app.intake.FairShare;
import org.larum.app.intake.InFlight;
import org.larum.app.intake.Intake;
import org.larum.app.intake.KeyLimit;
import org.larum.app.intake.MachineDoor;
import org.larum.app.intake.MachineFilter;
import org.larum.app.live.LiveFeed;
import org.larum.app.metrics.Meters;
import org.larum.app.outbound.GuardedHttp;
import org.larum.app.outbound.Reach;
import org.larum.app.processing.AfterOutage;
import org.larum.app.processing.Freshness;
import org.larum.app.processing.NodeBell;
import org.larum.app.processing.Parked;
import org.larum.app.processing.ParkedTable;
import org.larum.app.processing.Reactions;
import org.larum.app.processing.Rebuild;
import org.larum.app.processing.RetentionTable;
import org.larum.app.push.DeviceBook;
import org.larum.app.rulebook.KeyRing;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBookNames;
import org.larum.app.security.AccountTable;
import org.larum.app.security.Accounts;
import org.larum.app.security.AnswerLinks;
import org.larum.app.security.Invitations;
import org.larum.app.security.Keys;
import org.larum.app.security.NumberCodes;
import org.larum.app.security.PersonKeyTable;
import org.larum.app.security.PersonKeys;
import org.larum.app.security.SecretTable;
import org.larum.app.security.SignInAttemptTable;
import org.larum.app.security.Vault;
import org.larum.app.spool.Spool;
import org.larum.app.spool.SpoolTable;
import org.larum.app.status.StatusBoard;
import org.larum.app.suppression.HushDesk;
import org.larum.app.suppression.RuleFaultTable;
import org.larum.app.telephone.TelephoneDesk;
import org.larum.app.watch.HushCheck;
import org.larum.app.watch.OwnFaults;
import org.larum.app.watch.ShiftClock;
import org.larum.app.watch.Watch;
import org.larum.app.watch.WatchTable;
import org.larum.app.why.WhyDesk;
import org.larum.domain.directory.Seals;
import org.larum.domain.incident.IncidentNumbers;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.domain.suppression.Conditions;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.OneLine;
import org.larum.notifiers.channel.Templates;
import org.larum.notifiers.delivery.AttemptTable;
import org.larum.notifiers.delivery.DeliveryAttempts;
import org.larum.notifiers.delivery.Jitter;
import org.larum.notifiers.email.EmailChannel;
import org.larum.notifiers.email.ReplyAddresses;
import org.larum.notifiers.slack.SlackApi;
import org.larum.notifiers.slack.SlackBook;
import org.larum.notifiers.slack.SlackChannel;
import org.larum.notifiers.source.SilenceTable;
import org.larum.notifiers.source.SourceChannel;
import org.larum.notifiers.telephone.CallChannel;
import org.larum.notifiers.telephone.SmsChannel;
import org.larum.notifiers.webhook.WebhookChannel;
import org.larum.projections.alert.AlertAnswers;
import org.larum.projections.alert.AlertProjector;
import org.larum.projections.alert.AlertTable;
import org.larum.projections.change.ChangeProjector;
import org.larum.projections.change.ChangeTable;
import org.larum.projections.feedback.FeedbackProjector;
import org.larum.projections.feedback.FeedbackQuarterTable;
import org.larum.projections.feedback.FeedbackSurveyTable;
import org.larum.projections.feedback.FeedbackTable;
import org.larum.projections.improvement.ImprovementProjector;
import org.larum.projections.improvement.ImprovementTable;
import org.larum.projections.incident.IncidentAnswers;
import org.larum.projections.incident.IncidentProjector;
import org.larum.projections.incident.IncidentTable;
import org.larum.projections.incident.Ratings;
import org.larum.projections.major.MajorProjector;
import org.larum.projections.major.MajorTable;
import org.larum.projections.measure.MeasureProjector;
import org.larum.projections.measure.MeasureTable;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxProjector;
import org.larum.projections.outbox.OutboxTable;
import org.larum.projections.postmortem.ActionTable;
import org.larum.projections.postmortem.KnowledgeTable;
import org.larum.projections.postmortem.PostmortemProjector;
import org.larum.projections.postmortem.PostmortemTable;
import org.larum.projections.report.ReportProjector;
import org.larum.projections.report.ReportTable;
import org.larum.projections.shared.Json;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Projectors;
import org.larum.projections.sla.SlaAnswers;
import org.larum.projections.sla.SlaProjector;
import org.larum.projections.sla.SlaTable;
import org.larum.projections.slo.DowntimeTable;
import org.larum.projections.slo.SloProjector;
import org.larum.projections.slo.SloTable;
import org.larum.projections.status.StatusAnswers;
import org.larum.projections.status.StatusProjector;
import org.larum.projections.status.StatusTable;
import org.larum.projections.timeline.TimelineAnswers;
import org.larum.projections.timeline.TimelineProjector;
import org.larum.projections.timeline.TimelineTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/** Puts the rooms together. */
@Configuration(proxyBeanMethods = false)
public class LarumConfiguration {

    /** Where the live tables are; a rebuild writes elsewhere. */
    public static final String LIVE = "public";

    @Bean
    @ConditionalOnMissingBean
    Time time() {
        return new SystemTime();
    }

    @Bean
    Ids ids(Time time) {
        return new TimeOrderedIds(time);
    }

    @Bean
    Limits limits() {
        return Limits.from(System.getenv());
    }

    @Bean
    Jitter jitter() {
        return () -> ThreadLocalRandom.current().nextDouble();
    }

    @Bean
    Json json() {
        return new Json(EventJson.configure(JsonMapper.builder()).build());
    }

    @Bean
    Vault vault(Keys keys) {
        return new Vault(keys.master().value());
    }

    @Bean
    Keys keys(Settings settings) {
        return Keys.of(settings);
    }

    @Bean
    Seals seals(Vault vault, JdbcClient jdbc) {
        return new PersonKeys(vault, new PersonKeyTable(jdbc));
    }

    @Bean
    SecretTable secrets(JdbcClient jdbc, Vault vault) {
        return new SecretTable(jdbc, vault);
    }

    @Bean(destroyMethod = "close")
    Door door() {
        return new Door();
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return Commands.targets();
    }

    @Bean
    Commands commands(CommandBus bus, TransactionManager transactions, EventLog log) {
        return new Commands(bus, transactions, log::prefetch);
    }

    @Bean
    Idempotency idempotency(JdbcClient jdbc, Time time) {
        return new Idempotency(jdbc, time);
    }

    @Bean
    RuleBook ruleBook(EventLog log) {
        return new RuleBook(log);
    }

    @Bean
    KeyRing keyRing(RuleBook rules, Vault vault) {
        return new KeyRing(rules, vault);
    }

    @Bean
    Names names(RuleBook rules, Seals seals) {
        return new RuleBookNames(rules, seals);
    }

    @Bean
    IncidentNumbers incidentNumbers(JdbcClient jdbc) {
        return () -> jdbc.sql("select nextval('incident_numbers')")
                .query(Integer.class)
                .single();
    }

    // ------------------------------------------------------------ rows that commit with their events

    @Bean
    IdentityTable identityTable(JdbcClient jdbc) {
        return new IdentityTable(jdbc);
    }

    @Bean
    TimerTable timerTable(JdbcClient jdbc) {
        return new TimerTable(jdbc);
    }

    @Bean
    AttemptTable attemptTable(JdbcClient jdbc) {
        return new AttemptTable(jdbc);
    }

    @Bean
    RowsWithEvents attemptRows(AttemptTable attempts) {
        return new RowsWithEvents() {
            @Override
            public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
                attempts.write(
                        connection,
                        events.stream()
                                .map(EventMessage::getPayload)
                                .filter(NotificationEvent.class::isInstance)
                                .map(NotificationEvent.class::cast)
                                .toList());
            }
        };
    }

    // ------------------------------------------------------------ what decides and what tells

    @Bean
    RawTable rawTable(JdbcClient jdbc) {
        return new RawTable(jdbc);
    }

    @Bean(destroyMethod = "close")
    AlertDesk alertDesk(
            Door door,
            Commands commands,
            Idempotency idempotency,
            IdentityTable identities,
            RawTable raws,
            RuleBook rules,
            EventLog log,
            Spool spool,
            JdbcClient jdbc,
            Meters meters,
            Ids ids,
            Time time) {
        return new AlertDesk(
                door,
                commands,
                idempotency,
                identities,
                raws,
                rules,
                log,
                spool,
                new SpoolTable(jdbc),
                meters,
                ids,
                time);
    }

    /** Capacity: about a second of what a small machine stores, in a part of the smallest heap that is promised. */
    @Bean
    FairShare fairShare() {
        return new FairShare(20_000, 48L * 1024 * 1024);
    }

    @Bean
    @Primary
    Intake intake(AlertDesk desk, FairShare share, Limits limits, Meters meters, Jitter jitter) {
        return new FairIntake(desk, share, new KeyLimit(limits.perMinute()), meters, jitter::next, System::nanoTime);
    }

    /**
     * One thread does nothing but accept: behind busy ones the 256th sender of a storm waited 12 s until its connection was taken.
     * The server's own, so that two servers in one process do not end each other's.
     */
    @Bean
    ReactorResourceFactory httpThreads() {
        var threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        threads.setLoopResourcesSupplier(
                () -> LoopResources.create("http", 1, LoopResources.DEFAULT_IO_WORKER_COUNT, true));
        threads.setShutdownQuietPeriod(Duration.ZERO);
        return threads;
    }

    @Bean
    InFlight inFlight() {
        return new InFlight(4096, 64L * 1024 * 1024);
    }

    @Bean
    MachineFilter machineFilter(List<MachineDoor> doors, InFlight inFlight, Meters meters, Jitter jitter) {
        return new MachineFilter(doors, inFlight, meters, jitter::next);
    }

    @Bean
    Timers timers(TimerTable table, Commands commands, OwnFaults faults) {
        return new Timers(
                table,
                commands,
                (owner, why) -> faults.raise(
                        "timer/" + owner,
                        Severity.CRITICAL,
                        "A timer of an escalation or an incident fails again and again: "
                                + OneLine.of(String.valueOf(why), 300)));
    }

    @Bean
    OwnFaults ownFaults(AlertDesk alerts, Time time, Parked parked, Settings settings) {
        var faults = new OwnFaults(alerts, time);
        var page = new Link(settings.url() + "/parked", "Parked events");
        parked.onParked(reader -> faults.raise(
                "parked/" + reader,
                Severity.CRITICAL,
                reader + " could not take an event and has put it aside. See Parked events; everything else goes on.",
                page));
        parked.onTaken(reader -> faults.clear("parked/" + reader));
        alerts.onTurnedAway(request -> faults.raise(
                "spool",
                Severity.CRITICAL,
                "A request that was confirmed while the database was away could not be filed. It is kept, "
                        + OneLine.of(request, 300)));
        return faults;
    }

    @Bean
    Watch watch(
            JdbcClient jdbc,
            EventLog log,
            Reactions reactions,
            OwnFaults faults,
            HushCheck hushes,
            ObjectProvider<org.axonframework.config.Configuration> axon,
            Time time) {
        Supplier<Set<String>> running = () -> axon.getObject()
                .eventProcessingConfiguration()
                .eventProcessors()
                .keySet();
        return new Watch(new WatchTable(jdbc), log, reactions, faults, hushes, running, time);
    }

    @Bean
    ShiftClock shiftClock(RuleBook rules, Commands commands, IncidentAnswers incidents, Time time) {
        return new ShiftClock(rules, commands, incidents, time);
    }

    @Bean
    AnswerLinks answerLinks(Vault vault, Time time) {
        return new AnswerLinks(vault, time);
    }

    @Bean
    NumberCodes numberCodes(Vault vault) {
        return new NumberCodes(vault);
    }

    @Bean
    LogBriefing briefing(
            EventLog log,
            RuleBook rules,
            Names names,
            Seals seals,
            SecretTable secrets,
            AnswerLinks links,
            DeviceBook devices,
            NumberCodes codes,
            Endpoints endpoints,
            Settings settings) {
        return new LogBriefing(log, rules, names, seals, secrets, links, devices, codes, endpoints, settings);
    }

    @Bean
    WebhookTable webhookTable(JdbcClient jdbc) {
        return new WebhookTable(jdbc);
    }

    @Bean
    Endpoints endpoints(SecretTable secrets, WebhookTable table, Settings settings) {
        return new Endpoints(secrets, table, settings.url());
    }

    @Bean
    EmailChannel emailChannel(Time time, ReplyAddresses replies, Templates templates) {
        return new EmailChannel(time, replies, templates);
    }

    @Bean
    WebhookChannel webhookChannel(Time time) {
        return new WebhookChannel(new GuardedHttp(Reach.ANY_BUT_SPECIAL), time);
    }

    @Bean
    SourceChannel sourceChannel(JdbcClient jdbc, TransactionTemplate transactions, Time time) {
        return new SourceChannel(new GuardedHttp(Reach.ANY_BUT_SPECIAL), new SilenceTable(jdbc, transactions), time);
    }

    @Bean
    SmsChannel smsChannel(Time time, Templates templates) {
        return new SmsChannel(new GuardedHttp(Reach.ANY_BUT_SPECIAL), time, templates);
    }

    @Bean
    CallChannel callChannel(Time time) {
        return new CallChannel(new GuardedHttp(Reach.ANY_BUT_SPECIAL), time);
    }

    @Bean
    SlackApi slackApi(Time time) {
        return new SlackApi(new GuardedHttp(Reach.ANY_BUT_SPECIAL), time);
    }

    @Bean
    SlackChannel slackChannel(SlackApi slack, SlackBook book) {
        return new SlackChannel(slack, book);
    }

    @Bean
    TelephoneDesk telephoneDesk(
            RuleBook rules,
            Seals seals,
            SecretTable secrets,
            AnswerLinks links,
            IncidentDesk incidents,
            OutboxAnswers outbox,
            Commands commands,
            Settings settings,
            Time time) {
        return new TelephoneDesk(rules, seals, secrets, links, incidents, outbox, commands, settings, time);
    }

    @Bean
    InvitationMail invitationMail(LogBriefing briefing, EmailChannel mail, Settings settings) {
        return new InvitationMail(briefing, mail, settings);
    }

    @Bean
    ParkedTable parkedTable(JdbcClient jdbc) {
        return new ParkedTable(jdbc);
    }

    @Bean
    Freshness freshness(JdbcClient jdbc) {
        return new Freshness(jdbc);
    }

    @Bean
    Rebuild rebuild(
            EventLog log,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Freshness freshness,
            Parked parked) {
        return new Rebuild(log, jdbc, new TransactionTemplate(transactions), freshness, parked);
    }

    @Bean
    IncidentDesk incidentDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            IncidentAnswers answers,
            Time time) {
        return new IncidentDesk(commands, idempotency, log, freshness, answers, time);
    }

    @Bean
    People people(RuleBook rules) {
        return new People(rules);
    }

    @Bean
    MergeDesk mergeDesk(IncidentDesk desk, EventLog log, IncidentNumbers numbers, HushDesk hushes) {
        return new MergeDesk(desk, log, numbers, hushes);
    }

    @Bean
    BulkDesk bulkDesk(
            Commands commands, Idempotency idempotency, IncidentAnswers answers, JdbcClient jdbc, Ids ids, Time time) {
        return new BulkDesk(commands, idempotency, answers, new BulkTable(jdbc), ids, time);
    }

    @Bean
    LiveFeed liveFeed(EventLog log, LogStore store, Door door) {
        return new LiveFeed(log, store, door);
    }

    @Bean
    NodeBell nodeBell(DataSource dataSource, LogStore store) {
        return new NodeBell(dataSource, store);
    }

    @Bean
    ChangeIntake changeIntake(
            Door door, Commands commands, Idempotency idempotency, Ids ids, RawTable raws, Time time, RuleBook rules) {
        return new ChangeDesk(door, commands, idempotency, ids, raws, time, rules);
    }

    @Bean
    OpenAlerts openAlerts(Door door, AlertAnswers alerts) {
        return new OpenAlertList(door, alerts);
    }

    @Bean
    RetentionTable retentionTable(JdbcClient jdbc, Time time) {
        return new RetentionTable(jdbc, time);
    }

    @Bean
    Lifecycle lifecycle(
            Settings settings,
            DatabaseConfiguration.Embedded database,
            RuleBook rules,
            ConfigAtStart config,
            AlertDesk alerts,
            Timers timers,
            DeliveryAttempts delivery,
            LiveFeed feed,
            NodeBell bell,
            RetentionTable retention,
            Watch watch,
            ShiftClock shifts,
            CheckClock checks,
            AfterOutage outage,
            LogStore store) {
        return new Lifecycle(
                settings, database, rules, config, alerts, timers, delivery, feed, bell, retention, watch, shifts,
                checks, outage, store);
    }

    @Bean
    ApplicationListener<ContextClosedEvent> endOfStreams(LiveFeed feed) {
        return closed -> feed.endStreams();
    }

    @Bean
    ConfigDesk configDesk(
            Commands commands, Idempotency idempotency, RuleBook rules, Seals seals, SecretTable secrets, Vault vault) {
        return new ConfigDesk(commands, idempotency, rules, seals, secrets, vault);
    }

    @Bean
    Schedules schedules(RuleBook rules, Names names) {
        return new Schedules(rules, names);
    }

    @Bean
    ScheduleDrafts scheduleDrafts(ConfigDesk config, RuleBook rules, Schedules schedules, Names names, Time time) {
        return new ScheduleDrafts(config, rules, schedules, names, time);
    }

    @Bean
    ReadinessDesk readinessDesk(RuleBook rules, Names names) {
        return new ReadinessDesk(rules, names);
    }

    @Bean
    DutyDesk dutyDesk(
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            Schedules schedules,
            Names names,
            Seals seals,
            Ids ids,
            Time time) {
        return new DutyDesk(commands, idempotency, rules, schedules, names, seals, ids, time);
    }

    @Bean
    CalendarDesk calendarDesk(Commands commands, Idempotency idempotency, RuleBook rules, Seals seals, Time time) {
        return new CalendarDesk(commands, idempotency, rules, seals, time);
    }

    @Bean
    DoNotDisturbDesk doNotDisturbDesk(Commands commands, Idempotency idempotency, RuleBook rules, Time time) {
        return new DoNotDisturbDesk(commands, idempotency, rules, time);
    }

    @Bean
    SimulationDesk simulationDesk(RuleBook rules, Conditions conditions, Time time) {
        return new SimulationDesk(rules, conditions, time);
    }

    @Bean
    PolicyDesk policyDesk(ConfigDesk desk, RuleBook rules, Names names, Conditions conditions, Time time) {
        return new PolicyDesk(new PolicyDrafts(desk), rules, names, conditions, time);
    }

    @Bean
    WhyDesk whyDesk(EventLog log, RuleBook rules, Conditions conditions, Names names, TimelineAnswers timelines) {
        return new WhyDesk(log, rules, conditions, names, timelines);
    }

    @Bean
    RuleDesk ruleDesk(
            ConfigDesk desk,
            RuleBook rules,
            Conditions conditions,
            AlertAnswers alerts,
            RuleFaultTable faults,
            Time time) {
        return new RuleDesk(desk, rules, conditions, alerts, faults, time);
    }

    @Bean
    ConfigAtStart configAtStart(ConfigDesk desk) {
        return new ConfigAtStart(desk);
    }

    @Bean
    DeliveryAttempts deliveryAttempts(
            AttemptTable table,
            LogBriefing briefing,
            Commands commands,
            Time time,
            Jitter jitter,
            RuleBook rules,
            TransactionTemplate transactions,
            List<Channel> channels,
            Meters meters) {
        var counted = channels.stream()
                .<Channel>map(channel -> new CountedChannel(channel, meters))
                .toList();
        return new DeliveryAttempts(
                table, briefing, commands::send, time, jitter, () -> MessageLimits.of(rules), transactions, counted);
    }

    @Bean
    AccountTable accountTable(JdbcClient jdbc) {
        return new AccountTable(jdbc);
    }

    @Bean
    Accounts accounts(
            AccountTable table,
            JdbcClient jdbc,
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            Seals seals,
            Vault vault,
            Time time,
            Settings settings,
            Keys keys) {
        return new Accounts(
                table,
                new SignInAttemptTable(jdbc),
                commands,
                idempotency,
                rules,
                seals,
                vault,
                time,
                settings,
                keys.operatorToken());
    }

    @Bean
    Invitations invitations(
            AccountTable table,
            Accounts accounts,
            Commands commands,
            Idempotency idempotency,
            RuleBook rules,
            Seals seals,
            Vault vault,
            Time time) {
        return new Invitations(table, accounts, commands, idempotency, rules, seals, vault, time);
    }

    // ------------------------------------------------------------ what answers

    @Bean
    Projectors projectors(JdbcClient jdbc, Json json) {
        return new Projectors(List.of(
                schema -> new AlertProjector(new AlertTable(jdbc, json, schema)),
                schema -> new IncidentProjector(new IncidentTable(jdbc, json, schema)),
                schema -> new TimelineProjector(new TimelineTable(jdbc, json, schema)),
                schema -> new OutboxProjector(new OutboxTable(jdbc, schema)),
                schema -> new StatusProjector(new StatusTable(jdbc, json, schema)),
                schema -> new MajorProjector(new MajorTable(jdbc, json, schema)),
                schema -> new SlaProjector(new SlaTable(jdbc, schema)),
                schema -> new SloProjector(new SloTable(jdbc, schema), new DowntimeTable(jdbc, schema)),
                schema -> new FeedbackProjector(
                        new FeedbackTable(jdbc, schema),
                        new FeedbackSurveyTable(jdbc, schema),
                        new FeedbackQuarterTable(jdbc, schema)),
                schema -> new MeasureProjector(new MeasureTable(jdbc, schema)),
                schema -> new ChangeProjector(new ChangeTable(jdbc, json, schema)),
                schema -> new ReportProjector(new ReportTable(jdbc, schema)),
                schema -> new PostmortemProjector(
                        new PostmortemTable(jdbc, json, schema),
                        new ActionTable(jdbc, json, schema),
                        new KnowledgeTable(jdbc, schema)),
                schema -> new ImprovementProjector(new ImprovementTable(jdbc, json, schema))));
    }

    @Bean
    SlaAnswers slaAnswers(JdbcClient jdbc) {
        return new SlaAnswers(new SlaTable(jdbc, LIVE));
    }

    @Bean
    AlertAnswers alertAnswers(JdbcClient jdbc, Json json, Names names) {
        return new AlertAnswers(new AlertTable(jdbc, json, LIVE), names);
    }

    @Bean
    IncidentAnswers incidentAnswers(JdbcClient jdbc, Json json, Names names, Ratings ratings) {
        return new IncidentAnswers(new IncidentTable(jdbc, json, LIVE), names, ratings);
    }

    @Bean
    TimelineAnswers timelineAnswers(JdbcClient jdbc, Json json, Names names) {
        return new TimelineAnswers(new TimelineTable(jdbc, json, LIVE), names);
    }

    @Bean
    OutboxAnswers outboxAnswers(JdbcClient jdbc, Names names) {
        return new OutboxAnswers(new OutboxTable(jdbc, LIVE), names);
    }

    @Bean
    StatusAnswers statusAnswers(JdbcClient jdbc, Json json, Names names) {
        return new StatusAnswers(new StatusTable(jdbc, json, LIVE), names);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    StatusBoard statusBoard(StatusAnswers answers, Time time, Settings settings) {
        return new StatusBoard(answers, time, settings.url().toString());
    }

    @Bean
    StatusDesk statusDesk(
            Commands commands,
            Idempotency idempotency,
            EventLog log,
            Freshness freshness,
            StatusAnswers answers,
            RuleBook rules,
            Names names,
            Time time) {
        return new StatusDesk(commands, idempotency, log, freshness, answers, rules, names, time);
    }
}
