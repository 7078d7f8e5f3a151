package org.larum.app.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.live.LiveFeed;
import org.larum.app.problem.Problems;
import org.larum.domain.feedback.Category;
import org.larum.domain.feedback.QuarterQuestion;
import org.larum.domain.feedback.SurveyQuestion;
import org.larum.domain.feedback.Verdict;
import org.larum.domain.improvement.Direction;
import org.larum.domain.improvement.EvidenceKind;
import org.larum.domain.improvement.Measure;
import org.larum.domain.improvement.Phase;
import org.larum.domain.major.Role;
import org.larum.domain.postmortem.ActionState;
import org.larum.domain.postmortem.Cause;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Severity;
import org.larum.domain.sla.ClockKind;
import org.larum.domain.sla.Correction;
import org.larum.domain.status.ComponentState;
import org.larum.domain.status.NoticeKind;
import org.larum.domain.status.NoticeState;
import org.larum.domain.status.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of each shape what its record says: what is always there, what may be null, which words there are; and what the routes do not
 * show: problems, and the lines of the live stream.
 */
final class Description {

    private static final JavaClasses RECORDS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.larum");

    private static final List<String> IMPROVEMENTS =
            List.of("proposed", "weighed", "planned", "research", "build", "validate", "done", "failed", "dropped");

    private static final List<String> SEVERITIES = words(Severity.values());

    /** After an incident, and about a quarter. */
    private static final List<String> QUESTIONS = Stream.of(
                    words(SurveyQuestion.values()), words(QuarterQuestion.values()))
            .flatMap(List::stream)
            .distinct()
            .toList();

