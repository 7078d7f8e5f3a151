package org.larum.notifiers.channel;

import java.util.Locale;

/** How a chat wants to be told over HTTP. Append only: it stands in configurations, in small letters. */
public enum ChatFormat {
    SLACK,
    MATTERMOST,
    TEAMS,
    DISCORD,
    GOOGLE_CHAT,
    NTFY,
    TELEGRAM,
    MATRIX;

    public static ChatFormat of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whoever knows the address may write there; otherwise it takes a token. */
    public boolean isAddressSecret() {
        return this != MATRIX;
    }

    /** The address leads to many rooms. */
    public boolean hasRooms() {
        return this == TELEGRAM || this == MATRIX;
    }
}
