package org.larum.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Event;
import org.larum.domain.shared.Identifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Who may know whom, in thirteen rules; each says why, and each exception is named with its reason. */
class ArchitectureTest {

    /** Rule 13: a rule that looks at nothing passes always. */
    @Test
    void theScanSawTheWholeServer() {
        assertThat(Code.SHIPPED).hasSizeGreaterThan(450);
        assertThat(Code.SHIPPED).noneMatch(type -> type.getSimpleName().endsWith("Test"));
        for (var root : List.of("domain", "projections", "notifiers", "app")) {
            assertThat(Code.SHIPPED.stream()
                            .filter(type -> type.getPackageName().startsWith("org.larum." + root)))
                    .as(root)
                    .hasSizeGreaterThan(30);
        }
    }

    /** Rule 1. */
    @Test
    void theDomainKnowsAxonAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("org.larum.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.larum.domain..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.nio..",
                        "java.security..",
                        "org.jspecify.annotations",
                        "org.axonframework.commandhandling..",
                        "org.axonframework.eventsourcing..",
                        "org.axonframework.modelling..",
                        "org.axonframework.serialization..")
                .because("a rule of the business must be readable, and testable, without a server around it")
                .check(Code.SHIPPED);
    }

    /** Rule 2. */
    @Test
    void onlyTheDoorIsReactive() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.larum.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reactor..", "org.reactivestreams..", "org.springframework.web.reactive..")
                .because("everything behind the door is plain blocking Java on virtual threads")
                .check(Code.SHIPPED);
    }

    /** Rule 3. Beside tables, each with its reason. */
    private static final Map<String, String> SQL_OUTSIDE_OF_TABLES = Map.ofEntries(
            entry("org.larum.app.eventstore", "the log is a table that has many"),
            entry("org.larum.app.database", "it makes the connections"),
            entry("org.larum.app.processing.NodeBell", "LISTEN and NOTIFY need the connection itself"),
            entry("org.larum.app.processing.Rebuild", "it swaps the tables of any room by their names"),
            entry("org.larum.app.processing.Freshness", "it looks at the tokens, which Axon's store owns"),
            entry("org.larum.app.bus.Idempotency", "its one row must stand in the caller's unit of work"),
            entry("org.larum.projections.shared.Columns", "many rows for one statement, for every table"),
            entry("org.larum.app.suppression.SuppressionConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.status.StatusConfiguration", "it makes the table of its subscribers"),
            entry("org.larum.app.api.attachment.AttachmentConfiguration", "it makes the table of files"),
            entry("org.larum.app.api.feedback.FeedbackConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.improvement.ImprovementConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.report.ReportConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.api.measure.MeasureConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.slack.SlackConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.slo.SloClockConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.major.MajorConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.channel.ChannelConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.api.dashboard.DashboardConfiguration", "it makes the table of its room"),
            entry("org.larum.app.api.ical.IcalConfiguration", "it makes the table of its room"),
            entry("org.larum.app.api.me.MeConfiguration", "it makes the table of its room"),
            entry("org.larum.app.api.view.ViewConfiguration", "it makes the table of its room"),
            entry("org.larum.app.api.context.ContextConfiguration", "it makes tables that give up after a second"),
            entry("org.larum.app.api.postmortem.PostmortemConfiguration", "it makes the tables of its room"),
            entry("org.larum.app.LarumConfiguration", "it hands the connection on, and draws one number"));

    @Test
    void sqlLivesInTables() {
        noClasses()
                .that(new DescribedPredicate<JavaClass>("are not a table or one of the exceptions") {
                    @Override
                    public boolean test(JavaClass type) {
                        var around = Code.outermost(type);
                        return !around.getSimpleName().endsWith("Table")
                                && !SQL_OUTSIDE_OF_TABLES.containsKey(around.getName())
                                && !SQL_OUTSIDE_OF_TABLES.containsKey(around.getPackageName());
                    }
                })
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .because("who looks for the SQL of a room opens its table and finds all of it")
                .check(Code.SHIPPED);
    }

    /** Rule 4: who may use whose messages. Ids go everywhere; everybody speaks the shared words. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("alert", Set.of()),
            entry("incident", Set.of()),
            entry("directory", Set.of()),
            entry("notification", Set.of()),
            entry("suppression", Set.of("alert", "incident", "directory", "notification")),
            entry("correlation", Set.of("alert", "incident", "directory", "suppression")),
            entry("escalation", Set.of("incident", "directory", "notification")),
            entry("feedback", Set.of("notification")),
            entry("reach", Set.of("escalation", "incident", "directory", "notification", "schedule")),
            entry("major", Set.of("incident", "correlation", "directory", "notification")),
            entry("postmortem", Set.of("incident", "notification", "sla")),
            entry("report", Set.of("directory")),
            entry("schedule", Set.of("directory", "notification")),
            entry("sla", Set.of("incident", "directory", "notification")),
            entry("slo", Set.of("directory")));

    /** What a room lends beside its commands, events and ids. */
    private static final Map<String, String> LENT = Map.ofEntries(
            entry("org.larum.domain.alert.AlertState", "AlertAttached carries it"),
            entry("org.larum.domain.notification.NotificationKind", "a request carries it"),
            entry("org.larum.domain.directory.Definition", "events carry definitions whole"),
            entry("org.larum.domain.directory.Rule", "events carry rules whole"),
            entry("org.larum.domain.directory.Schedule", "events carry schedules whole"),
            entry("org.larum.domain.directory.Slo", "events carry what is owed whole"),
            entry("org.larum.domain.directory.Calendar", "a promise carries it"),
            entry("org.larum.domain.directory.ReportPlan", "ReportAsked carries it"),
            entry("org.larum.domain.directory.Promise", "ClockStarted carries it"),
            entry("org.larum.domain.directory.Sealed", "events carry what people wrote sealed"),
            entry("org.larum.domain.directory.Directory", "the knowledge that reactions are given"),
            entry("org.larum.domain.directory.Reach", "a person carries it"),
            entry("org.larum.domain.escalation.EscalationPlan", "events carry places in it"),
            entry("org.larum.domain.escalation.Responder", "RespondersFound carries it"),
            entry("org.larum.domain.directory.ServiceGraph", "a part of that knowledge"),
            entry("org.larum.domain.incident.EscalationCause", "a command carries it"),
            entry("org.larum.domain.incident.IncidentState", "a turn of an incident carries it"),
            entry("org.larum.domain.incident.IncidentNumbers", "the knowledge that a reaction is given"),
            entry("org.larum.domain.suppression.Screen", "the knowledge that reactions are given, and what it answers"),
            entry("org.larum.domain.suppression.Conditions", "a part of that knowledge"),
            entry("org.larum.domain.suppression.Facts", "what conditions are asked about"),
            entry("org.larum.domain.suppression.Pending", "AlertAdmitted carries it"),
            entry("org.larum.domain.suppression.Target", "TargetPassed carries it"));

    @Test
    void roomsUseEachOthersMessagesAlongTheArrowsAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("org.larum.domain..")
                .should(new ArchCondition<>("obey the arrows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var dependency : type.getDirectDependenciesFromSelf()) {
                            var target = dependency.getTargetClass().getBaseComponentType();
                            if (!mayUse(type, target)) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                    }
                })
                .because("a room can be read alone when it knows only what others say, never how they decide")
                .check(Code.SHIPPED);
    }

    private static boolean mayUse(JavaClass type, JavaClass target) {
        var from = room(type);
        var to = room(target);
        if (to.isEmpty() || to.equals(from) || to.equals("shared") || target.isAssignableTo(Identifier.class)) {
            return true;
        }
        var root = Code.outermost(target);
        boolean isMessage = root.isAssignableTo(Command.class) || root.isAssignableTo(Event.class);
        return (isMessage || LENT.containsKey(root.getName()))
                && ARROWS.getOrDefault(from, Set.of()).contains(to);
    }

    private static String room(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith("org.larum.domain.") ? name.substring("org.larum.domain.".length()) : "";
    }

    /** Rule 5. */
    @Test
    void noRoomOfTheDomainKnowsItselfThroughAnother() {
        slices().matching("org.larum.domain.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), assignableTo(Identifier.class))
                .because("a cycle makes one room of two; ids are only names")
                .check(Code.SHIPPED);
    }

    /** Words and tools that may be named from anywhere, and one reader of all rooms; each with its reason. */
    private static final Map<String, String> OUTSIDE_OF_CYCLES = Map.of(
            "org.larum.app.security.Permit", "every route declares it",
            "org.larum.app.security.Permission", "every route declares it",
            "org.larum.app.security.Vault", "seals; it knows nobody",
            "org.larum.app.problem.ProblemAdvice", "translates the refusals of every room, once");

    @ParameterizedTest
    @ValueSource(strings = {"projections", "notifiers", "app"})
    void noRoomOfTheOthersKnowsItselfThroughAnother(String module) {
        var excepted = new DescribedPredicate<JavaClass>("are outside of cycles") {
            @Override
            public boolean test(JavaClass type) {
                return OUTSIDE_OF_CYCLES.containsKey(Code.outermost(type).getName());
            }
        };
        slices().matching("org.larum." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), excepted)
                .ignoreDependency(excepted, alwaysTrue())
                .because("a cycle makes one room of two")
                .check(Code.SHIPPED);
    }

    /** Rule 6. */
    @Test
    void projectionsAndNotifiersDoNotMeetAndNobodyKnowsTheApp() {
        noClasses()
                .that()
                .resideInAPackage("org.larum.projections..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.larum.notifiers..", "org.larum.app..")
                .because("what shows must not depend on what tells")
                .check(Code.SHIPPED);
        noClasses()
                .that()
                .resideInAPackage("org.larum.notifiers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.larum.projections..", "org.larum.app..")
                .because("a page must go out also when every projection is gone")
                .check(Code.SHIPPED);
        noClasses()
                .that()
                .resideInAPackage("org.larum.projections..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Command.class)
                .because("a projection answers; it never acts")
                .check(Code.SHIPPED);
    }

    @Test
    void reportsAreWrittenInOnePlaceAndKnowNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.larum.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.poi..", "com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.batik..")
                .because("what writes files is large, and one module can be looked through")
                .check(Code.SHIPPED);
        noClasses()
                .that()
                .resideInAPackage("org.larum.reports..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are of another module") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("org.larum.")
                                && !type.getPackageName().startsWith("org.larum.reports");
                    }
                })
                .because("a report is words and numbers, whoever gives them")
                .check(Code.SHIPPED);
    }

    /** Rule 7. */
    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() throws IOException {
        var packages = Code.SHIPPED.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(35);
        for (var name : packages) {
            assertThat(nullMarked(name)).as(name + " is null-marked").isTrue();
        }
        var files = Code.sources("package-info.java");
        assertThat(files).hasSizeGreaterThanOrEqualTo(packages.size());
        for (var file : files) {
            assertThat(Files.readString(file)).as(file + " says a sentence").matches("(?s)/\\*\\*.+\\.\\s.*\\*/.*");
        }
    }

    private static boolean nullMarked(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Rule 8. */
    @Test
    void nobodyReadsTheClockOrMakesIdsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.larum.app.config")
                .should(new ArchCondition<>("read the clock or draw an id") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var call : type.getMethodCallsFromSelf()) {
                            var owner = call.getTargetOwner();
                            var method = call.getName();
                            boolean isClock = (owner.getPackageName().equals("java.time") && method.equals("now"))
                                    || (owner.getName().equals("java.time.Clock") && method.startsWith("system"))
                                    || (owner.getName().equals("java.lang.System")
                                            && method.equals("currentTimeMillis"))
                                    || (owner.getName().equals("java.util.UUID") && method.equals("randomUUID"));
                            if (isClock) {
                                events.add(SimpleConditionEvent.satisfied(type, call.getDescription()));
                            }
                        }
                    }
                })
                .because("stories wind time by hand, and ids must be the same on every node")
                .check(Code.SHIPPED);
    }

    /** Rule 9. What only sounds like an answer. */
    private static final Map<String, String> NO_VIEWS =
            Map.of("org.larum.app.api.config.ConfigView", "writes the organisation back as its file");

    @Test
    void messagesViewsAndIdsAreRecords() {
        var leaf = new DescribedPredicate<JavaClass>("are not an interface or an enum") {
            @Override
            public boolean test(JavaClass type) {
                return !type.isInterface() && !type.isEnum() && !NO_VIEWS.containsKey(type.getName());
            }
        };
        classes()
                .that(assignableTo(Command.class)
                        .or(assignableTo(Event.class))
                        .or(assignableTo(Identifier.class))
                        .or(queries())
                        .or(simpleNameEndingWith("View"))
                        .or(simpleNameEndingWith("Payload")))
                .and(leaf)
                .should()
                .beRecords()
                .because("what is said is a value: it is equal to itself, and nobody changes it")
                .check(Code.SHIPPED);
    }

    private static DescribedPredicate<JavaClass> queries() {
        return new DescribedPredicate<>("are a query") {
            @Override
            public boolean test(JavaClass type) {
                return Code.outermost(type).getSimpleName().endsWith("Query");
            }
        };
    }

    @Test
    void theRootsOfMessagesAreSealed() {
        var roots = Code.SHIPPED.stream()
                .filter(type -> type.isInterface() && type.isTopLevelClass())
                .filter(type -> type.getSimpleName().matches("\\w+(Command|Event|Query)"))
                .toList();
        assertThat(roots).hasSizeGreaterThanOrEqualTo(16);
        for (var root : roots) {
            assertThat(root.reflect().isSealed())
                    .as(root.getName() + " is sealed")
                    .isTrue();
        }
    }

    /** Rule 10. Foreign words, each with its reason. */
    private static final Map<String, String> FOREIGN_NAMES =
            Map.of("org.larum.app.compat.alertmanager.AlertmanagerStatus$VersionInfo", "Alertmanager calls it so");

    @Test
    void namesSayWhatThingsAreInTheBusiness() {
        noClasses()
                .that()
                .resideInAPackage("org.larum..")
                .and(DescribedPredicate.not(new DescribedPredicate<>("are the business noun Service") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getSimpleName().equals("Service")
                                || type.getSimpleName().equals("package-info")
                                || FOREIGN_NAMES.containsKey(type.getName());
                    }
                }))
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveNameMatching(".*(Helper|Util|Utils|Impl|Dto|Data|Info|Service|Base)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("such an ending says that nobody knew what it is")
                .check(Code.SHIPPED);
    }

    /** Rule 11. */
    @TestFactory
    List<DynamicTest> handlersAreFoundByTheirName() {
        return Map.<Class<? extends Annotation>, String>of(
                        CommandHandler.class, "decide",
                        EventSourcingHandler.class, "evolve",
                        SagaEventHandler.class, "on",
                        EventHandler.class, "on",
                        QueryHandler.class, "answer")
                .entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(
                        "@" + entry.getKey().getSimpleName() + " is on " + entry.getValue(),
                        () -> methods()
                                .that()
                                .areAnnotatedWith(entry.getKey())
                                .should()
                                .haveName(entry.getValue())
                                .because("who looks for what decides looks for decide")
                                .allowEmptyShould(true)
                                .check(Code.SHIPPED)))
                .toList();
    }

    @Test
    void thereAreHandlersToFind() {
        var found = Code.SHIPPED.stream()
                .flatMap(type -> type.getMethods().stream())
                .toList();
        assertThat(found.stream().filter(method -> method.isAnnotatedWith(CommandHandler.class)))
                .hasSizeGreaterThan(30);
        assertThat(found.stream().filter(method -> method.isAnnotatedWith(EventSourcingHandler.class)))
                .hasSizeGreaterThan(25);
        assertThat(found.stream().filter(method -> method.isAnnotatedWith(SagaEventHandler.class)))
                .hasSizeGreaterThan(3);
    }

    /** Rule 12: public although nobody outside of the package names it, each with its reason. */
    private static final Map<String, String> PUBLIC_ALONE = Map.of(
            "org.larum.notifiers.delivery.Recording", "the app gives a method for it, and names no type",
            "org.larum.domain.correlation.Reach", "AlertCorrelated carries it",
            "org.larum.app.slo.SloClock", "stories let it look when they have wound the clock",
            "org.larum.app.suppression.SilenceReminders", "stories let it look when they have wound the clock");

    @Test
    void whatNobodyElseNeedsIsNotPublic() {
        var lonely = new TreeSet<String>();
        for (var type : Code.SHIPPED) {
            if (type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !isSaid(type)
                    && !isFoundBySpring(type)
                    && !isNamedElsewhere(type)) {
                lonely.add(type.getName());
            }
        }
        assertThat(lonely)
                .as("a room shows only what others need; all else can change without asking")
                .containsExactlyInAnyOrderElementsOf(PUBLIC_ALONE.keySet());
    }

    private static boolean isNamedElsewhere(JavaClass type) {
        return Code.SHIPPED.stream()
                .filter(part -> Code.outermost(part).equals(type))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
    }

    private static boolean isSaid(JavaClass type) {
        return type.isAssignableTo(Command.class)
                || type.isAssignableTo(Event.class)
                || type.isAssignableTo(Identifier.class)
                || type.getSimpleName().matches("\\w+(Query|View)");
    }

    private static boolean isFoundBySpring(JavaClass type) {
        return type.isMetaAnnotatedWith(RestController.class)
                || type.isMetaAnnotatedWith(RestControllerAdvice.class)
                || type.isMetaAnnotatedWith(Configuration.class);
    }
}
