package org.larum.domain.status;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Event;

/** Everything that can happen to the status page. */
public sealed interface StatusEvent extends Event {

    /** What a notice says of one service. */
    record Affected(ServiceId service, ComponentState state) {}

    /** When a maintenance is meant to begin and to end. */
    record Planned(Instant from, Instant until) {}

    /** One thing that is said: it replaces the state, the components and the plan of what was said before. */
    record Post(
            NoticeState state,
            String text,
            List<Affected> affected,
            @Nullable Planned planned) {}

    @Revision("1")
    record NoticePublished(
            NoticeId notice,
            NoticeKind kind,
            Visibility visibility,
            String title,
            Post post,
            @Nullable IncidentId incident,
            Actor by,
            Instant at)
            implements StatusEvent {}

    @Revision("1")
    record NoticeUpdated(NoticeId notice, Post post, Actor by, Instant at) implements StatusEvent {}

    /** Gone from every page. */
    @Revision("1")
    record NoticeWithdrawn(NoticeId notice, Actor by, Instant at) implements StatusEvent {}

    @Revision("1")
    record ComponentShown(
            ComponentId component,
            ServiceId service,
            String name,
            @Nullable String group,
            int place,
            Actor by,
            Instant at)
            implements StatusEvent {}

    @Revision("1")
    record ComponentHidden(ComponentId component, ServiceId service, Actor by, Instant at) implements StatusEvent {}
}
