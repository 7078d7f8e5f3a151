package org.larum.projections.status;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.status.NoticeId;
import org.larum.domain.status.Visibility;
import org.larum.projections.shared.Page.Asked;

/** What can be asked about the status page. */
public sealed interface StatusQuery {

    /** The page as it is now; {@code audience} PRIVATE reads what is public too. */
    record StatusPage(Visibility audience, Instant now) implements StatusQuery {}

    /** What was said, newest first; {@code after}: the {@code next} of the page before. */
    record StatusHistory(Visibility audience, @Nullable UUID after) implements StatusQuery {}

    /** For those who publish, newest first. An empty set of states means all. */
    record Notices(Set<String> states, Asked asked) implements StatusQuery {}

    record OneNotice(UUID notice) implements StatusQuery {}

    /** One post of a notice, the first is 0, for those who are told of it by mail. */
    record News(NoticeId notice, int number) implements StatusQuery {}

    /** What is chosen for these services; those of which nothing was ever shown are left out. */
    record Components(Set<UUID> services) implements StatusQuery {}
}
