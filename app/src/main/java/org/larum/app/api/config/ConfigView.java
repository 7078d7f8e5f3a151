package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Definition.Executives;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Seals;
import org.larum.domain.directory.Slo;
import org.larum.domain.directory.SmsGateway;
import org.larum.domain.shared.Identifier;
import org.larum.notifiers.channel.ChatFormat;

/** What is in use, in the shape of the file; dots stand for each secret. */
final class ConfigView {

    static final String HIDDEN = "•••";

    private final Seals seals;
    private final Map<UUID, String> words;

    private ConfigView(Seals seals, Map<UUID, String> words) {
        this.seals = seals;
        this.words = words;
    }

    static Map<String, Object> of(List<Definition> inUse, Seals seals) {
        var words = inUse.stream().collect(Collectors.toMap(one -> one.id().value(), Definition::word));
        var view = new ConfigView(seals, words);
        var channels = new LinkedHashMap<String, Object>();
        view.entries(inUse, Section.EMAIL).forEach(channels::put);
        view.entries(inUse, Section.TWILIO).forEach(channels::put);
        view.entries(inUse, Section.LIMITS).forEach(channels::put);
        view.entries(inUse, Section.TEMPLATES).forEach(channels::put);
        view.entries(inUse, Section.SLACK).forEach(channels::put);
        inUse.stream().filter(Definition.Sms.class::isInstance).forEach(sms -> channels.putAll(view.entry(sms)));
        channels.put("webhooks", view.entries(inUse, Section.WEBHOOKS));
        var file = new LinkedHashMap<String, Object>();
        for (var section : List.of(
                Section.PEOPLE,
                Section.TEAMS,
                Section.SERVICES,
                Section.SCHEDULES,
                Section.POLICIES,
                Section.INTEGRATIONS)) {
            file.put(section.path(), view.entries(inUse, section));
        }
        file.put("channels", channels);
        Section.RULES.forEach(section -> {
            var rules = view.entries(inUse, section);
            if (!rules.isEmpty()) {
                file.put(section.path(), rules);
            }
        });
        file.putAll(view.entries(inUse, Section.MAJOR));
        file.putAll(view.entries(inUse, Section.SLA));
        var reports = view.entries(inUse, Section.REPORTS);
        if (!reports.isEmpty()) {
            file.put(Section.REPORTS.path(), reports);
        }
        var slos = view.entries(inUse, Section.SLOS);
        if (!slos.isEmpty()) {
            file.put(Section.SLOS.path(), slos);
        }
        var boards = view.entries(inUse, Section.DASHBOARDS);
        if (!boards.isEmpty()) {
            file.put(Section.DASHBOARDS.path(), boards);
        }
        return file;
    }

    /** One entry that names no other, such as a person. */
    static Map<String, Object> of(Definition definition, Seals seals) {
        return new ConfigView(seals, Map.of()).entry(definition);
    }

    private Map<String, Object> entries(List<Definition> inUse, Section section) {
        var entries = new LinkedHashMap<String, Object>();
        inUse.stream()
                .filter(definition -> Section.of(definition) == section)
                .forEach(definition -> entries.put(definition.word(), entry(definition)));
        return entries;
    }

    private static @Nullable Map<String, Object> replies(Definition.EmailChannel email) {
        return email.replyTo() == null ? null : Map.of("to", email.replyTo(), "key", HIDDEN);
    }

    private static @Nullable Map<String, Object> acknowledge(Definition.@Nullable Acknowledge given) {
        if (given == null) {
            return null;
        }
        var fields = new LinkedHashMap<String, Object>();
        if (given.api() != null) {
            fields.put("api", given.api());
        }
        fields.put("url", given.url());
        fields.put("for", Pause.write(given.quiet()));
        if (given.user() != null) {
            fields.put("user", given.user());
        }
        if (given.secret() != null) {
            fields.put(given.user() == null ? "token" : "password", HIDDEN);
        }
        return fields;
    }

