package org.larum.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.larum.app.bus.Idempotency;
import org.larum.app.security.Permit;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.function.server.RouterFunction;

/** Every way into the server says whom it lets in. */
class RoutesTest {

    private static List<JavaMethod> routes() {
        return Code.SHIPPED.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();
    }

    @Test
    void everyRouteDeclaresItsPermission() {
        assertThat(routes()).hasSizeGreaterThanOrEqualTo(30);
        for (var route : routes()) {
            boolean isDeclared =
                    route.isAnnotatedWith(Permit.class) || route.getOwner().isAnnotatedWith(Permit.class);
            assertThat(isDeclared).as(route.getFullName() + " declares @Permit").isTrue();
        }
    }

    /** Writes that do not look at an Idempotency-Key, each with its reason. */
    private static final Map<String, String> WITHOUT_A_KEY = Map.ofEntries(
            Map.entry(
                    "SessionController.signIn",
                    "a second session harms nobody, and an answer with a cookie is not kept"),
            Map.entry("SessionController.signOut", "a second time there is nothing to end"),
            Map.entry("AnswerPage.answer", "a form in a browser; what is so already is not done again"),
            Map.entry("ParkedController.retry", "what a reader has already done is not done again"),
            Map.entry("ParkedController.retryMany", "the same"),
            Map.entry("SubscribePages.ask", "a form in a browser; a second time counts against the limit of mails"),
            Map.entry("SubscribePages.confirm", "a link confirms once"),
            Map.entry("SubscribePages.end", "a second time there is nobody to tell"),
            Map.entry("SubscriberController.remove", "a second time there is nobody to remove"),
            Map.entry("OperationController.rebuild", "it makes the same tables again, one rebuild at a time"),
            Map.entry(
                    "AttachmentController.upload",
                    "a second time is a second file, and what no note names is forgotten"),
            Map.entry("SimulationController.simulate", "it changes nothing"),
            Map.entry("PolicyController.preview", "it changes nothing"),
            Map.entry("TelephoneController.status", "the first word about a message counts"),
            Map.entry("TelephoneController.answer", "what is so already is not done again"),
            Map.entry("ReceiptController.shown", "the first word about a message counts"),
            Map.entry("ReceiptController.clicked", "the same"),
            Map.entry("SlackController.events", "the place of the message is the key"),
            Map.entry("SlackController.actions", "what Slack signed is taken once"),
            Map.entry("SlackController.commands", "the same"),
            Map.entry("TelephoneController.sms", "the name of the message is the key"),
            Map.entry("TemplateController.preview", "it changes nothing"),
            Map.entry("InboundController.take", "the name of the mail is the key"),
            Map.entry("ScheduleController.draft", "it changes nothing"),
            Map.entry("SignController.lookForImprovements", "what is seen twice is one item, and judged once"),
            Map.entry("TicketController.takeTickets", "the number of the ticket is the key"),
            Map.entry("TicketController.takeTicketsOfFile", "the same"),
            Map.entry("AttachmentController.forget", "a second time there is nothing to forget"));

    /** Doors whose detections and changes all go through the one unit of work that keeps the answer. */
    private static final String INTAKE = "org.larum.app.intake.Intake";

    private static final String CHANGES = "org.larum.app.intake.ChangeIntake";

    /** Acts on one incident, which it gives the key of their caller. */
    private static final String ACTING = "org.larum.app.api.incident.Acting";

    /** The same on a review. */
    private static final String WRITING = "org.larum.app.api.postmortem.Writing";

    @Test
    void everyWriteIsDoneOnceForAKeyOrSaysWhyNot() {
        var without = routes().stream()
                .filter(RoutesTest::isWrite)
                .filter(route -> !knows(route.getOwner(), Idempotency.class.getName())
                        && !knows(route.getOwner(), Idempotency.Write.class.getName())
                        && !knows(route.getOwner(), ACTING)
                        && !knows(route.getOwner(), WRITING)
                        && !knows(route.getOwner(), INTAKE)
                        && !knows(route.getOwner(), CHANGES))
                .map(RoutesTest::name)
                .toList();
        assertThat(WITHOUT_A_KEY.keySet()).containsAll(without);
        assertThat(routes().stream().filter(RoutesTest::isWrite).map(RoutesTest::name))
                .containsAll(WITHOUT_A_KEY.keySet())
                .hasSizeGreaterThanOrEqualTo(20);
    }

    private static boolean isWrite(JavaMethod route) {
        return Stream.of(PostMapping.class, PutMapping.class, DeleteMapping.class, PatchMapping.class)
                .anyMatch(route::isAnnotatedWith);
    }

    private static boolean knows(JavaClass owner, String type) {
        return owner.getDirectDependenciesFromSelf().stream()
                .anyMatch(use -> use.getTargetClass().getName().equals(type));
    }

    private static String name(JavaMethod route) {
        return route.getOwner().getSimpleName() + "." + route.getName();
    }

    @Test
    void thereIsNoOtherKindOfRoute() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RouterFunction.class)
                .because("permissions are read from the methods of controllers: another kind of route would have none")
                .check(Code.SHIPPED);
    }
}
