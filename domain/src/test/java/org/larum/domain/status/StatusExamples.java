package org.larum.domain.status;

import static org.larum.domain.directory.DirectoryExamples.BY_ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;
import static org.larum.domain.directory.DirectoryExamples.SEARCH;
import static org.larum.domain.incident.IncidentExamples.INCIDENT;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.Monday;
import org.larum.domain.status.StatusCommand.PublishNotice;
import org.larum.domain.status.StatusCommand.ShowComponent;
import org.larum.domain.status.StatusCommand.UpdateNotice;
import org.larum.domain.status.StatusEvent.Affected;
import org.larum.domain.status.StatusEvent.ComponentHidden;
import org.larum.domain.status.StatusEvent.ComponentShown;
import org.larum.domain.status.StatusEvent.NoticePublished;
import org.larum.domain.status.StatusEvent.NoticeUpdated;
import org.larum.domain.status.StatusEvent.NoticeWithdrawn;
import org.larum.domain.status.StatusEvent.Planned;
import org.larum.domain.status.StatusEvent.Post;

/** Paying fails on Monday morning, Ada says so, and a maintenance is announced. */
public final class StatusExamples {

    public static final NoticeId PAYING = new NoticeId(UUID.fromString("019ab000-0000-7000-8000-000000000001"));
    public static final NoticeId UPGRADE = new NoticeId(UUID.fromString("019ab000-0000-7000-8000-000000000002"));
    public static final ComponentId CHECKOUT_SHOWN = ComponentId.of(CHECKOUT);

    private StatusExamples() {}

    public static Post post(NoticeState state, String text, ComponentState checkout) {
        return new Post(state, text, List.of(new Affected(CHECKOUT, checkout)), null);
    }

    public static Post investigating() {
        return post(NoticeState.INVESTIGATING, "One payment in ten fails.", ComponentState.PARTIAL_OUTAGE);
    }

    public static Post monitoring() {
        return post(NoticeState.MONITORING, "Payments work again, slowly.", ComponentState.DEGRADED);
    }

    public static Post resolved() {
        return post(NoticeState.RESOLVED, "Payments work.", ComponentState.OPERATIONAL);
    }

    public static Post planned(NoticeState state) {
        return new Post(
                state,
                "Search is upgraded.",
                List.of(new Affected(SEARCH, ComponentState.UNDER_MAINTENANCE)),
                new Planned(Monday.at(600), Monday.at(660)));
    }

    public static PublishNotice publish(Post post) {
        return new PublishNotice(
                PAYING,
                NoticeKind.INCIDENT,
                Visibility.PUBLIC,
                "Paying fails for some",
                post,
                INCIDENT,
                BY_ADA,
                Monday.NINE);
    }

    public static NoticePublished published() {
        return new NoticePublished(
                PAYING,
                NoticeKind.INCIDENT,
                Visibility.PUBLIC,
                "Paying fails for some",
                investigating(),
                INCIDENT,
                BY_ADA,
                Monday.NINE);
    }

    public static NoticePublished announced(Visibility visibility) {
        return new NoticePublished(
                UPGRADE,
                NoticeKind.MAINTENANCE,
                visibility,
                "Search is upgraded",
                planned(NoticeState.SCHEDULED),
                null,
                BY_ADA,
                Monday.at(1));
    }

    public static UpdateNotice update(Post post, int minute) {
        return new UpdateNotice(PAYING, post, BY_ADA, Monday.at(minute));
    }

    public static NoticeUpdated updated(Post post, int minute) {
        return new NoticeUpdated(PAYING, post, BY_ADA, Monday.at(minute));
    }

    public static NoticeWithdrawn withdrawn(int minute) {
        return new NoticeWithdrawn(PAYING, BY_ADA, Monday.at(minute));
    }

    public static ShowComponent show(String name, @Nullable String group, int place) {
        return new ShowComponent(CHECKOUT_SHOWN, CHECKOUT, name, group, place, BY_ADA, Monday.NINE);
    }

    public static ComponentShown shown() {
        return new ComponentShown(CHECKOUT_SHOWN, CHECKOUT, "Paying", "Shop", 10, BY_ADA, Monday.NINE);
    }

    public static ComponentHidden hidden(int minute) {
        return new ComponentHidden(CHECKOUT_SHOWN, CHECKOUT, BY_ADA, Monday.at(minute));
    }
}
