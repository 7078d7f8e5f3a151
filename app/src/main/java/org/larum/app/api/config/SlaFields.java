package org.larum.app.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.larum.domain.directory.Calendar;
import org.larum.domain.directory.Definition.SlaRule;
import org.larum.domain.directory.Promise;
import org.larum.domain.directory.ServiceId;

/** What is promised, in the fields of the file. */
final class SlaFields {

    private SlaFields() {}

    /** {@code word}: what the file calls a service. */
    static Map<String, Object> of(SlaRule rule, Function<ServiceId, String> word) {
        var fields = promise(rule.usual());
        var services = new LinkedHashMap<String, Object>();
        rule.services().forEach(special -> services.put(word.apply(special.service()), promise(special.promise())));
        if (!services.isEmpty()) {
            fields.put("services", services);
        }
        var calendars = new LinkedHashMap<String, Object>();
        rule.calendars().forEach(calendar -> calendars.put(calendar.word(), calendar(calendar)));
        if (!calendars.isEmpty()) {
            fields.put("calendars", calendars);
        }
        return fields;
    }

    private static Map<String, Object> promise(Promise promise) {
        var goals = new LinkedHashMap<String, Object>();
        for (var goal : promise.goals()) {
            var times = new LinkedHashMap<String, Object>();
            times.put("answer", time(goal.answer()));
            times.put("resolve", time(goal.resolve()));
            goals.put(goal.severity().name().toLowerCase(Locale.ROOT), times);
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("severities", goals);
        fields.put("calendar", promise.calendar().word());
        var pauses = new ArrayList<String>();
        if (promise.snoozed()) {
            pauses.add(SlaReader.SNOOZED);
        }
        if (promise.silenced()) {
            pauses.add(SlaReader.SILENCED);
        }
        fields.put("pause", pauses);
        return fields;
    }

    private static String time(@Nullable Duration time) {
        return time == null ? SlaReader.NONE : Pause.write(time);
    }

    private static Map<String, Object> calendar(Calendar calendar) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("timeZone", calendar.timeZone());
        fields.put("hours", Watches.write(calendar.hours()));
        if (!calendar.holidays().isEmpty()) {
            fields.put(
                    "holidays",
                    calendar.holidays().stream().map(String::valueOf).toList());
        }
        return fields;
    }
}