    /** Texts that are one of a few words, by shape and field. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("IncidentView.state", List.of("triggered", "acknowledged", "mitigated", "resolved", "merged")),
            Map.entry("IncidentView.priority", List.of("P1", "P2", "P3", "P4", "P5")),
            Map.entry("Rating.priority", List.of("P1", "P2", "P3", "P4", "P5")),
            Map.entry("Rating.counts", List.of("P1", "P2", "P3", "P4", "P5")),
            Map.entry("HealthView.worst", SEVERITIES),
            Map.entry("SimilarView.state", List.of("triggered", "acknowledged", "mitigated", "resolved", "merged")),
            Map.entry("SavedView.order", List.of("newest", "worst")),
            Map.entry("Operation.state", List.of("running", "done", "stopped", "undoing", "undone")),
            Map.entry("IncidentView.severity", SEVERITIES),
            Map.entry("IncidentView.escalation", List.of("running", "stopped", "exhausted")),
            Map.entry("AlertView.state", List.of("triggered", "acknowledged", "resolved", "expired")),
            Map.entry("AlertView.severity", SEVERITIES),
            Map.entry("TimelineView.severity", SEVERITIES),
            Map.entry("TimelineView.kind", List.of("alert", "person", "message", "escalation", "incident", "note")),
            Map.entry("ActorView.kind", List.of("person", "integration", "token", "system", "webhook")),
            Map.entry(
                    "OutboxView.state",
                    List.of(
                            "waiting",
                            "pending",
                            "held",
                            "sending",
                            "sent",
                            "delivered",
                            "undelivered",
                            "failed",
                            "dropped")),
            Map.entry("OutboxView.channel", words(ChannelKind.values())),
            Map.entry("OutboxView.kind", List.of("page", "unanswered", "update", "holder", "notice", "test")),
            Map.entry("ChannelView.kind", words(ChannelKind.values())),
            Map.entry(
                    "ChannelView.state",
                    List.of("disabled", "failing", "late", "shaky", "unproven", "untried", "works")),
            Map.entry("MailTaken.outcome", List.of("acknowledged", "escalated", "resolved", "noted", "ignored")),
            Map.entry("DeliveryNext.channel", words(ChannelKind.values())),
            Map.entry("PersonView.account", List.of("none", "invited", "active")),
            Map.entry("Invited.mail", List.of("sent", "waiting")),
            Map.entry("MajorView.state", List.of("declared", "stood_down", "ended", "merged")),
            Map.entry("SlaClockView.kind", words(ClockKind.values())),
            Map.entry("SlaClockView.state", List.of("running", "paused", "met", "stopped")),
            Map.entry("SlaFigures.correction", words(Correction.values())),
            Map.entry("SloView.kind", List.of("availability", "latency", "errors")),
            Map.entry("SloView.from", List.of("incidents", "counts")),
            Map.entry("SloView.policy", List.of("conservative", "moderate", "aggressive")),
            Map.entry("SloView.unit", List.of("seconds", "events")),
            Map.entry("BurnView.alarm", List.of("fast", "slow", "creeping")),
            Map.entry("BurnView.stretch", List.of("1h", "6h", "3d")),
            Map.entry("CostlyIncident.severity", SEVERITIES),
            Map.entry("FeedbackView.kind", List.of("page", "incident", "ticket")),
            Map.entry("FeedbackView.verdict", words(Verdict.values())),
            Map.entry("FeedbackView.category", words(Category.values())),
            Map.entry("CategoryFigures.category", words(Category.values())),
            Map.entry("CommentTheme.category", words(Category.values())),
            Map.entry("SurveyLine.question", QUESTIONS),
            Map.entry("QuestionFigures.question", QUESTIONS),
            Map.entry("QuarterAnswer.question", words(QuarterQuestion.values())),
            Map.entry("SurveyAnswer.question", words(SurveyQuestion.values())),
            Map.entry("MyPage.verdict", words(Verdict.values())),
            Map.entry("PageVerdict.verdict", words(Verdict.values())),
            Map.entry("PostmortemLine.state", List.of("asked", "draft", "review", "published")),
            Map.entry("PostmortemLine.severity", SEVERITIES),
            Map.entry("PostmortemLine.cause", words(Cause.values())),
            Map.entry("ImprovementView.kind", words(EvidenceKind.values())),
            Map.entry("ImprovementView.state", IMPROVEMENTS),
            Map.entry("CriterionView.measure", words(Measure.values())),
            Map.entry("CriterionView.direction", words(Direction.values())),
            Map.entry("PointsView.state", IMPROVEMENTS),
            Map.entry("DeleteThis.state", IMPROVEMENTS),
            Map.entry("RoundView.phase", words(Phase.values())),
            Map.entry("StretchView.phase", words(Phase.values())),
            Map.entry("ActionView.state", words(ActionState.values())),
            Map.entry("SeverityMeasure.severity", SEVERITIES),
            Map.entry("CountedIncident.severity", SEVERITIES),
            Map.entry("CountedIncident.state", List.of("triggered", "acknowledged", "mitigated", "resolved")),
            Map.entry("CountedPage.channel", words(ChannelKind.values())),
            Map.entry("ReportRunView.state", List.of("running", "done", "failed")),
            Map.entry("ReportPlanView.schedule", List.of("daily", "weekly", "monthly")),
            Map.entry("ReportFile.format", List.of("html", "pdf", "xlsx", "pptx")),
            Map.entry("PanelView.picture", List.of("figure", "lines", "bars", "marks", "heat", "table")),
            Map.entry("DashboardView.range", List.of("7d", "30d", "90d", "365d")),
            Map.entry("PanelWord.group", List.of("executive", "operational", "technical", "goals")),
            Map.entry("MeasuresView.unit", List.of("day", "week", "month")),
            Map.entry("GoalView.unit", List.of("seconds", "percent")),
            Map.entry("GoalView.state", List.of("met", "missed", "unknown")),
            Map.entry("MajorRole.role", words(Role.values())),
            Map.entry("Offered.kind", List.of("setup", "invitation")),
            Map.entry("NoticeView.kind", words(NoticeKind.values())),
            Map.entry("NoticeView.visibility", words(Visibility.values())),
            Map.entry("OverrideView.state", List.of("coming", "now", "over", "withdrawn")),
            Map.entry("AbsenceView.state", List.of("coming", "now", "over", "withdrawn")),
            Map.entry("CoverView.state", List.of("open", "taken", "withdrawn", "lapsed")),
            Map.entry("MyWay.channel", words(ChannelKind.values())),
            Map.entry("MyWay.state", List.of("works", "failed", "waiting", "unknown", "missing")),
            Map.entry("MyStep.channel", words(ChannelKind.values())),
            Map.entry("MyOrder.severity", SEVERITIES),
            Map.entry("MyCheck.remedy", List.of("test", "quiet", "rest", "order", "devices", "number")),
            Map.entry(
                    "MyDelivery.state",
                    List.of("waiting", "pending", "sent", "delivered", "undelivered", "failed", "dropped")),
            Map.entry("NoticeView.state", words(NoticeState.values())),
            Map.entry("PostView.state", words(NoticeState.values())),
            Map.entry("AffectedEntry.state", words(ComponentState.values())),
            Map.entry("ComponentView.state", words(ComponentState.values())),
            Map.entry("ShownNotice.kind", words(NoticeKind.values())),
            Map.entry("ShownNotice.visibility", words(Visibility.values())),
            Map.entry("ShownNotice.state", words(NoticeState.values())),
            Map.entry("ShownPost.state", words(NoticeState.values())),
            Map.entry("AffectedComponent.state", words(ComponentState.values())),
            Map.entry("ShownComponent.state", words(ComponentState.values())),
            Map.entry("StatusPageView.state", words(ComponentState.values())));

    /** What no route shows by its type. */
    private static final Map<String, Class<?>> UNSHOWN = Map.of(
            "LiveChange", LiveFeed.Change.class,
            "Problem", Problems.Problem.class,
            "Mistake", Problems.Mistake.class);

