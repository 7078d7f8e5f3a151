package org.larum.app.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.directory.PersonId;

class DoNotDisturbViewTest {

    private static DoNotDisturbView view(String zone, String now) {
        var ada = new Person(PersonId.of("ada"), "ada", DirectoryExamples.sealed("Ada"), null, zone, false);
        return DoNotDisturbView.of(ada, DirectoryExamples.shop(), Instant.parse(now));
    }

    @Test
    void theMorningIsTheNextEightOClockWhereThePersonLives() {
        assertThat(view("Europe/Berlin", "2026-03-26T02:00:00Z").morning()).isEqualTo("2026-03-26T07:00:00Z");
        assertThat(view("Europe/Berlin", "2026-03-26T07:00:00Z").morning()).isEqualTo("2026-03-27T07:00:00Z");
        assertThat(view("Europe/Berlin", "2026-03-28T22:00:00Z").morning()).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(view("America/New_York", "2026-03-26T02:00:00Z").morning()).isEqualTo("2026-03-26T12:00:00Z");
    }

    @Test
    void aMorningThatIsMoreThanADayAwayIsNotOffered() {
        assertThat(view("Europe/Berlin", "2026-10-24T06:00:01Z").morning()).isNull();
        assertThat(view("Europe/Berlin", "2026-10-24T07:00:00Z").morning()).isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void whatComesThroughIsSaidWhileItHolds() {
        var until = Instant.parse("2026-03-26T03:00:00Z");
        var now = until.minusSeconds(60);
        var resting = DirectoryExamples.restingShop(until);
        var held = DoNotDisturbView.of(DirectoryExamples.ada(), resting, now);
        assertThat(held.until()).isEqualTo(until);
        assertThat(held.except()).isEqualTo(List.of("critical"));
        assertThat(view("UTC", "2026-03-26T02:59:00Z").until()).isNull();
    }
}
