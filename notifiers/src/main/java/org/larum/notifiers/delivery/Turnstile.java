package org.larum.notifiers.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.larum.domain.notification.NotificationKind;

/**
 * What one person is told now of all that is due: each thing by itself while there is room, the rest as one message, and what there is no
 * room for later. What is critical about a service of which they have not heard may take the place that is kept for it.
 */
final class Turnstile {

    /** What somebody was told of longer ago does not count as known to them. */
    static final Duration LATELY = Duration.ofMinutes(15);

    /** More would take longer to write down than the lease of an attempt. */
    static final int MOST_TOGETHER = 1000;

    private final List<Limit> limits;
    private final List<Earlier> told;
    private final Instant now;

    Turnstile(List<Limit> limits, List<Earlier> told, Instant now) {
        this.limits = limits;
        this.told = told;
        this.now = now;
    }

    /** {@code messages}: each is a list of what goes together; {@code held}: what waits {@code until} then. */
    record Passage(List<List<Due>> messages, List<Due> held, Instant until) {}

    /** @param due the most urgent first */
    Passage pass(List<Due> due) {
        var messages = new ArrayList<List<Due>>();
        var held = new ArrayList<Due>();
        due.stream().filter(one -> one.attempt().incident() == null).forEach(one -> messages.add(List.of(one)));
        int room = room(false);
        for (var group : List.of(wanting(due, true), wanting(due, false))) {
            if (group.size() <= room) {
                group.forEach(one -> messages.add(List.of(one)));
                room -= group.size();
            } else if (room > 0) {
                group.stream().limit(room - 1L).forEach(one -> messages.add(List.of(one)));
                messages.add(group.stream().skip(room - 1L).limit(MOST_TOGETHER).toList());
                room = 0;
            } else {
                boolean isOpen = messages.size() < room(true);
                var news = group.stream()
                        .filter(one -> isOpen && isNew(one))
                        .limit(MOST_TOGETHER)
                        .toList();
                if (!news.isEmpty()) {
                    messages.add(news);
                }
                var gone = new HashSet<>(news);
                group.stream().filter(one -> !gone.contains(one)).forEach(held::add);
            }
        }
        return new Passage(List.copyOf(messages), List.copyOf(held), until());
    }

    /** Those that want something of their reader, or those that only let them know. */
    private static List<Due> wanting(List<Due> due, boolean something) {
        return due.stream()
                .filter(one -> one.attempt().incident() != null)
                .filter(one -> (one.attempt().kind() != NotificationKind.UPDATE) == something)
                .toList();
    }

    private boolean isNew(Due one) {
        var urgency = one.urgency();
        var incident = one.attempt().incident();
        return urgency != null
                && one.isCritical()
                && one.attempt().kind() == NotificationKind.PAGE
                && within(LATELY)
                        .noneMatch(message ->
                                message.namedForAnother(urgency.service(), incident == null ? null : incident.value()));
    }

    /** How many messages may go now. */
    private int room(boolean forNews) {
        return limits.stream()
                .mapToInt(limit -> (forNews ? limit.withNews() : limit.usual())
                        - (int) within(limit.within()).count())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private Stream<Earlier> within(Duration time) {
        var since = now.minus(time);
        return told.stream().filter(message -> message.at().isAfter(since));
    }

    /** When there is room again for what is not new. */
    private Instant until() {
        return limits.stream()
                .flatMap(limit -> within(limit.within())
                        .map(Earlier::at)
                        .sorted(Comparator.reverseOrder())
                        .skip(limit.usual() - 1L)
                        .limit(1)
                        .map(at -> at.plus(limit.within())))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
