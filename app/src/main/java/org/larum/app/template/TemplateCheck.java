package org.larum.app.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.larum.app.template.Pebble.Unfit;
import org.larum.domain.shared.ChannelKind;
import org.larum.notifiers.channel.Message.Content;

/** Whether a template can be filled in, tried before it is kept: with everything that may be known, and with as little as there may be. */
public final class TemplateCheck {

    static final Map<String, Object> EXAMPLE = Map.ofEntries(
            Map.entry("number", 2047),
            Map.entry("severity", "critical"),
            Map.entry("title", "Payments fail"),
            Map.entry("service", "Checkout"),
            Map.entry("kind", "page"),
            Map.entry("turn", "step"),
            Map.entry("since", "2026-11-23 09:00"),
            Map.entry("said", "We are looking into it."),
            Map.entry("why", "you are on call by payments: step 1"),
            Map.entry("next", "Grace Hopper is asked at 09:05."),
            Map.entry("runbook", "https://wiki.example.com/checkout"),
            Map.entry("url", "https://larum.example.com/i/2047"),
            Map.entry("answer", "https://larum.example.com/a/token"),
            Map.entry("reader", "Ada Lovelace"),
            Map.entry("others", 3));

    private static final String ANSWER = "answer";

    private TemplateCheck() {}

    /** What is wrong with it, in a sentence; empty when nothing is. */
    public static Optional<String> flaw(ChannelKind channel, String part, String template) {
        boolean isHtml = part.equals("html");
        if (channel == ChannelKind.EMAIL && !part.equals("subject") && !template.contains(ANSWER)) {
            return Optional.of(
                    "This mail could not be answered. Write {{ answer }}, the address of the page with the button, somewhere.");
        }
        try {
            Pebble.fill(template, isHtml, EXAMPLE);
            Pebble.fill(template, isHtml, least());
            return Optional.empty();
        } catch (Unfit e) {
            return Optional.of("This template cannot be filled in: " + e.getMessage() + " It may say "
                    + String.join(", ", EXAMPLE.keySet().stream().sorted().toList()) + ".");
        }
    }

    /** What a template says; {@code flaw}: why it would not be kept. */
    public record Filled(@Nullable String words, @Nullable String flaw) {}

    /** @param content what it is filled in with; null for the example */
    public static Filled fill(ChannelKind channel, String part, String template, @Nullable Content content) {
        var flaw = flaw(channel, part, template).orElse(null);
        try {
            var facts = content == null ? EXAMPLE : Facts.of(content);
            return new Filled(Pebble.fill(template, part.equals("html"), facts), flaw);
        } catch (Unfit e) {
            return new Filled(null, flaw == null ? e.getMessage() : flaw);
        }
    }

    private static Map<String, Object> least() {
        var all = new HashMap<>(EXAMPLE);
        all.replaceAll((name, value) -> value instanceof Integer ? 0 : "");
        return all;
    }
}
