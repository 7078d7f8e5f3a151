package org.larum.domain.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.Weighing.Past;
import org.larum.domain.incident.Weighing.Stake;

/**
 * How much an incident matters, worked out of what is known of it: 100 is the most. What is not known adds nothing and takes
 * nothing: the others then stand for the whole. {@code parts} add up to the score.
 */
public record PriorityRating(Priority priority, int score, List<Part> parts) {

    /** From this score on; below the last it is P5. */
    private static final int P1 = 80;

    private static final int P2 = 60;
    private static final int P3 = 40;
    private static final int P4 = 20;

    /** Users, alerts and services are counted by their magnitude: the first thousand matter more than the next. */
    private static final double MOST_USERS = 1_000_000;

    private static final double MOST_ALERTS = 1000;
    private static final double MOST_SERVICES = 20;
    private static final double MOST_MINUTES = 240;

    /** One consideration: so many points of at most so many, and why, as a sentence. Not known: 0 of 0. */
    public record Part(String name, int points, int most, String sentence) {}

    /** {@code share}: from 0 to 1; null when it is not known. */
    private record Consideration(
            String name, int weight, @Nullable Double share, String sentence) {}

    public static PriorityRating of(Weighing of, PriorityWeights weights) {
        var parts = parts(Stream.of(
                        severity(of, weights.severity()),
                        business(of.stake(), weights.business()),
                        users(of.stake(), weights.users()),
                        history(of.past(), weights.history()),
                        effort(of, weights.effort()))
                .filter(one -> one.weight() > 0)
                .toList());
        int score = parts.stream().mapToInt(Part::points).sum();
        return new PriorityRating(priority(score), score, parts);
    }

    private static Priority priority(int score) {
        if (score >= P1) {
            return Priority.P1;
        }
        if (score >= P2) {
            return Priority.P2;
        }
        if (score >= P3) {
            return Priority.P3;
        }
        return score >= P4 ? Priority.P4 : Priority.P5;
    }

    private static List<Part> parts(List<Consideration> considered) {
        double known = considered.stream()
                .filter(one -> one.share() != null)
                .mapToInt(Consideration::weight)
                .sum();
        var parts = new ArrayList<Part>();
        double points = 0;
        double most = 0;
        for (var one : considered) {
            var share = one.share();
            if (share == null) {
                parts.add(new Part(one.name(), 0, 0, one.sentence()));
                continue;
            }
            double weight = one.weight() * 100 / known;
            // Rounded as they add up, so that the parts of the whole are the whole.
            parts.add(new Part(
                    one.name(), step(points, points + weight * share), step(most, most + weight), one.sentence()));
            points += weight * share;
            most += weight;
        }
        return List.copyOf(parts);
    }

    private static int step(double from, double to) {
        return (int) (Math.round(to) - Math.round(from));
    }

    private static Consideration severity(Weighing of, int weight) {
        double share = ofFour(of.severity().mark());
        var word = of.severity().name().toLowerCase(Locale.ROOT);
        return new Consideration("severity", weight, share, "The fault itself is " + word + ".");
    }

    private static Consideration business(@Nullable Stake stake, int weight) {
        if (stake == null) {
            return new Consideration("business", weight, null, "Nobody described the service, so this does not count.");
        }
        var tier = stake.tier();
        int mark = Math.min(mark(stake.criticality()), tier == null ? 4 : Math.clamp(tier, 1, 4));
        var sentence = "The service is of " + stake.criticality() + " criticality"
                + (tier == null ? "." : ", in tier " + tier + ".");
        return new Consideration("business", weight, ofFour(mark), sentence);
    }

    /** Words that are not known, of files of before they were checked, are taken as medium. */
    private static int mark(String criticality) {
        return switch (criticality) {
            case "critical" -> 1;
            case "high" -> 2;
            case "low" -> 4;
            default -> 3;
        };
    }

    /** The worst of four is all of it, the mildest a tenth. */
    private static double ofFour(int mark) {
        return 1.3 - 0.3 * mark;
    }

    private static Consideration users(@Nullable Stake stake, int weight) {
        var users = stake == null ? null : stake.users();
        if (users == null) {
            return new Consideration(
                    "users", weight, null, "Nobody wrote down how many use the service, so this does not count.");
        }
        var sentence = users == 1
                ? "One person uses the service."
                : String.format(Locale.ROOT, "%,d people use the service.", users);
        return new Consideration("users", weight, magnitude(users + 1.0, MOST_USERS), sentence);
    }

    private static Consideration history(@Nullable Past past, int weight) {
        if (past == null) {
            return new Consideration(
                    "history", weight, null, "No incident of the service has ended yet, so this does not count.");
        }
        double minutes = past.median().toSeconds() / 60.0;
        var sentence = past.incidents() == 1
                ? "The one incident of the service before took " + spoken(minutes) + "."
                : "Half of the last " + past.incidents() + " incidents of the service took at least " + spoken(minutes)
                        + ".";
        return new Consideration("history", weight, Math.clamp(minutes / MOST_MINUTES, 0, 1), sentence);
    }

    private static String spoken(double minutes) {
        long whole = Math.max(0, Math.round(minutes));
        if (whole < 1) {
            return "less than a minute";
        }
        return whole < 120 ? whole + " min" : Math.round(whole / 60.0) + " h";
    }

    private static Consideration effort(Weighing of, int weight) {
        double share = Math.max(magnitude(of.alerts(), MOST_ALERTS), magnitude(of.services(), MOST_SERVICES));
        var sentence = counted(of.alerts(), "alert") + " of " + counted(of.services(), "service") + " to look after.";
        return new Consideration("effort", weight, share, sentence);
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : String.format(Locale.ROOT, "%,d %ss", count, what);
    }

    /** 0 for one or none, 1 for the most, by the logarithm between. */
    private static double magnitude(double count, double most) {
        return count <= 1 ? 0 : Math.min(1, Math.log(count) / Math.log(most));
    }
}
