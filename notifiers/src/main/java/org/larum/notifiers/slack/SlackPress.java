package org.larum.notifiers.slack;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A button under a message. {@code id}: what Slack says was pressed; it stands in messages, so it never changes. */
public enum SlackPress {
    ACKNOWLEDGE("larum-acknowledge", "Acknowledge", "primary"),
    ESCALATE("larum-escalate", "Escalate", null),
    PASS("larum-pass", "Not for me", null),
    RESOLVE("larum-resolve", "Resolve", null),
    NOTE("larum-note", "Note", null);

    private final String id;
    private final String label;
    private final @Nullable String style;

    SlackPress(String id, String label, @Nullable String style) {
        this.id = id;
        this.label = label;
        this.style = style;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    @Nullable
    String style() {
        return style;
    }

    public static Optional<SlackPress> of(String id) {
        return Arrays.stream(values()).filter(press -> press.id.equals(id)).findFirst();
    }
}
