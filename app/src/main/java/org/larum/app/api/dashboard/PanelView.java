package org.larum.app.api.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one panel shows. {@code about}: what it is narrowed to by itself, null when by nothing; {@code picture}: how its first table is
 * drawn: figure, lines, bars, marks, heat or table; {@code note}: how to read it; {@code missing}: why there is nothing to show.
 */
public record PanelView(
        String show,
        String title,
        @Nullable String about,
        @Nullable String note,
        String picture,
        @Nullable PanelFigure figure,
        List<PanelTable> tables,
        @Nullable String missing) {

    /** {@code value}: null when it cannot be said; {@code href}: the list it was made of, null where nobody may open it. */
    public record PanelFigure(
            @Nullable Double value,
            @Nullable Double before,
            String unit,
            List<PanelNote> notes,
            @Nullable String href) {}

    /** {@code value} before the words; null for words alone. */
    public record PanelNote(@Nullable Double value, String unit, String words) {

        static PanelNote words(String words) {
            return new PanelNote(null, "text", words);
        }
    }

    /** {@code name}: of the file that it is saved as. */
    public record PanelTable(String name, List<String> columns, List<PanelRow> rows) {}

    public record PanelRow(List<PanelCell> cells, @Nullable String href) {

        static PanelRow of(@Nullable String href, PanelCell... cells) {
            return new PanelRow(List.of(cells), href);
        }
    }

    /** One of the two, or neither for what never was. {@code unit}: text, day, moment, severity, or that of the number. */
    public record PanelCell(@Nullable String text, @Nullable Double number, String unit) {

        static PanelCell text(String text) {
            return new PanelCell(text, null, "text");
        }

        static PanelCell severity(String word) {
            return new PanelCell(word, null, "severity");
        }

        static PanelCell day(Instant at) {
            return new PanelCell(at.toString(), null, "day");
        }

        static PanelCell moment(Instant at) {
            return new PanelCell(at.toString(), null, "moment");
        }

        static PanelCell count(long number) {
            return new PanelCell(null, (double) number, "count");
        }

        static PanelCell of(@Nullable Double number, String unit) {
            return new PanelCell(null, number, unit);
        }
    }
}
