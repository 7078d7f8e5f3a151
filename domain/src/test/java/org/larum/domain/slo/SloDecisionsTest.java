package org.larum.domain.slo;

import static org.larum.domain.slo.SloExamples.bucket;
import static org.larum.domain.slo.SloExamples.burned;
import static org.larum.domain.slo.SloExamples.calmed;
import static org.larum.domain.slo.SloExamples.judge;
import static org.larum.domain.slo.SloExamples.tell;
import static org.larum.domain.slo.SloExamples.told;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.larum.domain.slo.SloEvent.BudgetCalmed;

class SloDecisionsTest {

    private final FixtureConfiguration<BudgetWatch> watch = new AggregateTestFixture<>(BudgetWatch.class);
    private final FixtureConfiguration<Tally> tally = new AggregateTestFixture<>(Tally.class);

    @Test
    void aTurnIsToldOnceForEachAlarm() {
        watch.givenNoPriorActivity().when(judge(Alarm.FAST, true, 10)).expectEvents(burned());
        watch.given(burned()).when(judge(Alarm.FAST, true, 11)).expectNoEvents();
        watch.given(burned()).when(judge(Alarm.SLOW, true, 11)).expectEvents(burned(Alarm.SLOW, 11));
        watch.given(burned())
                .when(judge(Alarm.FAST, false, 70))
                .expectEvents(new BudgetCalmed(
                        burned().watch(),
                        burned().slo(),
                        "checkout-up",
                        burned().service(),
                        Alarm.FAST,
                        0.08,
                        Monday.at(70)));
        watch.given(burned(), calmed()).when(judge(Alarm.FAST, false, 71)).expectNoEvents();
        watch.given(burned(), calmed()).when(judge(Alarm.FAST, true, 90)).expectEvents(burned(Alarm.FAST, 90));
    }

    @Test
    void whatIsCountedAgainChangesNothingAndOtherwiseReplaces() {
        tally.givenNoPriorActivity()
                .when(tell(2, bucket(0, 990, 1000), bucket(1, 1000, 1000)))
                .expectEvents(told());
        tally.given(told()).when(tell(3, bucket(0, 990, 1000))).expectNoEvents();
        tally.given(told())
                .when(tell(3, bucket(0, 990, 1000), bucket(1, 999, 1000), bucket(2, 5, 5)))
                .expectEvents(told(3, bucket(1, 999, 1000), bucket(2, 5, 5)));
    }

    @Test
    void whatCannotHaveBeenCountedIsRefused() {
        refused(bucket(0, 1001, 1000));
        refused(bucket(0, -1, 1000));
        refused(bucket(0, -2, -1));
        refused(bucket(0, 1, Long.MAX_VALUE));
        refused(bucket(3, 1, 1));
        refused(bucket(-91 * 1440, 1, 1));
        refused(new Bucket(Monday.at(0), Monday.at(0), 1, 1));
        refused(new Bucket(Monday.at(0), Monday.at(-1), 1, 1));
        refused(new Bucket(Monday.at(0).plusSeconds(1), Monday.at(1), 1, 1));
        refused(new Bucket(Monday.at(-30), Monday.at(1), 1, 1));
        refused(new Bucket(Instant.MIN.plusSeconds(86_400), Monday.at(0), 1, 1));
        tally.given(told())
                .when(tell(5, new Bucket(Monday.at(-60), Monday.at(0), 1, 1)))
                .expectSuccessfulHandlerExecution();
        tally.given(told())
                .when(tell(5, new Bucket(Monday.at(1), Monday.at(5), 1, 1), bucket(2, 1, 1)))
                .expectException(Refusal.class);
    }

    private void refused(Bucket bucket) {
        tally.given(told()).when(tell(1, bucket)).expectNoEvents().expectException(Refusal.class);
    }
}
