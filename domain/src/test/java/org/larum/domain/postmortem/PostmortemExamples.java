package org.larum.domain.postmortem;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.BY_GRACE;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.larum.domain.directory.PersonId;
import org.larum.domain.postmortem.PostmortemEvent.About;
import org.larum.domain.postmortem.PostmortemEvent.Action;
import org.larum.domain.postmortem.PostmortemEvent.ActionAdded;
import org.larum.domain.postmortem.PostmortemEvent.ActionChanged;
import org.larum.domain.postmortem.PostmortemEvent.ActionReminded;
import org.larum.domain.postmortem.PostmortemEvent.Outcome;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemAsked;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemDrafted;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemPublished;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemReopened;
import org.larum.domain.postmortem.PostmortemEvent.PostmortemWritten;
import org.larum.domain.postmortem.PostmortemEvent.ReviewRequested;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Monday;
import org.larum.domain.shared.Severity;

/** The disk of the checkout was full; Ada writes down why, Grace publishes it and has an action. */
public final class PostmortemExamples {

    public static final PostmortemId POSTMORTEM = PostmortemId.of(INCIDENT);
    public static final String TITLE = "A full disk stopped the checkout";
    public static final String TEXT = "The logs of a test filled it: [[event:7|the disk is full]].";
    public static final UUID ALARM = UUID.fromString("00000000-0000-7000-8000-0000000000e1");
    public static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    public static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    private PostmortemExamples() {}

    public static About about() {
        return new About(1001, CHECKOUT, Severity.CRITICAL, "Disk is full");
    }

    public static PostmortemAsked asked() {
        return asked(1, 30);
    }

    public static PostmortemAsked asked(int round, int minute) {
        return new PostmortemAsked(
                POSTMORTEM, INCIDENT, round, Cause.CRITICAL, about(), Actor.LARUM, Monday.at(minute));
    }

    public static PostmortemDrafted drafted() {
        return drafted(1, "## What happened", 31);
    }

    public static PostmortemDrafted drafted(int version, String text, int minute) {
        return new PostmortemDrafted(POSTMORTEM, INCIDENT, version, "Disk is full", text, SATURDAY, Monday.at(minute));
    }

    public static PostmortemWritten written() {
        return written(2, TEXT, 40);
    }

    public static PostmortemWritten written(int version, String text, int minute) {
        return new PostmortemWritten(POSTMORTEM, INCIDENT, version, TITLE, text, BY_ADA, Monday.at(minute));
    }

    public static ReviewRequested reviewRequested() {
        return new ReviewRequested(POSTMORTEM, INCIDENT, 2, BY_ADA, Monday.at(41));
    }

    public static Outcome outcome() {
        return new Outcome(
                "Delete the logs of the test, then restart the checkout",
                "https://wiki.example.com/disk",
                List.of("disk", "logs"));
    }

    public static PostmortemPublished published() {
        return new PostmortemPublished(POSTMORTEM, INCIDENT, 2, outcome(), BY_GRACE, Monday.at(50));
    }

    public static PostmortemReopened reopened() {
        return new PostmortemReopened(POSTMORTEM, INCIDENT, BY_GRACE, Monday.at(60));
    }

    public static Action alarm(PersonId owner, ActionState state) {
        return new Action(ALARM, "Warn when a disk is at 80 %", "a test disk at 81 % has warned", owner, FRIDAY, state);
    }

    public static ActionAdded added() {
        return new ActionAdded(POSTMORTEM, INCIDENT, alarm(GRACE, ActionState.PROPOSED), BY_ADA, Monday.at(45));
    }

    public static ActionChanged changed(ActionState state) {
        return new ActionChanged(POSTMORTEM, INCIDENT, alarm(ADA, state), BY_GRACE, Monday.at(46));
    }

    public static ActionReminded reminded(LocalDate day) {
        return new ActionReminded(POSTMORTEM, INCIDENT, 1001, alarm(GRACE, ActionState.PROPOSED), day, Monday.at(7000));
    }
}
