package org.larum.app.feedback;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.larum.app.beat.Beat;
import org.larum.app.bus.Commands;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.feedback.FeedbackCommand.AskQuarter;
import org.larum.domain.feedback.Quarter;
import org.larum.domain.shared.Time;
import org.larum.projections.feedback.FeedbackAnswers;
import org.larum.projections.feedback.FeedbackQuery.Unasked;

/**
 * Asks about the quarter that is over, on a weekday from ten in the morning where the person is, within its first two weeks. Every node
 * looks; a sheet is asked once, so that neither a second node nor a rebuild asks again.
 */
public final class QuarterClock {

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Nobody is woken by it, and nobody reads it among the mails of the night. */
    private static final int MORNING = 10;

    /** Whoever installs Larum in the middle of a quarter is not asked about months that nobody remembers. */
    private static final int DAYS = 14;

    private final FeedbackAnswers answers;
    private final Commands commands;
    private final RuleBook rules;
    private final Time time;
    private final Beat beat = new Beat("quarter-clock", EVERY, this::look);

    public QuarterClock(FeedbackAnswers answers, Commands commands, RuleBook rules, Time time) {
        this.answers = answers;
        this.commands = commands;
        this.rules = rules;
        this.time = time;
    }

    public void start() {
        beat.start();
    }

    public void stop() {
        beat.stop();
    }

    /** One look. */
    public void look() {
        var now = time.now();
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var over = Quarter.of(today).before();
        if (today.isBefore(over.next().first().plusDays(DAYS))) {
            answers.answer(new Unasked(over)).stream()
                    .filter(person -> isMorning(person, now))
                    .forEach(person -> beat.alone(
                            "asking one person", () -> commands.send(new AskQuarter(over, new PersonId(person), now))));
        }
    }

    /** Whoever has left is not asked. */
    private boolean isMorning(UUID person, Instant now) {
        return zone(person)
                .map(now::atZone)
                .filter(there ->
                        there.getHour() >= MORNING && there.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .isPresent();
    }

    private Optional<ZoneId> zone(UUID person) {
        return rules.now().person(new PersonId(person)).map(Person::timeZone).map(ZoneId::of);
    }
}
