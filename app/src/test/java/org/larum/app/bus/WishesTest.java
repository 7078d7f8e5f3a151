package org.larum.app.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.alert.AlertExamples.DISK;
import static org.larum.domain.alert.AlertExamples.SLOW;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.larum.app.bus.Wishes.Wish;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

class WishesTest {

    private static final Map<String, String> FIRST = Map.of("raw", "first");
    private static final Map<String, String> SECOND = Map.of("raw", "second");
    private static final Command ACKNOWLEDGE_DISK = new AcknowledgeAlert(DISK, BY_ADA, Monday.NINE);
    private static final Command ACKNOWLEDGE_SLOW = new AcknowledgeAlert(SLOW, BY_ADA, Monday.NINE);
    private static final Command RESOLVE_DISK = new ResolveAlert(DISK, BY_ADA, Monday.at(1));

    private final Wishes wishes = new Wishes();

    private static RepeatAlert repeat(AlertId alert, long count) {
        return new RepeatAlert(alert, Severity.LOW, "seen", count, false, Monday.NINE);
    }

    private void add(Command... commands) {
        for (var command : commands) {
            wishes.add(FIRST, command);
        }
    }

    private List<Command> commands() {
        return wishes.all().stream().map(Wish::command).toList();
    }

    @Test
    void whatCannotBeJoinedKeepsItsOrder() {
        add(ACKNOWLEDGE_DISK, ACKNOWLEDGE_SLOW, RESOLVE_DISK, ACKNOWLEDGE_DISK);
        assertThat(commands()).containsExactly(ACKNOWLEDGE_DISK, ACKNOWLEDGE_SLOW, RESOLVE_DISK, ACKNOWLEDGE_DISK);
    }

    @Test
    void repeatsOfOneAlertBecomeOneInThePlaceOfTheFirst() {
        add(repeat(DISK, 2), ACKNOWLEDGE_SLOW, repeat(DISK, 3), repeat(DISK, 4));
        assertThat(commands()).containsExactly(repeat(DISK, 4), ACKNOWLEDGE_SLOW);
    }

    @Test
    void repeatsOfTwoAlertsStayTwo() {
        add(repeat(DISK, 2), repeat(SLOW, 7), repeat(DISK, 3), repeat(SLOW, 8));
        assertThat(commands()).containsExactly(repeat(DISK, 3), repeat(SLOW, 8));
    }

    /** Joined with the first it would be decided before the acknowledgement that came before it. */
    @Test
    void onlyTheLastCommandOfATargetIsJoined() {
        add(repeat(DISK, 2), ACKNOWLEDGE_DISK, repeat(DISK, 3), repeat(DISK, 4));
        assertThat(commands()).containsExactly(repeat(DISK, 2), ACKNOWLEDGE_DISK, repeat(DISK, 4));
    }

    @Test
    void eachCommandKeepsWhatIsSaidBesideIt() {
        wishes.add(FIRST, ACKNOWLEDGE_DISK);
        wishes.add(SECOND, RESOLVE_DISK);
        assertThat(wishes.all()).containsExactly(new Wish(FIRST, ACKNOWLEDGE_DISK), new Wish(SECOND, RESOLVE_DISK));
    }

    @Test
    void aJoinedCommandHasTheMetadataOfTheLast() {
        wishes.add(FIRST, repeat(DISK, 2));
        wishes.add(SECOND, repeat(DISK, 3));
        assertThat(wishes.all()).containsExactly(new Wish(SECOND, repeat(DISK, 3)));
    }

    @Test
    void aListOfCommandsIsJoinedLikeSingleOnesAndSharesItsMetadata() {
        var all = Wishes.of(SECOND, List.of(repeat(DISK, 2), repeat(DISK, 3), ACKNOWLEDGE_SLOW))
                .all();
        assertThat(all).containsExactly(new Wish(SECOND, repeat(DISK, 3)), new Wish(SECOND, ACKNOWLEDGE_SLOW));
    }

    @Test
    void withoutACommandThereIsNothingToDo() {
        assertThat(wishes.isEmpty()).isTrue();
        add(ACKNOWLEDGE_DISK);
        assertThat(wishes.isEmpty()).isFalse();
    }
}
