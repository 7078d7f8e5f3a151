package org.larum.domain.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.Ending;
import org.larum.domain.shared.Command;
import org.larum.domain.shared.Link;

/** Everything that can be asked of the organisation. */
public sealed interface DirectoryCommand extends Command {

    /** Refused with {@code owned_by_file} when a file owns the entry and the origin is another. */
    record Define(@TargetAggregateIdentifier UUID entry, Definition definition, String origin)
            implements DirectoryCommand {

        @Override
        public UUID target() {
            return entry;
        }
    }

    /** {@code ending}: null when somebody took it away. */
    record Retire(
            @TargetAggregateIdentifier UUID entry,
            String origin,
            @Nullable Ending ending) implements DirectoryCommand {

        public Retire(UUID entry, String origin) {
            this(entry, origin, null);
        }

        @Override
        public UUID target() {
            return entry;
        }
    }

    /** Makes a person an administrator, also one whom a file describes. */
    record AppointAdministrator(@TargetAggregateIdentifier UUID entry) implements DirectoryCommand {

        @Override
        public UUID target() {
            return entry;
        }
    }

    /** Makes it the device of this person, whosever it was. */
    record RegisterDevice(@TargetAggregateIdentifier DeviceId device, PersonId person, Sealed subscription, Instant at)
            implements DirectoryCommand {

        @Override
        public UUID target() {
            return device.value();
        }
    }

    /** {@code gone}: its push service says so; otherwise its person wants it. */
    record RemoveDevice(@TargetAggregateIdentifier DeviceId device, boolean gone, Instant at)
            implements DirectoryCommand {

        @Override
        public UUID target() {
            return device.value();
        }
    }

    record RecordChange(
            @TargetAggregateIdentifier UUID change,
            IntegrationId integration,
            ServiceId service,
            String summary,
            @Nullable String source,
            List<Link> links,
            @Nullable UUID raw,
            Instant at)
            implements DirectoryCommand {

        @Override
        public UUID target() {
            return change;
        }
    }
}
