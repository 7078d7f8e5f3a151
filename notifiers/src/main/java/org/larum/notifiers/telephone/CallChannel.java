package org.larum.notifiers.telephone;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Time;
import org.larum.notifiers.channel.Channel;
import org.larum.notifiers.channel.Destination.Telephone;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.OutboundHttp;
import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.GiveUp;

/** One call that says what is the matter, three times, and takes a key for an answer. */
public final class CallChannel implements Channel {

    /** Longer, and the voice mail of most networks has picked up. */
    private static final int RINGS_SECONDS = 25;

    private static final int WAITS_SECONDS = 6;
    private static final int TIMES = 3;

    private final TwilioCall twilio;

    public CallChannel(OutboundHttp http, Time time) {
        this.twilio = new TwilioCall(http, time);
    }

    CallChannel(OutboundHttp http, Time time, Duration timeout) {
        this.twilio = new TwilioCall(http, time, timeout);
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.CALL;
    }

    /** Twilio is not asked for a call before: it tells neither for what one was, nor apart from the next of the same minute. */
    @Override
    public SendOutcome send(Message message) {
        if (!(message.to() instanceof Telephone telephone)) {
            return new GiveUp("This is not a telephone.");
        }
        var account = telephone.account();
        return twilio.make(account, client -> {
            var creator = Call.creator(
                            new PhoneNumber(telephone.number()),
                            new PhoneNumber(account.voice()),
                            new Twiml(script(Wording.spoken(message.content()), telephone.answer())))
                    .setTimeout(RINGS_SECONDS)
                    .setMachineDetection("Enable");
            if (telephone.status() != null) {
                creator.setStatusCallback(
                                telephone.status().resolve(message.id().toString()))
                        .setStatusCallbackEvent(List.of("completed"));
            }
            return creator.create(client).getSid();
        });
    }

    /** @param answer where a key goes; without it the call can only be heard */
    static String script(String text, @Nullable URI answer) {
        var response =
                new VoiceResponse.Builder().pause(new Pause.Builder().length(1).build());
        for (int i = 0; i < TIMES; i++) {
            if (answer == null) {
                response.say(new Say.Builder(text).build());
            } else {
                response.gather(new Gather.Builder()
                        .numDigits(1)
                        .timeout(WAITS_SECONDS)
                        .action(answer)
                        .say(new Say.Builder(text + " Press 1 to acknowledge. Press 2 if it is not for you.").build())
                        .build());
            }
        }
        return response.say(new Say.Builder("Goodbye.").build()).build().toXml();
    }
}
