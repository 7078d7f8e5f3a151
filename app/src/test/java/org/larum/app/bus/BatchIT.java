package org.larum.app.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.larum.app.RunningServer;
import org.larum.app.alert.AlertDesk;
import org.larum.app.eventstore.LogStore;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Detection.About;
import org.larum.app.intake.Detection.Action;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.domain.directory.Definition.Step;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.escalation.EscalationCommand.StartEscalation;
import org.larum.domain.escalation.EscalationEvent.StepScheduled;
import org.larum.domain.escalation.EscalationPlan;
import org.larum.domain.escalation.RunId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many commands share a unit of work. One that fails takes nothing of the others with it, and leaves nothing behind. */
class BatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** No moment is so much later: the event before it is published, the timer cannot be set. */
    private static final Duration TOO_LONG = Duration.ofSeconds(Long.MAX_VALUE);

    private static final IntegrationId SHOP = IntegrationId.of("shop");
    private static final String DIALECT = "of the batch test";

    /** The doors refuse it: the database cannot keep it. */
    private static final String BAD = "bad \0 key";

    @RegisterExtension
    private static final RunningServer SERVER = new RunningServer();

    /** A command of the test: sets a timer, and may be refused after that. */
    private record SetTimer(RunId run, boolean isRefused) implements Command {

        @Override
        public UUID target() {
            return run.value();
        }
    }

    private static boolean handle(SetTimer c) {
        var incident = IncidentId.of(c.target(), 1);
        var event = new StepScheduled(c.run(), incident, null, 1, Duration.ofHours(1), Monday.at(60));
        SERVER.bean(LogStore.class)
                .publish(List.of(
                        new GenericDomainEventMessage<>("EscalationRun", c.run().toString(), 0, event)));
        if (c.isRefused()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "of_the_test", "Refused after its event was published.");
        }
        return true;
    }

    @Test
    void aCommandThatIsRefusedLeavesNoEventAndNoTimerAndTheOthersAreCommitted() {
        var runs = runs("refused");
        var bus = SERVER.bean(CommandBus.class);
        var commands = SERVER.bean(Commands.class);
        var refused = new ArrayList<Command>();
        var wishes = Wishes.of(
                Map.of(),
                IntStream.range(0, 3)
                        .mapToObj(n -> new SetTimer(runs.get(n), n == 1))
                        .toList());
        bus.subscribe(SetTimer.class.getName(), message -> handle((SetTimer) message.getPayload()));
        commands.inOneUnit(() -> {
            commands.within(wishes, (wish, why) -> refused.add(wish.command()));
            return true;
        });
        assertThat(refused).containsExactly(new SetTimer(runs.get(1), true));
        assertThat(runs).map(BatchIT::events).containsExactly(1, 0, 1);
        assertThat(runs).map(BatchIT::timer).containsExactly("1, failed 0", "none", "1, failed 0");
    }

    @Test
    void aTimerWhoseStepFailsIsPutBackAloneAndTheOthersOfItsBatchGoOn() {
        var runs = runs("due");
        var commands = SERVER.bean(Commands.class);
        commands.send(
                Map.of(),
                List.of(start(runs.get(0), MINUTE), start(runs.get(1), TOO_LONG), start(runs.get(2), MINUTE)));
        assertThat(runs).map(BatchIT::steps).containsOnly(1);
        SERVER.jdbc()
                .sql("update escalation_timers set due_at = larum_now() where run = any(?)")
                .param(runs.stream().map(RunId::value).toArray(UUID[]::new))
                .update();
        await("the others go on")
                .atMost(PATIENCE)
                .until(() -> timer(runs.get(0)).equals("2, failed 0")
                        && timer(runs.get(2)).equals("2, failed 0"));
        await("the failed one is put back")
                .atMost(PATIENCE)
                .until(() -> timer(runs.get(1)).matches("1, failed [1-9]"));
        assertThat(runs).map(BatchIT::steps).containsExactly(2, 1, 2);
    }

    /** Nobody is asked in either step; what counts is the wait after the second. */
    private static StartEscalation start(RunId run, Duration second) {
        var plan = new EscalationPlan(List.of(new Step(List.of(), MINUTE), new Step(List.of(), second)), 0);
        return new StartEscalation(
                run, IncidentId.of(run.value(), 1), 1, null, plan, null, Monday.NINE, Severity.HIGH, null);
    }

    @Test
    void aRequestThatCannotBeFiledFailsAloneAndTheOthersOfItsBatchAreFiled() {
        var good = IntStream.range(0, 12).mapToObj(n -> "good-" + n).toList();
        var transactions = new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class));
        var answers = transactions.execute(status -> {
            // While this holds the log, the lanes wait with their first batch, and all others queue up behind it.
            SERVER.jdbc().sql("select pg_advisory_xact_lock(42)").query().listOfRows();
            return Stream.of(good.subList(0, 6), List.of(BAD), good.subList(6, 12))
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(key -> key, BatchIT::accept));
        });
        await("an answer to each")
                .atMost(PATIENCE)
                .until(() -> answers.values().stream().allMatch(CompletableFuture::isDone));
        answers.values().removeIf(answer -> !answer.isCompletedExceptionally());
        assertThat(answers).containsOnlyKeys(BAD);
        assertThat(SERVER.jdbc()
                        .sql("""
                        select i.key from alert_identities i join event e on e.aggregate_id = i.alert and e.sequence = 0
                        where i.integration = ? and i.count = 1""")
                        .param(SHOP.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(good);
        assertThat(SERVER.jdbc()
                        .sql("select count(*) from raw_bodies where dialect = ?")
                        .param(DIALECT)
                        .query(Integer.class)
                        .single())
                .isEqualTo(good.size());
    }

    private static CompletableFuture<?> accept(String key) {
        var sender = new Sender(SHOP, "shop", "native", ServiceId.of("checkout"));
        var detection =
                new Detection(key, Action.TRIGGER, Severity.LOW, "It fails", About.NOTHING, null, Instant.EPOCH, null);
        return SERVER.bean(AlertDesk.class)
                .accept(sender, new RawRequest(DIALECT, key.getBytes(StandardCharsets.UTF_8)), List.of(detection))
                .toFuture();
    }

    private static List<RunId> runs(String word) {
        return IntStream.range(0, 3)
                .mapToObj(n ->
                        RunId.of(IncidentId.of(UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8)), n), 1))
                .toList();
    }

    private static int steps(RunId run) {
        return SERVER.jdbc()
                .sql("select count(*) from event where aggregate_id = ? and name = 'escalation.StepReached'")
                .param(run.value())
                .query(Integer.class)
                .single();
    }

    private static int events(RunId run) {
        return SERVER.jdbc()
                .sql("select count(*) from event where aggregate_id = ?")
                .param(run.value())
                .query(Integer.class)
                .single();
    }

    /** Which timer is set and how often it failed. */
    private static String timer(RunId run) {
        return SERVER.jdbc()
                .sql("select timer || ', failed ' || failures from escalation_timers where run = ?")
                .param(run.value())
                .query(String.class)
                .optional()
                .orElse("none");
    }
}