    private final JsonMapper json;
    private final ObjectNode root;
    private final ObjectNode schemas;

    private Description(JsonMapper json, ObjectNode root) {
        this.json = json;
        this.root = root;
        this.schemas = (ObjectNode) root.get("components").get("schemas");
    }

    static void complete(JsonMapper json, ObjectNode root) {
        new Description(json, root).complete();
    }

    private void complete() {
        schemas.remove("ServerSentEventObject");
        UNSHOWN.forEach(this::add);
        var asked = asked();
        var unused = new HashSet<>(WORDS.keySet());
        for (var name : new TreeSet<>(schemas.propertyNames())) {
            describe(name, asked.contains(name));
            schemas.get(name).get("properties").propertyNames().forEach(field -> unused.remove(name + "." + field));
        }
        if (!unused.isEmpty()) {
            throw new AssertionError("No shape has these any more: " + unused);
        }
        root.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue().values().stream())
                .forEach(route -> refuse((ObjectNode) route.get("responses")));
        stream();
    }

    private void describe(String name, boolean isAsked) {
        var schema = (ObjectNode) schemas.get(name);
        var type = record(name, schema.get("properties"));
        var required = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            var field = name(component);
            var property = (ObjectNode) schema.get("properties").get(field);
            words(property, WORDS.get(name + "." + field));
            if (!isNullable(component)) {
                required.add(field);
            } else if (!isAsked && !type.equals(Problems.Problem.class)) {
                required.add(field);
                ((ObjectNode) schema.get("properties")).set(field, orNull(property));
            }
        }
        if (type.equals(Problems.Problem.class)) {
            required.remove("errors"); // left out when there are none
        }
        if (!required.isEmpty()) {
            var list = schema.putArray("required");
            required.forEach(list::add);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private ObjectNode orNull(ObjectNode property) {
        if (property.has("$ref")) {
            var either = json.createObjectNode();
            either.putArray("anyOf").add(property).add(json.createObjectNode().put("type", "null"));
            return either;
        }
        var type = property.get("type");
        property.putArray("type").add(type).add("null");
        if (property.get("enum") instanceof ArrayNode known) {
            known.addNull();
        }
        return property;
    }

    private static void words(ObjectNode property, @Nullable List<String> words) {
        if (words != null) {
            var list = property.putArray("enum");
            words.forEach(list::add);
        }
    }

    /** The record whose name and fields a shape has; a page has those of its items in its name. */
    private static Class<?> record(String name, JsonNode properties) {
        var unshown = UNSHOWN.get(name);
        if (unshown != null) {
            return unshown;
        }
        var fields = Set.copyOf(properties.propertyNames());
        var found = RECORDS.stream()
                .filter(JavaClass::isRecord)
                .filter(type -> name.equals(type.getSimpleName())
                        || (type.getSimpleName().equals("Page") && name.startsWith("Page")))
                .map(JavaClass::reflect)
                .filter(type -> fields(type).equals(fields))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " is the shape of " + found + "; give each its own name");
        }
        return found.getFirst();
    }

    private static Set<String> fields(Class<?> type) {
        var names = new HashSet<String>();
        for (var component : type.getRecordComponents()) {
            names.add(name(component));
        }
        return names;
    }

    private static String name(RecordComponent component) {
        var other = component.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    /** Shapes that callers send. */
    private Set<String> asked() {
        var found = new HashSet<String>();
        root.get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .map(route -> route.at("/requestBody/content/application~1json/schema/$ref"))
                .filter(JsonNode::isString)
                .forEach(reference -> found.add(reference.asString().replaceAll(".*/", "")));
        return found;
    }

    private void add(String name, Class<?> type) {
        var properties = json.createObjectNode();
        for (var component : type.getRecordComponents()) {
            var property = properties.putObject(component.getName());
            switch (component.getType().getSimpleName()) {
                case "String" -> property.put("type", "string");
                case "int" -> property.put("type", "integer").put("format", "int32");
                case "long" -> property.put("type", "integer").put("format", "int64");
                case "List" -> property.put("type", "array").set("items", reference("Mistake"));
                default -> throw new AssertionError("no schema is known for " + component);
            }
        }
        schemas.set(name, json.createObjectNode().put("type", "object").set("properties", properties));
    }

    private ObjectNode reference(String schema) {
        return json.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private void refuse(ObjectNode responses) {
        var refusal = responses.putObject("default").put("description", "Refused, or not possible now");
        refusal.putObject("content").putObject("application/problem+json").set("schema", reference("Problem"));
    }

    private void stream() {
        var content = (ObjectNode) root.at("/paths/~1api~1stream/get/responses/200/content");
        var schema = json.createObjectNode().put("type", "array").set("items", reference("LiveChange"));
        content.propertyNames().forEach(kind -> ((ObjectNode) content.get(kind)).set("schema", schema));
    }

    private static List<String> words(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
