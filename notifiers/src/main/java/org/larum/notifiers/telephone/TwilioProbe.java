package org.larum.notifiers.telephone;

import com.twilio.rest.api.v2010.Account;
import java.time.Duration;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Destination.TwilioAccount;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.Probe;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** Fetches the account: Twilio answers, takes the token, and has not suspended it. */
public final class TwilioProbe implements Probe<TwilioAccount> {

    private static final String ACTIVE = "active";

    private final TwilioCall twilio;

    public TwilioProbe(OutboundHttp http, Time time) {
        this.twilio = new TwilioCall(http, time);
    }

    TwilioProbe(OutboundHttp http, Time time, Duration timeout) {
        this.twilio = new TwilioCall(http, time, timeout);
    }

    @Override
    public SendOutcome probe(TwilioAccount account) {
        var outcome = twilio.make(
                account,
                client -> Account.fetcher(account.account())
                        .fetch(client)
                        .getStatus()
                        .toString());
        return switch (outcome) {
            case Accepted(var status) when ACTIVE.equals(status) -> new Accepted("the account is active");
            case Accepted(var status) -> new GiveUp("Twilio says that the account is " + status + ".");
            // No message was on its way: nothing is unknown.
            case TryLater later
            when later.unknown() -> new TryLater("Twilio gave no answer that can be read.", false, later.retryAfter());
            default -> outcome;
        };
    }
}
