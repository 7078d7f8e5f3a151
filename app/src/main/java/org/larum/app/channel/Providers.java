package org.larum.app.channel;

import java.util.Optional;
import org.larum.app.delivery.LogBriefing;
import org.larum.notifiers.channel.Destination.MailServer;
import org.larum.notifiers.channel.Destination.TwilioAccount;
import org.larum.notifiers.channel.Probe;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;

/**
 * Asks the providers of the configuration whether they would take a message; nobody is told anything. A push service has nothing to be
 * asked, and a webhook may wake somebody.
 */
final class Providers {

    private final LogBriefing briefing;
    private final Probe<MailServer> mail;
    private final Probe<TwilioAccount> twilio;

    Providers(LogBriefing briefing, Probe<MailServer> mail, Probe<TwilioAccount> twilio) {
        this.briefing = briefing;
        this.mail = mail;
        this.twilio = twilio;
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
            default -> Optional.empty();
        };
    }
}
