package org.larum.domain.directory;

import java.time.LocalTime;
import java.util.List;
import org.larum.domain.directory.DirectoryEvent.ReportDefined;
import org.larum.domain.shared.Severity;

/**
 * A report that comes again and again: what stands in it, when it is made, and who gets it. {@code at}: in {@code timeZone}, of the day
 * after its period.
 */
public record ReportPlan(
        ReportId id,
        String word,
        String title,
        Rhythm rhythm,
        LocalTime at,
        String timeZone,
        List<Part> sections,
        List<Format> formats,
        Readers recipients,
        Look brand,
        Filters filters)
        implements Definition {

    /** Daily, on Monday, on the first of the month; each of the time before. */
    public enum Rhythm {
        DAILY(LocalTime.of(6, 0)),
        WEEKLY(LocalTime.of(8, 0)),
        MONTHLY(LocalTime.of(6, 0));

        private final LocalTime usual;

        Rhythm(LocalTime usual) {
            this.usual = usual;
        }

        public LocalTime usual() {
            return usual;
        }
    }

    /** What a section is about. */
    public enum Part {
        SUMMARY,
        COURSE,
        SEVERITIES,
        SERVICES,
        TEAMS,
        LOAD,
        HOURS,
        NOISE,
        LOW,
        INCIDENTS
    }

    public enum Format {
        HTML,
        PDF,
        XLSX,
        PPTX
    }

    /** {@code addresses}: keyed fingerprints of addresses that lie in the sealed table. */
    public record Readers(List<PersonId> people, List<TeamId> teams, List<String> addresses) {}

    /** Whose report it says it is; {@code color} such as {@code #0a5fb4}. */
    public record Look(String name, String color) {}

    /** What it is about alone; an empty list narrows nothing. */
    public record Filters(List<TeamId> teams, List<ServiceId> services, List<Severity> severities) {}

    @Override
    public DirectoryEvent defined(int version, String origin) {
        return new ReportDefined(this, version, origin);
    }
}
