package org.larum.notifiers.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;

/** From whom and to whom, as the mail server is told: one bare ASCII address each. */
record Envelope(String from, String to) {

    private static final int LONGEST = 254;

    /** Everything behind the last at sign. */
    String fromDomain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /**
     * The address as it goes over the wire; empty if none can be made of the text. Strict, because the library cuts
     * every character to its low byte: a harmless looking letter could become a line break.
     */
    static Optional<String> address(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            String address = text.substring(0, at) + "@" + domain;
            new InternetAddress(address, true).validate();
            return isPlain(address) ? Optional.of(address) : Optional.empty();
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String address) {
        return address.length() <= LONGEST && address.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
    }
}
