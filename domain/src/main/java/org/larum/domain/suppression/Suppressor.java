package org.larum.domain.suppression;

import org.larum.domain.directory.RuleId;

/** The rule that holds an alert back, in the version that did it, and its reason in words for people. */
public record Suppressor(SuppressionKind kind, RuleId rule, String word, int version, String reason) {}
