package org.larum.app.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.larum.app.beat.Beat;
import org.larum.app.bus.Commands;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.PersonId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.postmortem.PostmortemCommand.RemindAction;
import org.larum.domain.postmortem.PostmortemId;
import org.larum.domain.shared.Time;
import org.larum.projections.postmortem.ActionTable.Overdue;
import org.larum.projections.postmortem.PostmortemAnswers;
import org.larum.projections.postmortem.PostmortemQuery.OverdueActions;
import org.larum.projections.postmortem.PostmortemQuery.WantedDrafts;

/**
 * Drafts what is wanted, once the timeline has been read that far, and reminds of what is late, in the morning of whoever has it. Every
 * node looks; the review takes a draft once and reminds once a day, so that neither a second node nor a rebuild repeats anything.
 */
public final class ReviewClock {

    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Where the day begins first. */
    private static final ZoneOffset EASTMOST = ZoneOffset.ofHours(14);

    /** Nobody is woken by it, and nobody reads it among the mails of the night. */
    private static final int MORNING = 9;

    private final PostmortemAnswers answers;
    private final Freshness freshness;
    private final Drafting drafting;
    private final Commands commands;
    private final RuleBook rules;
    private final Time time;
    private final Beat beat = new Beat("review-clock", EVERY, this::look);

    public ReviewClock(
            PostmortemAnswers answers,
            Freshness freshness,
            Drafting drafting,
            Commands commands,
            RuleBook rules,
            Time time) {
        this.answers = answers;
        this.freshness = freshness;
        this.drafting = drafting;
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
        long read = freshness.position("projection-timeline");
        answers.answer(new WantedDrafts(read))
                .forEach(incident -> beat.alone("drafting a review", () -> drafting.draft(new IncidentId(incident))));
        var now = time.now();
        var before = now.atOffset(EASTMOST).toLocalDate();
        answers.answer(new OverdueActions(before)).forEach(action -> remind(action, now));
    }

    private void remind(Overdue action, Instant now) {
        today(new PersonId(action.owner()), now)
                .filter(day -> action.due().isBefore(day))
                .filter(day -> action.reminded() == null || action.reminded().isBefore(day))
                .ifPresent(day -> beat.alone(
                        "reminding of an action",
                        () -> commands.send(
                                new RemindAction(new PostmortemId(action.postmortem()), action.action(), day, now))));
    }

    /** The day where the person is, once its morning has come; empty for whoever has left: others find the action in the list. */
    private Optional<LocalDate> today(PersonId owner, Instant now) {
        return rules.now()
                .person(owner)
                .map(Person::timeZone)
                .map(zone -> now.atZone(ZoneId.of(zone)))
                .filter(there -> there.getHour() >= MORNING)
                .map(there -> there.toLocalDate());
    }
}
