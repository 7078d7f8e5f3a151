package org.larum.bench.crash;

/**
 * One message as it arrived.
 *
 * @param id of the notification: equal ids are copies of one
 * @param service that the incident is of; each has one incident in a run
 * @param to "first" and "second" are the webhooks of the two steps, "ada" and "grace" their people
 * @param kind as in {@code incident.page}; a mail is always a page here
 */
record Received(String id, String service, String to, String kind, long nanos) {

    static final String PAGE = "incident.page";
    static final String TRIGGERED = "incident.triggered";
    static final String ACKNOWLEDGED = "incident.acknowledged";

    boolean isPage() {
        return kind.equals(PAGE);
    }
}
