package org.larum.domain.postmortem;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;
import static org.larum.domain.postmortem.PostmortemExamples.ALARM;
import static org.larum.domain.postmortem.PostmortemExamples.FRIDAY;
import static org.larum.domain.postmortem.PostmortemExamples.POSTMORTEM;
import static org.larum.domain.postmortem.PostmortemExamples.SATURDAY;
import static org.larum.domain.postmortem.PostmortemExamples.TEXT;
import static org.larum.domain.postmortem.PostmortemExamples.TITLE;
import static org.larum.domain.postmortem.PostmortemExamples.about;
import static org.larum.domain.postmortem.PostmortemExamples.added;
import static org.larum.domain.postmortem.PostmortemExamples.alarm;
import static org.larum.domain.postmortem.PostmortemExamples.asked;
import static org.larum.domain.postmortem.PostmortemExamples.changed;
import static org.larum.domain.postmortem.PostmortemExamples.drafted;
import static org.larum.domain.postmortem.PostmortemExamples.outcome;
import static org.larum.domain.postmortem.PostmortemExamples.published;
import static org.larum.domain.postmortem.PostmortemExamples.reminded;
import static org.larum.domain.postmortem.PostmortemExamples.reopened;
import static org.larum.domain.postmortem.PostmortemExamples.reviewRequested;
import static org.larum.domain.postmortem.PostmortemExamples.written;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.larum.domain.postmortem.PostmortemCommand.AddAction;
import org.larum.domain.postmortem.PostmortemCommand.AskPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.ChangeAction;
import org.larum.domain.postmortem.PostmortemCommand.DraftPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.PublishPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.RemindAction;
import org.larum.domain.postmortem.PostmortemCommand.ReopenPostmortem;
import org.larum.domain.postmortem.PostmortemCommand.RequestReview;
import org.larum.domain.postmortem.PostmortemCommand.WritePostmortem;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Refused;

class PostmortemTest {

    private final AggregateTestFixture<Postmortem> review = new AggregateTestFixture<>(Postmortem.class);

    private static AskPostmortem ask(Cause cause, Actor by, int minute) {
        return new AskPostmortem(POSTMORTEM, INCIDENT, cause, about(), by, Monday.at(minute));
    }

    private static DraftPostmortem draft(int round, String text) {
        return new DraftPostmortem(POSTMORTEM, round, "Disk is full", text, Monday.at(31));
    }

    private static WritePostmortem write(int basedOn, String text, Actor by) {
        return new WritePostmortem(POSTMORTEM, basedOn, TITLE, text, by, Monday.at(40));
    }

    @Nested
    class DraftIt {

        @Test
        void askedForTwiceItIsOne() {
            review.givenNoPriorActivity()
                    .when(ask(Cause.CRITICAL, Actor.LARUM, 30))
                    .expectEvents(asked());
            review.given(asked()).when(ask(Cause.CRITICAL, Actor.LARUM, 30)).expectNoEvents();
            review.given(asked(), drafted())
                    .when(ask(Cause.BY_HAND, BY_ADA, 35))
                    .expectNoEvents();
        }

        @Test
        void aRoundIsDraftedOnceAndOnTheDayThatFiveDaysAllow() {
            review.given(asked()).when(draft(1, "## What happened")).expectEvents(drafted());
            review.given(asked(), drafted()).when(draft(1, "Something else")).expectNoEvents();
            review.given(asked(), asked(2, 33)).when(draft(1, "Too early")).expectNoEvents();
        }

        @Test
        void whatNobodyHasTouchedIsDraftedAnewWhenItEndsAgain() {
            review.given(asked(), drafted())
                    .when(ask(Cause.CRITICAL, Actor.LARUM, 60))
                    .expectEvents(asked(2, 60));
            review.given(asked(), drafted(), asked(2, 60))
                    .when(draft(2, "With the second half"))
                    .expectEvents(drafted(2, "With the second half", 31));
        }

        @Test
        void whatPeopleWroteIsNotOverwritten() {
            review.given(asked(), drafted(), written())
                    .when(ask(Cause.CRITICAL, Actor.LARUM, 60))
                    .expectNoEvents();
            // They wrote between the second end and its draft.
            review.given(asked(), drafted(), asked(2, 60), written())
                    .when(draft(2, "Anew"))
                    .expectNoEvents();
            review.given(asked(), drafted(), published(), reopened())
                    .when(ask(Cause.MAJOR, Actor.LARUM, 90))
                    .expectNoEvents();
        }
    }

    @Nested
    class WriteIt {

        @Test
        void eachTextIsAVersion() {
            review.given(asked(), drafted()).when(write(1, TEXT, BY_ADA)).expectEvents(written());
        }

