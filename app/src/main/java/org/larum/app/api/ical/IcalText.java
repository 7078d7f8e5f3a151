package org.larum.app.api.ical;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes iCalendar (RFC 5545). Pure: the same shifts are the same text, byte by byte. */
final class IcalText {

    private IcalText() {}

    /** {@code stamp}: when what is said of it was last changed. */
    record Entry(UUID id, Instant stamp, Instant from, Instant until, String summary, String description) {}

    static byte[] of(String name, List<Entry> entries) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Larum//On call//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        entries.forEach(entry -> calendar.add(event(entry)));
        var text = new StringWriter();
        try {
            // Not validated: one without any shift yet is a calendar too.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Entry entry) {
        var event = new VEvent(false);
        event.add(new Uid(entry.id() + "@larum"));
        event.add(new DtStamp(entry.stamp()));
        event.add(new DtStart<>(entry.from()));
        event.add(new DtEnd<>(entry.until()));
        event.add(new Summary(entry.summary()));
        event.add(new Description(entry.description()));
        // Somebody on call is free for everything else.
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
