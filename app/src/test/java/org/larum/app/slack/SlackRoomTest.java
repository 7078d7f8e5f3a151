package org.larum.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlackRoomTest {

    @Test
    void aRoomIsCalledByItsIncident() {
        assertThat(SlackRoom.name(1042, "7.2 % of Payments fail!")).isEqualTo("inc-1042-7-2-of-payments-fail");
        assertThat(SlackRoom.name(7, "Ошибка")).isEqualTo("inc-7");
        assertThat(SlackRoom.name(7, "a b".repeat(100))).matches("inc-7-[ab-]{1,53}[ab]");
        assertThat(SlackRoom.name(7, "<!channel> ../../x")).matches("[a-z0-9-]{1,60}");
    }
}