        @Test
        void whoWroteOnAnOldTextIsToldAndNothingIsLost() {
            review.given(asked(), drafted(), written())
                    .when(write(1, "Mine", BY_GRACE))
                    .expectNoEvents()
                    .expectException(Refused.with(Refusal.Kind.CONFLICT, PostmortemRefusal.WRITTEN_MEANWHILE));
        }

        @Test
        void theSameAgainIsNoVersionAndNoCollision() {
            review.given(asked(), drafted(), written())
                    .when(write(1, TEXT, BY_ADA))
                    .expectNoEvents();
        }

        @Test
        void beforeTheDraftAndAfterTheEndNobodyWrites() {
            review.given(asked())
                    .when(write(0, TEXT, BY_ADA))
                    .expectException(Refused.with(Refusal.Kind.CONFLICT, "postmortem_not_drafted"));
            review.given(asked(), drafted(), written(), published())
                    .when(write(2, "Better", BY_ADA))
                    .expectException(Refused.with(Refusal.Kind.CONFLICT, "postmortem_published"));
            review.given(asked(), drafted(), written(), published(), reopened())
                    .when(write(2, "Better", BY_ADA))
                    .expectEvents(written(3, "Better", 40));
        }
    }

    @Nested
    class PublishIt {

        @Test
        void othersReadItAndItIsPublishedAsTheyReadIt() {
            review.given(asked(), drafted(), written())
                    .when(new RequestReview(POSTMORTEM, BY_ADA, Monday.at(41)))
                    .expectEvents(reviewRequested());
            review.given(asked(), drafted(), written(), reviewRequested())
                    .when(new PublishPostmortem(POSTMORTEM, 2, outcome(), BY_GRACE, Monday.at(50)))
                    .expectEvents(published());
            review.given(asked(), drafted(), written(), reviewRequested(), written(3, "More", 42))
                    .when(new PublishPostmortem(POSTMORTEM, 2, outcome(), BY_GRACE, Monday.at(50)))
                    .expectException(Refused.with(Refusal.Kind.CONFLICT, PostmortemRefusal.WRITTEN_MEANWHILE));
        }

        @Test
        void itIsPublishedAndReopenedOnce() {
            review.given(asked(), drafted(), written(), published())
                    .when(new PublishPostmortem(POSTMORTEM, 2, outcome(), BY_GRACE, Monday.at(51)))
                    .expectNoEvents();
            review.given(asked(), drafted(), written(), published())
                    .when(new ReopenPostmortem(POSTMORTEM, BY_GRACE, Monday.at(60)))
                    .expectEvents(reopened());
            review.given(asked(), drafted(), written())
                    .when(new ReopenPostmortem(POSTMORTEM, BY_GRACE, Monday.at(60)))
                    .expectNoEvents();
        }
    }

    @Nested
    class DoWhatIsToBeDone {

        @Test
        void anActionIsAddedOnceAndChangedAlsoAfterPublishing() {
            var action = alarm(GRACE, ActionState.PROPOSED);
            review.given(asked(), drafted())
                    .when(new AddAction(POSTMORTEM, action, BY_ADA, Monday.at(45)))
                    .expectEvents(added());
            review.given(asked(), drafted(), added())
                    .when(new AddAction(POSTMORTEM, action, BY_ADA, Monday.at(46)))
                    .expectNoEvents();
            review.given(asked(), drafted(), added(), published())
                    .when(new ChangeAction(POSTMORTEM, alarm(ADA, ActionState.STARTED), BY_GRACE, Monday.at(46)))
                    .expectEvents(changed(ActionState.STARTED));
            review.given(asked(), drafted())
                    .when(new ChangeAction(POSTMORTEM, action, BY_GRACE, Monday.at(46)))
                    .expectException(Refused.with(Refusal.Kind.NOT_FOUND, "no_such_action"));
        }

        @Test
        void whoeverIsLateIsToldOnceADay() {
            review.given(asked(), drafted(), added()).when(remind(FRIDAY)).expectNoEvents();
            review.given(asked(), drafted(), added()).when(remind(SATURDAY)).expectEvents(reminded(SATURDAY));
            review.given(asked(), drafted(), added(), reminded(SATURDAY))
                    .when(remind(SATURDAY))
                    .expectNoEvents();
            review.given(asked(), drafted(), added(), reminded(SATURDAY))
                    .when(remind(SATURDAY.plusDays(1)))
                    .expectEvents(reminded(SATURDAY.plusDays(1)));
        }

        @Test
        void whatIsDoneIsNotAskedFor() {
            review.given(asked(), drafted(), added(), changed(ActionState.DONE))
                    .when(remind(SATURDAY))
                    .expectNoEvents();
        }

        private RemindAction remind(LocalDate day) {
            return new RemindAction(POSTMORTEM, ALARM, day, Monday.at(7000));
        }
    }
}
