package org.larum.domain.directory;

import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.CHECKOUT;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.DirectoryEvent.Ending;
import org.larum.domain.directory.DirectoryEvent.Retired;
import org.larum.domain.directory.Rule.Correlation;
import org.larum.domain.directory.Rule.Flapping;
import org.larum.domain.directory.Rule.Hold;
import org.larum.domain.directory.Rule.Inhibition;
import org.larum.domain.directory.Rule.KnownIssue;
import org.larum.domain.directory.Rule.Maintenance;
import org.larum.domain.directory.Rule.Repeat;
import org.larum.domain.directory.Rule.Silence;
import org.larum.domain.directory.Rule.Span;
import org.larum.domain.directory.Rule.Threshold;
import org.larum.domain.directory.Rule.Window;
import org.larum.domain.shared.Monday;

/** One rule of each kind. In these tests a condition is met by an alert whose host, severity or summary it is. */
public final class RuleExamples {

    private RuleExamples() {}

    public static RuleId id(String kind) {
        return RuleId.of(kind, "one");
    }

    /** From nine to ten. */
    public static Silence silence() {
        return new Silence(
                id("silences"), "one", 100, "cart-1", new Span(Monday.NINE, Monday.at(60)), "Cart is moved", ADA);
    }

    public static Maintenance maintenance() {
        return new Maintenance(
                id("maintenance"), "one", 100, List.of(CHECKOUT), null, window(Repeat.WEEKLY), "New disks");
    }

    /** On Monday from nine to ten in London. */
    public static Window window(Repeat repeat) {
        return new Window(Monday.NINE, Monday.at(60), repeat, "Europe/London");
    }

    public static KnownIssue knownIssue(@Nullable String ticket) {
        return knownIssue(ticket, null);
    }

    /** Worked on in an incident. */
    public static KnownIssue knownIssue(@Nullable String ticket, @Nullable UUID incident) {
        return new KnownIssue(
                id("knownIssues"),
                "one",
                100,
                "cart-1",
                new Span(null, null),
                "The disk is on order",
                ticket,
                incident);
    }

    /** The known issue ends with the incident in which it was worked on. */
    public static Retired ended(UUID incident) {
        var issue = knownIssue("OPS-7", incident);
        return new Retired(
                issue.id().value(), "KnownIssue", issue.word(), "incident", new Ending(incident, Monday.at(8)));
    }

    public static Inhibition inhibition() {
        return new Inhibition(id("inhibitions"), "one", 100, "critical", "cart-1", List.of("labels.host"));
    }

    public static Flapping flapping() {
        return new Flapping(id("flapping"), "one", 100, "cart-1", 2, Duration.ofMinutes(40));
    }

    public static Threshold threshold() {
        return new Threshold(id("thresholds"), "one", 100, "cart-1", 3, Duration.ofMinutes(5));
    }

    public static Hold hold() {
        return new Hold(id("holds"), "one", 100, "cart-1", Duration.ofSeconds(90));
    }

    public static Correlation correlation() {
        return new Correlation(id("correlation"), "one", 100, "cart-1", List.of("labels.host"), Duration.ofMinutes(10));
    }
}
