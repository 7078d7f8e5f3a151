package org.larum.domain.shared;

import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;

/** What a fault is about: the service, the team that owned it then, and the part of it if the sender said so. */
public record Place(
        ServiceId service, @Nullable TeamId team, @Nullable String component) {}
