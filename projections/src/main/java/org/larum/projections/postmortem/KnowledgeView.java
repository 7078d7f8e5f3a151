package org.larum.projections.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;

/** What was learned from an incident, as it was published last. */
public record KnowledgeView(
        UUID postmortem,
        UUID incident,
        int number,
        String title,
        Named service,
        String solution,
        @Nullable String runbook,
        List<String> labels,
        Instant publishedAt) {}
