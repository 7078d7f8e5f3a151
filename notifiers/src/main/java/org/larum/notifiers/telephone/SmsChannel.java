package org.larum.notifiers.telephone;

import com.twilio.rest.api.v2010.account.Message.RiskCheck;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Telephone;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;

/** One text message of 160 letters, which can be answered by a digit. */
public final class SmsChannel implements Channel {

    /** What comes hours later would wake somebody for nothing: the next way has been gone by then. */
    private static final int VALID_SECONDS = 1800;

    private final TwilioCall twilio;

    public SmsChannel(OutboundHttp http, Time time) {
        this.twilio = new TwilioCall(http, time);
    }

    SmsChannel(OutboundHttp http, Time time, Duration timeout) {
        this.twilio = new TwilioCall(http, time, timeout);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Telephone telephone)) {
            return new GiveUp("This is not a telephone.");
        }
        var account = telephone.account();
        return twilio.make(account, client -> {
            var creator = com.twilio.rest.api.v2010.account.Message.creator(
                            new PhoneNumber(telephone.number()),
                            new PhoneNumber(account.from()),
                            Wording.written(message.content()))
                    .setValidityPeriod(VALID_SECONDS)
                    .setRiskCheck(RiskCheck.DISABLE);
            if (telephone.status() != null) {
                creator.setStatusCallback(
                        telephone.status().resolve(message.id().toString()));
            }
            return creator.create(client).getSid();
        });
    }
}
