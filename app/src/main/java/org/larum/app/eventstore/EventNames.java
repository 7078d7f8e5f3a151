package org.larum.app.eventstore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertEvent;
import org.larum.domain.correlation.CorrelationEvent;
import org.larum.domain.directory.DirectoryEvent;
import org.larum.domain.escalation.EscalationEvent;
import org.larum.domain.feedback.FeedbackEvent;
import org.larum.domain.improvement.ImprovementEvent;
import org.larum.domain.incident.IncidentEvent;
import org.larum.domain.major.MajorEvent;
import org.larum.domain.notification.NotificationEvent;
import org.larum.domain.postmortem.PostmortemEvent;
import org.larum.domain.reach.ReachEvent;
import org.larum.domain.report.ReportEvent;
import org.larum.domain.schedule.ScheduleEvent;
import org.larum.domain.shared.Event;
import org.larum.domain.sla.SlaEvent;
import org.larum.domain.slo.SloEvent;
import org.larum.domain.status.StatusEvent;
import org.larum.domain.suppression.SuppressionEvent;
import org.larum.domain.webhook.WebhookEvent;

/** The logical name of every event, such as {@code alert.AlertRaised}, from the sealed roots: a class may move, a name may not. */
public final class EventNames {

    static final List<Class<? extends Event>> ROOTS = List.of(
            AlertEvent.class,
            SuppressionEvent.class,
            CorrelationEvent.class,
            IncidentEvent.class,
            EscalationEvent.class,
            ReachEvent.class,
            MajorEvent.class,
            SlaEvent.class,
            FeedbackEvent.class,
            SloEvent.class,
            NotificationEvent.class,
            WebhookEvent.class,
            DirectoryEvent.class,
            StatusEvent.class,
            ScheduleEvent.class,
            PostmortemEvent.class,
            ImprovementEvent.class,
            ReportEvent.class);

    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, String> BY_TYPE = new LinkedHashMap<>();

    static {
        for (var root : ROOTS) {
            for (var type : leaves(root)) {
                var name = root.getPackageName().replaceFirst(".*\\.", "") + "." + type.getSimpleName();
                BY_NAME.put(name, type);
                BY_TYPE.put(type, name);
            }
        }
    }

    private EventNames() {}

    public static Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** Null for what is no event. */
    static @Nullable Class<?> named(String name) {
        return BY_NAME.get(name);
    }

    public static String of(Class<?> type) {
        var name = BY_TYPE.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is not an event of any room");
        }
        return name;
    }

    public static boolean isEvent(Class<?> type) {
        return BY_TYPE.containsKey(type);
    }

    public static String revision(Class<?> type) {
        return type.getAnnotation(Revision.class).value();
    }

    private static List<Class<?>> leaves(Class<?> root) {
        var found = new ArrayList<Class<?>>();
        for (var type : root.getPermittedSubclasses()) {
            if (type.isSealed()) {
                found.addAll(leaves(type));
            } else {
                found.add(type);
            }
        }
        return found;
    }
}
