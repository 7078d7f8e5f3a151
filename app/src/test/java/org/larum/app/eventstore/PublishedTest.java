package org.larum.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.larum.domain.alert.AlertExamples;
import org.larum.domain.incident.IncidentExamples;
import org.larum.domain.shared.Event;

class PublishedTest {

    private final DefaultUnitOfWork<?> root = unit();

    @AfterEach
    void end() {
        if (root.isActive()) {
            root.rollback();
        }
    }

    private static DefaultUnitOfWork<?> unit() {
        return DefaultUnitOfWork.startAndGet(new GenericMessage<>("unit"));
    }

    private static DomainEventMessage<?> message(String aggregate, int sequence, Event event) {
        return new GenericDomainEventMessage<>("Any", aggregate, sequence, event);
    }

    @Test
    void whatIsPublishedIsThereInOrderAndByAggregate() {
        var raised = message("a", 0, AlertExamples.raised());
        var noted = message("b", 4, IncidentExamples.noted());
        var attached = message("a", 1, AlertExamples.attached());
        Published.add(root, List.of(raised, noted));
        Published.add(root, List.of(attached));
        assertThat(Published.here().all())
                .containsExactly(AlertExamples.raised(), IncidentExamples.noted(), AlertExamples.attached());
        assertThat(Published.here().after(2)).containsExactly(AlertExamples.attached());
        assertThat(Published.here().of("a")).isEqualTo(List.of(raised, attached));
        assertThat(Published.here().of("c")).isEmpty();
    }

    /** One command of a batch fails alone: what it had published would else be there for the next that loads its aggregate. */
    @Test
    void whatAUnitOfWorkWithinHasPublishedGoesWithIt() {
        var raised = message("a", 0, AlertExamples.raised());
        Published.add(root, List.of(raised));
        var within = unit();
        Published.add(
                within, List.of(message("a", 1, AlertExamples.attached()), message("b", 0, IncidentExamples.noted())));
        assertThat(Published.here().size()).isEqualTo(3);
        within.rollback(new IllegalStateException("refused"));
        assertThat(Published.here().all()).containsExactly(AlertExamples.raised());
        assertThat(Published.here().of("a")).isEqualTo(List.of(raised));
        assertThat(Published.here().of("b")).isEmpty();
    }

    @Test
    void whatAUnitOfWorkWithinHasCommittedStays() {
        var within = unit();
        Published.add(within, List.of(message("a", 0, AlertExamples.raised())));
        within.commit();
        Published.add(root, List.of(message("a", 1, AlertExamples.attached())));
        assertThat(Published.here().all()).containsExactly(AlertExamples.raised(), AlertExamples.attached());
    }
}
