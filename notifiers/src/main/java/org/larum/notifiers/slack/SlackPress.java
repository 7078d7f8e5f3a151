package org.larum.notifiers.slack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A button under a message. {@code id}: what Slack says was pressed; it stands in messages, so it never changes. */
public enum SlackPress {
    ACKNOWLEDGE("larum-acknowledge", "Acknowledge", "primary"),
    ESCALATE("larum-escalate", "Escalate", null),
    PASS("larum-pass", "Not for me", null),
    RESOLVE("larum-resolve", "Resolve", null),
    NOTE("larum-note", "Note", null),
    USEFUL("larum-useful", "Useful page", null),
    NOISE("larum-noise", "Noise", null),
    WRONG_PERSON("larum-wrong-person", "Wrong person", null);

    /** Whether it was worth being paged: who was says it afterwards. */
    public static final List<SlackPress> RATINGS = List.of(USEFUL, NOISE, WRONG_PERSON);

    private final String id;
    private final String label;
    private final @Nullable String style;

    SlackPress(String id, String label, @Nullable String style) {
        this.id = id;
        this.label = label;
        this.style = style;
    }

    public String id() {
        return id;
    }

    public String label() {
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
