package org.larum.app.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AfterOutageTest {

    private boolean isAway;
    private boolean waits = true;
    private int sentOn;
    private int sentBack;

    private final AfterOutage outage = new AfterOutage(
            () -> {
                if (isAway) {
                    throw new IllegalStateException("away");
                }
            },
            () -> List.of(new AfterOutage.Reader() {
                @Override
                public boolean waits() {
                    return waits;
                }

                @Override
                public void goOn() {
                    sentOn++;
                }

                @Override
                public void goBack() {
                    sentBack++;
                }
            }));

    @Test
    void whoeverWaitsForAnotherReasonIsLeftAlone() {
        outage.look();
        assertThat(sentOn).isZero();
    }

    @Test
    void whoeverWaitsWhenTheDatabaseIsBackIsSentOn() {
        isAway = true;
        outage.look();
        assertThat(sentOn).isZero();
        isAway = false;
        outage.look();
        assertThat(sentOn).isEqualTo(1);
    }

    @Test
    void whoeverReadsIsSentBackOnceForEachOutage() {
        outage.look();
        assertThat(sentBack).isZero();
        isAway = true;
        outage.look();
        outage.look();
        isAway = false;
        outage.look();
        outage.look();
        assertThat(sentBack).isEqualTo(1);
    }

    @Test
    void whoeverFailsAMomentLaterIsSentOnAsWell() {
        isAway = true;
        waits = false;
        outage.look();
        isAway = false;
        outage.look();
        waits = true;
        outage.look();
        assertThat(sentOn).isEqualTo(1);
    }

    @Test
    void whoeverFailsLongAfterItHasAnotherReason() {
        isAway = true;
        outage.look();
        isAway = false;
        for (int n = 0; n < 100; n++) {
            outage.look();
        }
        assertThat(sentOn).isEqualTo(40);
    }
}
