package org.larum.domain.incident;

/**
 * How much each consideration may add to the score of an incident, in proportion to the others; 0 leaves one out. By default they
 * add up to 100: half of it is what the fault does to the business, a third how bad the fault itself is.
 *
 * @param severity how bad the sender says it is
 * @param business how critical the service is, by its criticality and its tier
 * @param users how many people use the service
 * @param history how long incidents of the service take
 * @param effort how many alerts and services are involved
 */
public record PriorityWeights(int severity, int business, int users, int history, int effort) {

    public static final PriorityWeights USUAL = new PriorityWeights(35, 25, 20, 10, 10);

    private static final int MOST = 1000;

    public PriorityWeights {
        if (isOut(severity) || isOut(business) || isOut(users) || isOut(history) || isOut(effort)) {
            throw new IllegalArgumentException("a weight is a whole number from 0 to " + MOST);
        }
        if (severity == 0) {
            // The only one that is always known: without it there could be nothing to judge by.
            throw new IllegalArgumentException("the weight of the severity is at least 1");
        }
    }

    private static boolean isOut(int weight) {
        return weight < 0 || weight > MOST;
    }
}
