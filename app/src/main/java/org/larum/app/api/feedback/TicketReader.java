package org.larum.app.api.feedback;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.feedback.TicketController.TicketWish;
import org.larum.domain.shared.Refusal;

/** Tickets as a spreadsheet saves them: the first line names the columns, in any order; others than those that are known are passed over. */
final class TicketReader {

    static final int MOST = 1000;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private TicketReader() {}

    static List<TicketWish> read(String file) {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        try (var records = FORMAT.parse(new StringReader(text))) {
            for (var column : List.of("number", "text")) {
                if (!records.getHeaderMap().containsKey(column)) {
                    throw bad("It has no column \"" + column
                            + "\". Its first line names the columns: number,text,service,at,source.");
                }
            }
            var wishes = new ArrayList<TicketWish>();
            for (var row : records) {
                if (wishes.size() == MOST) {
                    throw tooMany();
                }
                wishes.add(new TicketWish(
                        cell(row, "number"),
                        cell(row, "source"),
                        cell(row, "service"),
                        cell(row, "text"),
                        cell(row, "at")));
            }
            return wishes;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw bad(
                    "It is not what a spreadsheet saves as CSV: a quotation mark has no other, or two columns have one name.");
        }
    }

    private static @Nullable String cell(CSVRecord row, String column) {
        return row.isSet(column) && !row.get(column).isBlank() ? row.get(column) : null;
    }

    private static Refusal bad(String why) {
        return new Refusal(
                Refusal.Kind.INVALID, "bad_tickets", "These tickets cannot be read. " + why + " Nothing was taken.");
    }

    static Refusal tooMany() {
        return bad("There are more than " + MOST + ". Send them in parts; a ticket that comes twice is one.");
    }
}
