package org.larum.notifiers.telephone;

import com.twilio.rest.api.v2010.account.Message.RiskCheck;
import com.twilio.rest.api.v2010.account.Message.Status;
import com.twilio.type.PhoneNumber;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Destination.ByTwilio;
import org.larum.notifiers.channel.Message;
import org.larum.notifiers.channel.SendOutcome.Accepted;

/** A message by Twilio, which can be answered by a digit. */
final class TwilioSms {

    /** What comes hours later would wake somebody for nothing: the next way has been gone by then. */
    private static final int VALID_SECONDS = 1800;

    /** More than anybody is sent within the four attempts of one message. */
    private static final int NEWEST = 50;

    private static final Set<Status> LOST = EnumSet.of(Status.FAILED, Status.UNDELIVERED, Status.CANCELED);

    private final TwilioCall twilio;

    TwilioSms(TwilioCall twilio) {
        this.twilio = twilio;
    }

    /** @param words of the house; null for Larum's own */
    Tried take(ByTwilio gateway, String number, Message message, @Nullable String words) {
        var account = gateway.account();
        return twilio.attempt(account, client -> {
            var creator = com.twilio.rest.api.v2010.account.Message.creator(
                            new PhoneNumber(number), new PhoneNumber(account.from()), text(message, words))
                    .setValidityPeriod(VALID_SECONDS)
                    .setRiskCheck(RiskCheck.DISABLE);
            if (gateway.status() != null) {
                creator.setStatusCallback(gateway.status().resolve(message.id().toString()));
            }
            return creator.create(client).getSid();
        });
    }

    /**
     * The message as Twilio has it already; null when it has none, or does not say. Not asked by the day that it was sent: what still
     * waits at Twilio has none yet.
     */
    @Nullable
    Accepted find(ByTwilio gateway, String number, Message message, @Nullable String words) {
        var text = text(message, words);
        return twilio.ask(
                        gateway.account(),
                        client -> com.twilio.rest.api.v2010.account.Message.reader()
                                .setTo(new PhoneNumber(number))
                                .pageSize(NEWEST)
                                .firstPage(client)
                                .getRecords()
                                .stream()
                                // An account on trial writes words of its own in front.
                                .filter(one ->
                                        one.getBody() != null && one.getBody().endsWith(text))
                                .filter(one -> !LOST.contains(one.getStatus()))
                                .map(com.twilio.rest.api.v2010.account.Message::getSid)
                                .findFirst())
                .map(Accepted::new)
                .orElse(null);
    }

    /** Ends with a mark of its own: the same words may be sent again on purpose, as another message. */
    private static String text(Message message, @Nullable String words) {
        return Wording.answerable(message.content(), words, mark(message));
    }

    private static String mark(Message message) {
        var letters = Long.toString(message.id().value().getLeastSignificantBits() & 0xFFFFF, 32);
        return " #" + "0".repeat(4 - letters.length()) + letters;
    }
}
