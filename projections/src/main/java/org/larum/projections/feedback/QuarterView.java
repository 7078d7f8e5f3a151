package org.larum.projections.feedback;

import java.time.Instant;
import java.util.List;
import org.larum.projections.feedback.IncidentFeedbackView.SurveyLine;

/** What the reader is asked about a quarter, such as 2026-Q4, with the answers that they have given. */
public record QuarterView(String quarter, Instant askedAt, List<SurveyLine> questions) {}
