package org.larum.notifiers.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.delivery.Briefing.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chooses what is sent now and commits that before anybody is called. What is too much for a person is held, or goes together; what is
 * most urgent goes first.
 */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final int LOOKED_AT = 2000;
    private static final int WEIGHED = 500;
    private static final int EACH = 4;

    private final AttemptTable table;
    private final Briefing briefing;
    private final Supplier<PersonLimits> limits;
    private final TransactionTemplate transactions;

    Claims(AttemptTable table, Briefing briefing, Supplier<PersonLimits> limits, TransactionTemplate transactions) {
        this.table = table;
        this.briefing = briefing;
        this.limits = limits;
        this.transactions = transactions;
    }

    /** Once before the channels are gone through. */
    void weigh() {
        var unweighed = table.unweighed(WEIGHED);
        if (!unweighed.isEmpty()) {
            var urgencies = new LinkedHashMap<IncidentId, Urgency>();
            unweighed.forEach(incident -> urgencies.put(incident, urgency(incident)));
            table.weigh(urgencies);
        }
    }

    /** One of which nothing can be known holds up no other: its attempt tells what is wrong. */
    private Urgency urgency(IncidentId incident) {
        try {
            return briefing.urgency(incident);
        } catch (RuntimeException e) {
            LOG.warn("nobody knows how urgent incident {} is; it is taken for critical", incident, e);
            return new Urgency(Urgency.CRITICAL, incident.value());
        }
    }

    /** @return at most so many messages, each a list of what goes together */
    List<List<Attempt>> claim(ChannelKind channel, int most) {
        return transactions.execute(status -> {
            table.choosing(channel);
            return choose(channel, most);
        });
    }

    private List<List<Attempt>> choose(ChannelKind channel, int most) {
        var byRecipient = table.due(channel, LOOKED_AT, EACH).stream()
                .collect(Collectors.groupingBy(
                        due -> due.attempt().recipient(), LinkedHashMap::new, Collectors.toList()));
        if (byRecipient.isEmpty()) {
            return List.of();
        }
        var now = table.now();
        var limited = limits.get().of(channel);
        var longest = limited.stream().map(Limit::within).max(Duration::compareTo);
        Map<UUID, List<Earlier>> earlier = longest.map(
                        within -> table.earlier(channel, byRecipient.keySet(), now.minus(within)))
                .orElse(Map.of());
        var claimed = new ArrayList<List<Attempt>>();
        byRecipient.forEach((recipient, due) -> {
            var told = earlier.getOrDefault(recipient, List.of());
            var passage = new Turnstile(limited, told, now).pass(due);
            if (!passage.held().isEmpty()) {
                table.hold(passage.held(), passage.until());
            }
            passage.messages().stream()
                    .limit(Math.min(EACH - due.getFirst().underWay(), most - claimed.size()))
                    .forEach(message -> {
                        table.take(message, LEASE);
                        claimed.add(message.stream().map(Due::attempt).toList());
                    });
        });
        return claimed;
    }
}
