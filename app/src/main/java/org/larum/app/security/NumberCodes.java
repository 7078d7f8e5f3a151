package org.larum.app.security;

import java.util.Locale;
import java.util.UUID;

/**
 * The code in a message that shows that a number is somebody's. It is computed from the message, when it is sent and when it is typed: it
 * is stored nowhere, and the log, which is kept for ever, holds only {@link #PLACE}.
 */
public final class NumberCodes {

    /** Where the code stands in the text. */
    public static final String PLACE = "{code}";

    private static final int CODES = 1_000_000;

    private final Vault vault;

    public NumberCodes(Vault vault) {
        this.vault = vault;
    }

    /** Six digits. */
    public String of(UUID message) {
        var print = vault.fingerprint("number-code", message.toString());
        return String.format(Locale.ROOT, "%06d", Long.parseLong(print.substring(0, 15), 16) % CODES);
    }

    /** As a voice says it: digit by digit. */
    public String spoken(UUID message) {
        return String.join(", ", of(message).split(""));
    }
}
