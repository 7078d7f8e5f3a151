package org.larum.domain.directory;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One that takes text messages. {@code countries}: how the numbers begin that it sends to, none for all; {@code spool}: the folder of
 * smstools. Where there is neither {@code http} nor {@code spool}, it is the account with Twilio.
 */
public record SmsGateway(
        String name,
        List<String> countries,
        @Nullable Http http,
        @Nullable String spool) {

    /** What takes them while the house has said no more than that it has an account. */
    static final SmsGateway TWILIO = new SmsGateway("twilio", List.of(), null, null);

    private static final int NOWHERE = -1;

    /**
     * {@code place}: where it is, as far as that may be read; {@code request}: the keyed fingerprint of what is sent to it, which lies in
     * the sealed table; {@code receipt}: where its answer says what it calls the message, null when its status says enough.
     */
    public record Http(
            String place, String request, @Nullable String receipt) {}

    public boolean viaTwilio() {
        return http == null && spool == null;
    }

    /** Those that send to this number: whoever names its beginning most closely first, then in the order of the house. */
    public static List<SmsGateway> to(String number, List<SmsGateway> all) {
        return all.stream()
                .filter(gateway -> gateway.fits(number) != NOWHERE)
                .sorted(Comparator.comparingInt((SmsGateway gateway) -> gateway.fits(number))
                        .reversed())
                .toList();
    }

    /** How much of the number it names. */
    private int fits(String number) {
        return countries.isEmpty()
                ? 0
                : countries.stream()
                        .filter(number::startsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(NOWHERE);
    }
}
