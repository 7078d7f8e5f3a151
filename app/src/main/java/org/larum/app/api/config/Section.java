package org.larum.app.api.config;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.ChannelId;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.DashboardId;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.MajorRuleId;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.PolicyId;
import org.larum.domain.directory.ReportId;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.RuleId;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.ScheduleId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.SlaRuleId;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SloId;
import org.larum.domain.directory.TeamId;

/** A part of the file, in the order in which entries need each other. */
enum Section {
    PEOPLE("people", "person"),
    EMAIL("channels", "mail server"),
    TWILIO("channels", "account with Twilio"),
    SLACK("channels", "app in Slack"),
    SMS("channels", "list of SMS gateways"),
    LIMITS("channels", "set of limits"),
    TEMPLATES("channels", "set of templates"),
    WEBHOOKS("channels.webhooks", "webhook"),
    TEAMS("teams", "team"),
    SCHEDULES("schedules", "schedule"),
    POLICIES("policies", "policy"),
    SERVICES("services", "service"),
    INTEGRATIONS("integrations", "integration"),
    MAINTENANCE("maintenance", "maintenance window"),
    SILENCES("silences", "silence"),
    KNOWN_ISSUES("knownIssues", "known issue"),
    INHIBITIONS("inhibitions", "inhibition"),
    FLAPPING("flapping", "flapping rule"),
    THRESHOLDS("thresholds", "threshold"),
    HOLDS("holds", "hold"),
    CORRELATION("correlation", "correlation rule"),
    MAJOR("majorIncident", "rule about major incidents"),
    SLA("sla", "promise"),
    SLOS("slos", "SLO"),
    REPORTS("reports", "report"),
    DASHBOARDS("dashboards", "board");

    /** Rules about noise, in the order in which they are asked. */
    static final List<Section> RULES =
            List.of(MAINTENANCE, SILENCES, KNOWN_ISSUES, INHIBITIONS, FLAPPING, THRESHOLDS, HOLDS, CORRELATION);

    static final String EMAIL_WORD = "email";
    static final String TWILIO_WORD = "twilio";
    static final String SLACK_WORD = "slack";
    static final String SMS_WORD = "sms";
    static final String LIMITS_WORD = "limits";
    static final String TEMPLATES_WORD = "templates";
    static final String MAJOR_WORD = "majorIncident";
    static final String SLA_WORD = "sla";

    private static final List<String> OTHER_CHANNELS =
            List.of(TWILIO_WORD, SMS_WORD, LIMITS_WORD, TEMPLATES_WORD, SLACK_WORD);

    private final String path;
    private final String noun;

    Section(String path, String noun) {
        this.path = path;
        this.noun = noun;
    }

    static Section of(Definition definition) {
        return switch (definition) {
            case Definition.Person person -> PEOPLE;
            case Definition.EmailChannel email -> EMAIL;
            case Definition.Twilio twilio -> TWILIO;
            case Definition.Slack slack -> SLACK;
            case Definition.Sms sms -> SMS;
            case Definition.Limits limits -> LIMITS;
            case Definition.Templates templates -> TEMPLATES;
            case Definition.Webhook webhook -> WEBHOOKS;
            case Definition.Team team -> TEAMS;
            case Schedule schedule -> SCHEDULES;
            case Definition.Policy policy -> POLICIES;
            case Definition.Service service -> SERVICES;
            case Definition.Integration integration -> INTEGRATIONS;
            case Definition.MajorRule rule -> MAJOR;
            case Definition.SlaRule rule -> SLA;
            case ReportPlan report -> REPORTS;
            case Dashboard board -> DASHBOARDS;
            case Slo slo -> SLOS;
            case Rule.Maintenance maintenance -> MAINTENANCE;
            case Rule.Silence silence -> SILENCES;
            case Rule.KnownIssue issue -> KNOWN_ISSUES;
            case Rule.Inhibition inhibition -> INHIBITIONS;
            case Rule.Flapping flapping -> FLAPPING;
            case Rule.Threshold threshold -> THRESHOLDS;
            case Rule.Hold hold -> HOLDS;
            case Rule.Correlation correlation -> CORRELATION;
        };
    }

    /** As addresses name it: {@code people}, {@code webhooks}, and {@code channels} for what there is one of. */
    static Optional<Section> named(String kind, String word) {
        return List.of(values()).stream()
                .filter(section -> switch (section) {
                    case WEBHOOKS -> kind.equals("webhooks");
                    case EMAIL -> kind.equals(section.path) && !OTHER_CHANNELS.contains(word);
                    case TWILIO -> kind.equals(section.path) && word.equals(TWILIO_WORD);
                    case SMS -> kind.equals(section.path) && word.equals(SMS_WORD);
                    case TEMPLATES -> kind.equals(section.path) && word.equals(TEMPLATES_WORD);
                    case LIMITS -> kind.equals(section.path) && word.equals(LIMITS_WORD);
                    case SLACK -> kind.equals(section.path) && word.equals(SLACK_WORD);
                    default -> kind.equals(section.path);
                })
                .findFirst();
    }

    static String path(Definition definition) {
        return of(definition).path(definition.word());
    }

    /** Where the section stands in the file. */
    String path() {
        return path;
    }

    String path(String word) {
        return isAlone() ? path : path + "." + word;
    }

    /** There is one, whose word is that of the section. */
    boolean isAlone() {
        return this == MAJOR || this == SLA;
    }

    String noun() {
        return noun;
    }

    UUID id(String word) {
        return switch (this) {
            case PEOPLE -> PersonId.of(word).value();
            case EMAIL -> RuleBook.EMAIL.value();
            case TWILIO -> RuleBook.TWILIO.value();
            case SMS -> RuleBook.SMS.value();
            case LIMITS -> RuleBook.LIMITS.value();
            case TEMPLATES -> RuleBook.TEMPLATES.value();
            case SLACK -> RuleBook.SLACK.value();
            case WEBHOOKS -> webhook(word).value();
            case TEAMS -> TeamId.of(word).value();
            case SCHEDULES -> ScheduleId.of(word).value();
            case POLICIES -> PolicyId.of(word).value();
            case SERVICES -> ServiceId.of(word).value();
            case INTEGRATIONS -> IntegrationId.of(word).value();
            case MAINTENANCE, SILENCES, KNOWN_ISSUES, INHIBITIONS, FLAPPING, THRESHOLDS, HOLDS, CORRELATION ->
                rule(word).value();
            case MAJOR -> MajorRuleId.ONLY.value();
            case SLA -> SlaRuleId.ONLY.value();
            case REPORTS -> ReportId.of(word).value();
            case DASHBOARDS -> DashboardId.of(word).value();
            case SLOS -> SloId.of(word).value();
        };
    }

    RuleId rule(String word) {
        return RuleId.of(path, word);
    }

    static ChannelId webhook(String word) {
        return ChannelId.of("webhook/" + word);
    }
}
