package org.larum.app.channel;

import java.util.Optional;
import java.util.UUID;
import org.larum.app.delivery.Endpoints;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.rulebook.RuleBook;
import org.larum.notifiers.channel.Destination.Endpoint;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.TwilioAccount;
import org.larum.notifiers.channel.Probe;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;

/**
 * Asks the providers of the configuration whether they would take a message; nobody is told anything. A push service has nothing to be
 * asked, and a chat shows to people whatever it gets.
 */
final class Providers {

    private final LogBriefing briefing;
    private final Probe<MailServer> mail;
    private final Probe<TwilioAccount> twilio;
    private final Machines machines;

    Providers(LogBriefing briefing, Probe<MailServer> mail, Probe<TwilioAccount> twilio, Machines machines) {
        this.briefing = briefing;
        this.mail = mail;
        this.twilio = twilio;
        this.machines = machines;
    }

    /** What webhooks are asked with. */
    record Machines(Endpoints endpoints, RuleBook rules, Probe<Endpoint> ping) {

        SendOutcome ask(UUID webhook) {
            return endpoints
                    .find(webhook, rules.now())
                    .map(ping::probe)
                    .orElseGet(() -> new GiveUp("The secret of this webhook is lost. Apply the configuration again."));
        }
    }

    /** Empty when there is nothing to ask, or nobody. */
    Optional<SendOutcome> ask(HouseChannel channel) {
        if (!channel.askable()) {
            return Optional.empty();
        }
        return switch (channel.kind()) {
            case EMAIL -> briefing.mailServer().map(mail::probe);
            case SMS, CALL ->
                Optional.of(briefing.twilio()
                        .map(twilio::probe)
                        .orElseGet(() -> new GiveUp("The token of Twilio is lost. Apply the configuration again.")));
            case WEBHOOK -> Optional.of(machines.ask(UUID.fromString(channel.id())));
            default -> Optional.empty();
        };
    }
}
