package org.larum.domain.report;

import static org.larum.domain.report.ReportExamples.ADA;
import static org.larum.domain.report.ReportExamples.FROM;
import static org.larum.domain.report.ReportExamples.RUN;
import static org.larum.domain.report.ReportExamples.UNTIL;
import static org.larum.domain.report.ReportExamples.asked;
import static org.larum.domain.report.ReportExamples.begun;
import static org.larum.domain.report.ReportExamples.delivered;
import static org.larum.domain.report.ReportExamples.failed;
import static org.larum.domain.report.ReportExamples.finished;
import static org.larum.domain.report.ReportExamples.made;
import static org.larum.domain.report.ReportExamples.missed;
import static org.larum.domain.report.ReportExamples.postponed;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.report.ReportCommand.AskReport;
import org.larum.domain.report.ReportCommand.BeginDelivery;
import org.larum.domain.report.ReportCommand.FinishReport;
import org.larum.domain.report.ReportCommand.MakeFile;
import org.larum.domain.report.ReportCommand.MissDelivery;
import org.larum.domain.report.ReportCommand.NoteDelivered;
import org.larum.domain.report.ReportCommand.PostponeDelivery;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;

class ReportRunTest {

    private final FixtureConfiguration<ReportRun> report = new AggregateTestFixture<>(ReportRun.class);

    private static AskReport ask() {
        return new AskReport(RUN, DirectoryExamples.report(), FROM, UNTIL, true, Actor.LARUM, Monday.at(0));
    }

    private static BeginDelivery begin() {
        return new BeginDelivery(RUN, ADA, Monday.at(2));
    }

    @Test
    void twoNodesThatAskAtOnceMakeOne() {
        report.givenNoPriorActivity().when(ask()).expectEvents(asked());
        report.given(asked()).when(ask()).expectNoEvents();
    }

    @Test
    void fileIsMadeOnce() {
        var make = new MakeFile(RUN, made().format(), made().size(), made().digest(), Monday.at(1));
        report.given(asked()).when(make).expectEvents(made());
        report.given(asked(), made()).when(make).expectNoEvents();
    }

    @Test
    void mailThatIsBegunIsBegunByNobodyElse() {
        report.given(asked(), made()).when(begin()).expectEvents(begun(1));
        report.given(asked(), made(), begun(1)).when(begin()).expectException(Refusal.class);
        report.given(asked(), made(), begun(1), delivered()).when(begin()).expectException(Refusal.class);
        report.given(asked(), failed()).when(begin()).expectException(Refusal.class);
    }

    @Test
    void mailThatWasNotTakenIsBegunAgain() {
        var postpone =
                new PostponeDelivery(RUN, ADA, postponed().reason(), postponed().until(), Monday.at(3));
        report.given(asked(), begun(1)).when(postpone).expectEvents(postponed());
        report.given(asked(), begun(1), postponed()).when(begin()).expectEvents(begun(2));
        report.given(asked(), begun(1), delivered()).when(postpone).expectNoEvents();
    }

    @Test
    void whatBecameOfMailIsNotedOnce() {
        var note = new NoteDelivered(RUN, ADA, Monday.at(3));
        var miss = new MissDelivery(RUN, ADA, missed().reason(), Monday.at(3));
        report.given(asked(), begun(1)).when(note).expectEvents(delivered());
        report.given(asked(), begun(1), missed()).when(note).expectNoEvents();
        report.given(asked()).when(miss).expectEvents(missed());
        report.given(asked(), begun(1), delivered()).when(miss).expectNoEvents();
    }

    @Test
    void whatIsOverStaysSo() {
        var finish = new FinishReport(RUN, Monday.at(4));
        report.given(asked(), made()).when(finish).expectEvents(finished());
        report.given(asked(), finished()).when(finish).expectNoEvents();
        report.given(asked(), failed()).when(finish).expectNoEvents();
    }
}
