package org.larum.notifiers.telephone;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.larum.notifiers.channel.Secret;

/** Whether a request comes from Twilio: signed with the token of the account over its address and its form. */
public final class TwilioSignature {

    private TwilioSignature() {}

    /** @param url the public address that Twilio was given, with its query */
    public static boolean isBy(Secret token, String url, Map<String, String> form, String signature) {
        return new RequestValidator(token.value()).validate(url, form, signature);
    }
}
