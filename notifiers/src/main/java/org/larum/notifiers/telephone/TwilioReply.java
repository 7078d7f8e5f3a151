package org.larum.notifiers.telephone;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.messaging.Message;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Say;

/** What Twilio is told to say next. */
public final class TwilioReply {

    private static final String CHOICES = "Press 1 to acknowledge. Press 2 if it is not for you.";
    private static final int WAITS_SECONDS = 10;

    private TwilioReply() {}

    public static String spoken(String text) {
        return new VoiceResponse.Builder()
                .say(new Say.Builder(text).build())
                .build()
                .toXml();
    }

    /** @param action where the next key goes */
    public static String again(String action) {
        return new VoiceResponse.Builder()
                .gather(new Gather.Builder()
                        .numDigits(1)
                        .timeout(WAITS_SECONDS)
                        .action(action)
                        .say(new Say.Builder(CHOICES).build())
                        .build())
                .say(new Say.Builder("Goodbye.").build())
                .build()
                .toXml();
    }

    /** In one message, whatever the text is. */
    public static String written(String text) {
        return new MessagingResponse.Builder()
                .message(new Message.Builder(GsmText.cut(GsmText.of(text), GsmText.MOST)).build())
                .build()
                .toXml();
    }

    public static String nothing() {
        return new MessagingResponse.Builder().build().toXml();
    }
}
