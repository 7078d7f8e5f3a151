package org.larum.app.channel;

import java.util.UUID;
import org.larum.app.bus.Commands;
import org.larum.app.delivery.WebhookTable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.domain.webhook.Failing;
import org.larum.domain.webhook.WebhookCommand.DisableWebhook;

/** Gives up on webhooks that nobody listens behind any more, and tells the administrators, once. */
final class WebhookWatch {

    private final WebhookTable table;
    private final RuleBook rules;
    private final Commands commands;
    private final OwnFaults faults;
    private final Link page;
    private final Time time;

    WebhookWatch(WebhookTable table, RuleBook rules, Commands commands, OwnFaults faults, Link page, Time time) {
        this.table = table;
        this.rules = rules;
        this.commands = commands;
        this.faults = faults;
        this.page = page;
        this.time = time;
    }

    void look() {
        var now = time.now();
        table.failing().forEach((webhook, failing) -> {
            if (failing.isHopeless(now) && table.disabled(webhook).isEmpty()) {
                disable(webhook, failing);
            }
        });
        table.untold().forEach(this::tell);
    }

    private void disable(UUID id, Failing failing) {
        rules.catchUp();
        var version = rules.latest(id).map(RuleBook.Version::number).orElse(0);
        rules.now().webhooks().stream()
                .filter(webhook -> webhook.id().value().equals(id))
                .map(webhook -> new DisableWebhook(webhook.id(), webhook.word(), version, failing, time.now()))
                .forEach(commands::send);
    }

    /** Told a second time, as after a crash, it is the same alert. */
    private void tell(WebhookTable.Untold one) {
        var webhook = one.webhook();
        var key = "webhook/" + webhook.webhook();
        if (one.isMended()) {
            faults.clear(key);
        } else {
            faults.raise(
                    key,
                    Severity.HIGH,
                    "The webhook " + webhook.word() + " is disabled and told nothing more: " + webhook.why()
                            + " What it would have been told stands in the outbox as not sent.",
                    page);
            // One thing is told once: that nobody answers there is said by it.
            faults.clear(Checks.key(webhook.webhook().toString()));
        }
        table.told(one);
    }
}
