package org.larum.app.template;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.notifiers.channel.Message.Content;

/** What templates may speak of: words and numbers. What is not known is empty. */
final class Facts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Facts() {}

    static Map<String, Object> of(Content content) {
        var subject = content.subject();
        var reader = content.reader();
        var facts = new HashMap<String, Object>();
        facts.put("number", subject.number());
        facts.put("severity", subject.severity().name().toLowerCase(Locale.ROOT));
        facts.put("title", subject.title());
        facts.put("service", subject.service());
        facts.put("kind", content.kind().name().toLowerCase(Locale.ROOT));
        facts.put("turn", content.turn());
        facts.put("since", TIME.format(subject.openedAt().atZone(reader.zone())));
        facts.put("said", text(content.said()));
        facts.put("why", text(subject.asked()));
        facts.put("next", text(subject.next()));
        facts.put("runbook", text(subject.runbook()));
        facts.put("url", reader.incident().toString());
        facts.put("answer", text(reader.answer()));
        facts.put("reader", text(reader.name()));
        facts.put("others", content.others() == null ? 0 : content.others().count());
        return facts;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }
}
