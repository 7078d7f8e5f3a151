package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.Change.Kind;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.ReportPlan;
import org.larum.domain.directory.Rule;
import org.larum.domain.directory.Schedule;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Slo;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Refusal;

/** Compares what a file describes with what is in use; personal fields and secrets by their fingerprints. */
final class ConfigDiff {

    /** A change, and what the entry is to be; of what goes, what it was. */
    record Difference(Change change, Definition definition) {}

    private ConfigDiff() {}

    /** What is new or different, in the order in which entries need each other. What is the same is not in it. */
    static List<Difference> changes(List<? extends Definition> wanted, List<Version> inUse, String origin) {
        var now = inUse.stream()
                .collect(Collectors.toMap(version -> version.definition().id().value(), version -> version));
        return inOrder(wanted)
                .map(definition -> change(definition, now.get(definition.id().value()), origin))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** What a file described before and this one does not. People who were invited are not among them. */
    static List<Difference> missing(List<? extends Definition> wanted, List<Version> inUse, Kind kind) {
        Set<UUID> described =
                wanted.stream().map(definition -> definition.id().value()).collect(Collectors.toSet());
        var missing = inUse.stream()
                .filter(version -> !version.origin().equals(Entry.API))
                .map(Version::definition)
                .filter(definition -> !described.contains(definition.id().value()))
                .toList();
        return inOrder(missing)
                .map(definition -> difference(kind, definition, List.of()))
                .toList()
                .reversed();
    }

    static Difference difference(Kind kind, Definition definition, List<String> fields) {
        return new Difference(new Change(kind, Section.path(definition), definition.word(), fields), definition);
    }

    private static Stream<? extends Definition> inOrder(List<? extends Definition> definitions) {
        return definitions.stream().sorted(Comparator.comparing(Section::of));
    }

    private static @Nullable Difference change(Definition wanted, @Nullable Version now, String origin) {
        if (now == null) {
            return difference(Kind.ADDED, wanted, List.copyOf(fields(wanted).keySet()));
        }
        var fields = different(now.definition(), wanted);
        if (!isOwner(now.origin(), origin)) {
            refuseOther(wanted, now, fields);
            fields.add("origin");
        }
        return fields.isEmpty() ? null : difference(Kind.CHANGED, wanted, List.copyOf(fields));
    }

    /** A file without a name is whichever file it was before. */
    private static boolean isOwner(String owner, String origin) {
        return owner.equals(origin) || (origin.equals(Wish.UNNAMED) && !owner.equals(Entry.API));
    }

    /** An entry moves to another file as it is; two files that say different things would undo each other for ever. */
    private static void refuseOther(Definition wanted, Version now, List<String> fields) {
        if (!now.origin().equals(Entry.API) && !fields.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "owned_by_file",
                    Section.path(wanted) + " is described by " + now.origin() + ", which says something else about "
                            + String.join(", ", fields) + ". Nothing was changed. Change it there, or move it here"
                            + " as it is first.");
        }
    }

    /** Who owns it from now on. */
    static String owner(Difference difference, List<Version> inUse, String origin) {
        return inUse.stream()
                .filter(version ->
                        version.definition().id().equals(difference.definition().id()))
                .map(Version::origin)
                .filter(owner -> isOwner(owner, origin))
                .findFirst()
                .orElse(origin);
    }

    private static List<String> different(Definition now, Definition wanted) {
        var before = fields(now);
        var after = fields(wanted);
        var different = new ArrayList<String>();
        after.forEach((name, value) -> {
            if (!Objects.equals(before.get(name), value)) {
                different.add(name);
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(different::add);
        return different;
    }

    /** By the names of the file; what is not given is not there. */
    private static Map<String, Object> fields(Definition definition) {
        var fields = new LinkedHashMap<String, Object>();
        switch (definition) {
            case Definition.Person person -> {
                fields.put("name", person.name().fingerprint());
                put(fields, "email", print(person.email()));
                fields.put("timeZone", person.timeZone());
                fields.put("administrator", person.administrator());
                put(fields, "phone", print(person.phone()));
                put(fields, "roles", person.roles());
                if (person.reach() != null) {
                    fields.putAll(PersonReader.fields(person.reach()));
                }
            }
            case Definition.Team team -> {
                fields.put("name", team.name());
                fields.put("members", team.members());
            }
            case Definition.Service service -> {
                fields.put("name", service.name());
                put(fields, "team", service.team());
                fields.put("criticality", service.criticality());
                put(fields, "policy", service.policy());
                put(fields, "runbook", service.runbook());
                put(fields, "dependsOn", service.dependsOn());
                fields.putAll(RuleFields.worth(service.value()));
            }
            case Rule rule -> fields.putAll(RuleFields.of(rule));
            case Definition.SlaRule rule -> fields.putAll(SlaFields.of(rule, Identifier::toString));
            case ReportPlan report -> fields.putAll(ReportReader.written(report, String::valueOf));
            case Dashboard board -> {
                fields.putAll(DashboardReader.written(board, String::valueOf));
                put(fields, "owner", board.owner());
            }
            case Slo slo -> {
                fields.put("service", slo.service());
                fields.putAll(SloReader.fields(slo));
            }
            case Definition.MajorRule rule -> {
                fields.putAll(RuleFields.major(rule));
                fields.put("executives", rule.executives());
            }
            case Schedule schedule -> fields.putAll(ScheduleFields.of(schedule, Identifier::toString));
            case Definition.Policy policy -> {
                fields.put("repeat", policy.repeat());
                fields.put("steps", policy.steps());
                put(fields, "when", policy.when());
            }
            case Definition.Integration integration -> {
                fields.put("type", integration.type());
                fields.put("key", integration.key());
                fields.put("service", integration.service());
                put(fields, "acknowledge", integration.acknowledge());
            }
            case Definition.EmailChannel email -> {
                fields.put("host", email.host());
                fields.put("port", email.port());
                fields.put("from", email.from());
                put(fields, "user", email.user());
                put(fields, "password", email.password());
                fields.put("encryption", email.encryption());
                put(fields, "replies to", email.replyTo());
                put(fields, "replies key", email.replyKey());
            }
            case Definition.Twilio twilio -> {
                fields.put("account", twilio.account());
                fields.put("token", twilio.token());
                fields.put("from", twilio.from());
                put(fields, "voice", twilio.voice());
                put(fields, "url", twilio.url());
            }
            case Definition.Slack slack -> {
                fields.put("token", slack.token());
                fields.put("signingSecret", slack.signingSecret());
                put(fields, "channel", slack.channel());
                put(fields, "url", slack.url());
            }
            case Definition.Templates templates -> fields.putAll(TemplateReader.written(templates));
            case Definition.Limits limits -> fields.putAll(LimitReader.written(limits));
            case Definition.Sms sms -> fields.put("gateways", sms.gateways());
            case Definition.Webhook webhook -> {
                fields.put("url", webhook.url());
                fields.put("secret", webhook.secret());
                put(fields, "format", webhook.format());
                put(fields, "previousSecret", webhook.previous());
                put(fields, "chat", webhook.chat());
            }
        }
        return fields;
    }

    private static @Nullable String print(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.fingerprint();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
