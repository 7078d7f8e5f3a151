package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.LINUS;
import static org.larum.domain.escalation.EscalationExamples.ADA_FIRST;
import static org.larum.domain.escalation.EscalationExamples.BOTH;
import static org.larum.domain.escalation.EscalationExamples.TURNS;
import static org.larum.domain.escalation.EscalationExamples.inTurn;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.app.TestDatabase;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.StreamCache.Grown;
import org.larum.domain.escalation.EscalationCommand.TakeTurn;
import org.larum.domain.escalation.EscalationEvent.TurnTaken;
import org.larum.domain.escalation.Responder;
import org.larum.domain.escalation.RoundRobin;
import org.larum.domain.escalation.RunId;
import org.larum.domain.shared.Monday;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An aggregate goes on from memory exactly as it would from its events. */
class RememberingIT {

    private static final List<Responder> PEOPLE =
            List.of(inTurn(ADA, "ada"), inTurn(GRACE, "grace"), inTurn(LINUS, "linus"));

    private final DataSource dataSource = TestDatabase.fresh();
    private final Node here = new Node(1);

    private final class Node {

        private final SpringTransactionManager transactions =
                new SpringTransactionManager(new JdbcTransactionManager(dataSource));
        private final EventLog log = new EventLog(
                new SpringDataSourceConnectionProvider(dataSource),
                transactions,
                new EventJson(),
                Upcasters.inOrder(),
                List.of());
        private final Commands commands;

        Node(int shortest) {
            var bus = SimpleCommandBus.builder().build();
            AggregateAnnotationCommandHandler.<RoundRobin>builder()
                    .aggregateType(RoundRobin.class)
                    .repository(new Remembering<>(RoundRobin.class, new LogStore(log), Node::none, shortest))
                    .commandTargetResolver(Commands.targets())
                    .build()
                    .subscribe(bus);
            commands = new Commands(bus, transactions, log::prefetch);
        }

        private static <T> Repository<T> none(Class<T> type) {
            throw new IllegalStateException("no aggregate asks for another");
        }

        void take(int run) {
            commands.send(turn(run));
        }

        @Nullable
        Grown remembered() {
            return log.cache().take(TURNS.toString());
        }
    }

    private static TakeTurn turn(int run) {
        return new TakeTurn(TURNS, RunId.of(INCIDENT, run), INCIDENT, ADA_FIRST, BOTH, PEOPLE, List.of(), Monday.at(0));
    }

    /** Whose turn it was, in order, as the log says. */
    private List<Integer> places() {
        return here.log.after(-1, 1000).stream()
                .map(event -> ((TurnTaken) event.getPayload()).place())
                .toList();
    }

    /** One after the other; who is first depends on the day. */
    private static List<Integer> round(int turns) {
        int first =
                Math.floorMod(LocalDate.ofInstant(Monday.at(0), ZoneOffset.UTC).toEpochDay(), PEOPLE.size());
        return IntStream.range(first, first + turns)
                .mapToObj(n -> n % PEOPLE.size())
                .toList();
    }

    @Test
    void itGoesOnWhereTheLastUnitOfWorkLeftIt() {
        IntStream.range(0, 5).forEach(here::take);
        assertThat(places()).isEqualTo(round(5));
        assertThat(here.remembered()).isNotNull().extracting(Grown::sequence).isEqualTo(4L);
    }

    @Test
    void aShortStreamIsNotWorthIt() {
        var there = new Node(3);
        there.take(0);
        there.take(1);
        assertThat(there.remembered()).isNull();
        there.take(2);
        assertThat(there.remembered()).isNotNull();
        assertThat(places()).isEqualTo(round(3));
    }

    @Test
    void whatIsAskedAgainChangesNothingAndIsStillRemembered() {
        here.take(0);
        here.take(1);
        here.take(1);
        assertThat(places()).isEqualTo(round(2));
        assertThat(here.remembered()).isNotNull().extracting(Grown::sequence).isEqualTo(1L);
    }

    @Test
    void whatAnotherNodeWroteInBetweenCounts() {
        var there = new Node(1);
        here.take(0);
        there.take(1);
        there.take(2);
        here.take(3);
        there.take(4);
        assertThat(places()).isEqualTo(round(5));
    }

    @Test
    void whatWasUndoneIsForgotten() {
        here.take(0);
        assertThatThrownBy(() -> here.commands.inOneUnit(() -> {
                    here.commands.within(Wishes.of(Map.of(), List.of(turn(1), turn(2))));
                    throw new IllegalStateException("of the test");
                }))
                .hasMessage("of the test");
        assertThat(here.remembered()).isNull();
        here.take(3);
        assertThat(places()).isEqualTo(round(2));
    }

    @Test
    void unitsOfWorkAtTheSameTimeDoNotShareOne() throws Exception {
        var there = new Node(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int n = 0; n < 40; n++) {
                int run = n;
                threads.submit(() -> (run % 2 == 0 ? here : there).take(run));
            }
        }
        assertThat(places()).isEqualTo(round(40));
    }
}
