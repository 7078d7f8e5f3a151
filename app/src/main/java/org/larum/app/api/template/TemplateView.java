package org.larum.app.api.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What templates would say; null for a part that has none or cannot be filled in. {@code mistakes}: why it would not be kept. */
public record TemplateView(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        List<TemplateMistake> mistakes) {

    public record TemplateMistake(String part, String message) {}
}