    private Map<String, Object> entry(Definition definition) {
        var entry = new Fields();
        switch (definition) {
            case Definition.Person person ->
                entry.put("name", seals.open(person.id(), person.name()).orElse("Somebody who was erased"))
                        .put("email", open(person, person.email()))
                        .put("phone", open(person, person.phone()))
                        .put("timeZone", person.timeZone())
                        .put("administrator", person.administrator())
                        .put("roles", person.roles())
                        .putAll(person.reach() == null ? Map.of() : PersonReader.fields(person.reach()));
            case Definition.Team team -> entry.put("name", team.name()).put("members", words(team.members()));
            case Definition.Service service ->
                entry.put("name", service.name())
                        .put("team", word(service.team()))
                        .put("criticality", service.criticality())
                        .put("policy", word(service.policy()))
                        .put("runbook", service.runbook())
                        .put("dependsOn", service.needs().isEmpty() ? null : words(service.needs()))
                        .putAll(RuleFields.worth(service.value()));
            case Schedule schedule -> entry.putAll(ScheduleFields.of(schedule, this::word));
            case Definition.Policy policy ->
                entry.put("repeat", policy.repeat())
                        .put("steps", list(policy.steps(), ConfigView::step))
                        .put("when", policy.when() == null ? null : list(policy.when(), ConfigView::branch));
            case Definition.Integration integration ->
                entry.put("type", integration.type())
                        .put("key", HIDDEN)
                        .put("service", word(integration.service()))
                        .put("acknowledge", acknowledge(integration.acknowledge()));
            case Definition.EmailChannel email ->
                entry.put("host", email.host())
                        .put("port", email.port())
                        .put("from", email.from())
                        .put("user", email.user())
                        .put("password", email.password() == null ? null : HIDDEN)
                        .put("encryption", email.encryption())
                        .put("replies", replies(email));
            case Definition.Twilio twilio ->
                entry.put("account", twilio.account())
                        .put("token", HIDDEN)
                        .put("from", twilio.from())
                        .put("voice", twilio.voice())
                        .put("url", twilio.url());
            case Definition.Slack slack ->
                entry.put("token", HIDDEN)
                        .put("signingSecret", HIDDEN)
                        .put("channel", slack.channel())
                        .put("url", slack.url());
            case Definition.Templates templates -> entry.putAll(TemplateReader.written(templates));
            case Definition.Limits limits -> entry.putAll(LimitReader.written(limits));
            case Definition.Sms sms -> entry.put(sms.word(), list(sms.gateways(), ConfigView::gateway));
            case Definition.Webhook webhook -> {
                var format = webhook.format() == null ? null : ChatFormat.of(webhook.format());
                boolean isAddressSecret = format != null && format.isAddressSecret();
                entry.put("url", isAddressSecret ? HIDDEN : webhook.url())
                        .put("format", webhook.format())
                        .put("chat", webhook.chat())
                        .put("secret", isAddressSecret ? null : HIDDEN)
                        .put("previousSecret", webhook.previous() == null ? null : HIDDEN);
            }
            case Rule.Maintenance maintenance ->
                entry.putAll(RuleFields.of(maintenance)).put("services", words(maintenance.services()));
            case Rule.Silence silence -> entry.putAll(RuleFields.of(silence)).put("creator", word(silence.creator()));
            case Rule rule -> entry.putAll(RuleFields.of(rule));
            case Definition.SlaRule rule ->
                entry.putAll(SlaFields.of(rule, id -> Objects.requireNonNullElse(word(id), id.toString())));
            case ReportPlan report ->
                entry.putAll(ReportReader.written(
                        report,
                        id -> id instanceof Identifier known
                                ? Objects.requireNonNullElse(word(known), known.toString())
                                : HIDDEN));
            case Dashboard board ->
                entry.putAll(DashboardReader.written(
                                board,
                                id -> id instanceof Identifier known
                                        ? Objects.requireNonNullElse(word(known), known.toString())
                                        : id.toString()))
                        .put("owner", word(board.owner()));
            case Slo slo -> entry.put("service", word(slo.service())).putAll(SloReader.fields(slo));
            case Definition.MajorRule rule ->
                entry.putAll(RuleFields.major(rule)).put("executives", executives(rule.executives()));
        }
        return entry.given;
    }

    private static Map<String, Object> gateway(SmsGateway gateway) {
        return new Fields()
                .put("name", gateway.name())
                .put("countries", gateway.countries().isEmpty() ? null : gateway.countries())
                .put("http", gateway.http() == null ? null : http(gateway.http()))
                .put("spool", gateway.spool())
                .put("twilio", gateway.viaTwilio() ? true : null)
                .given;
    }

    private static Map<String, Object> http(SmsGateway.Http http) {
        return new Fields().put("url", HIDDEN).put("receipt", http.receipt()).given;
    }

    private List<String> executives(Executives executives) {
        return Stream.concat(
                        words(executives.people()).stream().map(word -> "person:" + word),
                        words(executives.teams()).stream().map(word -> "team:" + word))
                .toList();
    }

    private static Map<String, Object> step(Definition.Step step) {
        var notify = list(step.targets(), target -> PolicyReader.word(target.kind()) + ":" + target.word());
        return new Fields()
                .put("level", step.level())
                .put("notify", notify)
                .put("wait", Pause.write(step.pause()))
                .put("each", step.each() == null ? null : Pause.write(step.each()))
                .put("roundRobin", step.asksInTurn() ? true : null)
                .put("acknowledge", step.wantsEverybody() ? PolicyReader.ALL : null)
                .given;
    }

    private static Map<String, Object> branch(Definition.Branch branch) {
        var hours = branch.hours().isEmpty() ? null : Watches.write(branch.hours());
        return new Fields()
                .put("severity", branch.severities().isEmpty() ? null : list(branch.severities(), PersonReader::word))
                .put("hours", hours)
                .put("timeZone", hours == null ? null : branch.timeZone())
                .put("repeat", branch.repeat())
                .put("steps", list(branch.steps(), ConfigView::step))
                .given;
    }

    private @Nullable String open(Definition.Person person, @Nullable Sealed sealed) {
        return sealed == null ? null : seals.open(person.id(), sealed).orElse(null);
    }

    private static <T, R> List<R> list(List<T> from, Function<T, R> one) {
        return from.stream().map(one).toList();
    }

    private @Nullable String word(@Nullable Identifier id) {
        return id == null ? null : words.get(id.value());
    }

    private List<String> words(List<? extends Identifier> ids) {
        var found = new ArrayList<String>();
        for (var id : ids) {
            var word = word(id);
            if (word != null) {
                found.add(word);
            }
        }
        return found;
    }

    /** The fields that have a value. */
    private static final class Fields {

        private final Map<String, Object> given = new LinkedHashMap<>();

        Fields put(String name, @Nullable Object value) {
            if (value != null) {
                given.put(name, value);
            }
            return this;
        }

        Fields putAll(Map<String, Object> more) {
            given.putAll(more);
            return this;
        }
    }
}
