package org.larum.domain.status;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Command;
import org.larum.domain.status.StatusEvent.Post;

/** Everything that people can ask of the status page. Asking for what already is changes nothing. */
public sealed interface StatusCommand extends Command {

    /** {@code incident}: the one of ours that it is about; it is never shown outside. */
    record PublishNotice(
            @TargetAggregateIdentifier NoticeId notice,
            NoticeKind kind,
            Visibility visibility,
            String title,
            Post post,
            @Nullable IncidentId incident,
            Actor by,
            Instant at)
            implements StatusCommand {

        @Override
        public UUID target() {
            return notice.value();
        }
    }

    record UpdateNotice(@TargetAggregateIdentifier NoticeId notice, Post post, Actor by, Instant at)
            implements StatusCommand {

        @Override
        public UUID target() {
            return notice.value();
        }
    }

    /** It was published by mistake: nobody outside sees it any more; the log keeps it. */
    record WithdrawNotice(@TargetAggregateIdentifier NoticeId notice, Actor by, Instant at) implements StatusCommand {

        @Override
        public UUID target() {
            return notice.value();
        }
    }

    /** {@code name} and {@code group} are what the public reads; {@code place} orders them, smallest first. */
    record ShowComponent(
            @TargetAggregateIdentifier ComponentId component,
            ServiceId service,
            String name,
            @Nullable String group,
            int place,
            Actor by,
            Instant at)
            implements StatusCommand {

        @Override
        public UUID target() {
            return component.value();
        }
    }

    record HideComponent(@TargetAggregateIdentifier ComponentId component, Actor by, Instant at)
            implements StatusCommand {

        @Override
        public UUID target() {
            return component.value();
        }
    }
}
