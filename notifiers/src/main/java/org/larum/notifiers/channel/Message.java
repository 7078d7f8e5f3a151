package org.larum.notifiers.channel;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.larum.domain.incident.IncidentId;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.Severity;

/** One thing to tell one recipient. {@code id} stays the same for every attempt, so that a provider can drop a copy. */
public record Message(NotificationId id, int attempt, Destination to, Told content) {

    /** What is said: of an incident, or something else. */
    public sealed interface Told permits Content, Notice {}

    /** {@code text} is whole sentences; {@code page}: where to go on. {@code isTest}: it is sent to see whether it arrives, and says nothing else. */
    public record Notice(
            String title, String text, URI page, @Nullable String reader, Instant at, boolean isTest) implements Told {

        public Notice(String title, String text, URI page, @Nullable String reader, Instant at) {
            this(title, text, page, reader, at, false);
        }
    }

    /**
     * {@code turn}: what happened, in a word: "step", "exhausted", "triggered", "acknowledged", "resolved",
     * "reopened", "mitigated", "expired", "merged", "major", "stood-down", "update", "update-due". {@code said}: the words of a
     * person that came with it; null when it speaks for itself. {@code others}: the incidents that the same message tells of; null when
     * it is alone.
     */
    public record Content(
            NotificationKind kind,
            String turn,
            Subject subject,
            Reader reader,
            Instant at,
            @Nullable String said,
            @Nullable Others others)
            implements Told {

        public Content(
                NotificationKind kind, String turn, Subject subject, Reader reader, Instant at, @Nullable String said) {
            this(kind, turn, subject, reader, at, said, null);
        }

        public Content(NotificationKind kind, String turn, Subject subject, Reader reader, Instant at) {
            this(kind, turn, subject, reader, at, null);
        }
    }

    /** {@code count}: how many they are; {@code worst}: some of them, the most urgent first. */
    public record Others(int count, List<Subject> worst) {

        /** In few words. */
        public String more() {
            return "and " + count + " more";
        }
    }

    /**
     * {@code next}: what happens if nobody answers, as a sentence in the reader's time; null when nothing does. {@code asked}: why it is
     * this reader who is asked; null when no answer is wanted.
     */
    public record Subject(
            IncidentId incident,
            int number,
            Severity severity,
            String title,
            String service,
            Instant openedAt,
            @Nullable String next,
            @Nullable URI runbook,
            @Nullable String asked) {}

    /** {@code answer}: the page to acknowledge on, made for this reader alone; null for machines. */
    public record Reader(
            @Nullable String name,
            ZoneId zone,
            URI incident,
            @Nullable URI answer) {

        /** Whoever reads the answer's address can answer. */
        @Override
        public String toString() {
            return "Reader[" + zone + ", " + incident + "]";
        }
    }
}
