package org.larum.app.api.schedule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.larum.app.api.schedule.PlanView.PlanLoad;

/** Hours on call as a file. What somebody is called is text, whatever it looks like: no program takes it for a formula. */
enum HoursSheet {
    CSV("csv", "text/csv;charset=utf-8") {
        @Override
        byte[] of(PlanView plan) {
            return rows(plan).stream()
                    .map(row -> row.stream().map(HoursSheet::cell).collect(Collectors.joining(",", "", "\r\n")))
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        byte[] of(PlanView plan) {
            var out = new ByteArrayOutputStream();
            try (var book = new Workbook(out, "Larum", "1.0")) {
                var sheet = book.newWorksheet("Hours");
                var rows = rows(plan);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        switch (rows.get(row).get(column)) {
                            case Number number -> sheet.value(row, column, number);
                            case Object text -> sheet.value(row, column, text.toString());
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    };

    private static final List<Object> HEAD = List.of(
            "person",
            "schedule",
            "from",
            "until",
            "shifts",
            "hours",
            "night hours",
            "weekend hours",
            "holiday hours",
            "nights");

    private final String ending;
    private final String type;

    HoursSheet(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    abstract byte[] of(PlanView plan);

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }

    private static List<List<Object>> rows(PlanView plan) {
        var rows = new ArrayList<List<Object>>();
        rows.add(HEAD);
        plan.load().forEach(load -> rows.add(row(plan, load)));
        return rows;
    }

    private static List<Object> row(PlanView plan, PlanLoad load) {
        return List.of(
                load.person().name(),
                plan.schedule().name(),
                plan.from().toString(),
                plan.until().toString(),
                load.shifts(),
                hours(load.all()),
                hours(load.night()),
                hours(load.weekend()),
                hours(load.holiday()),
                load.nights());
    }

    /** To the hundredth. */
    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static String cell(Object value) {
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    /** Text that a spreadsheet would take for a formula is told that it is text. */
    static String quoted(String text) {
        boolean isLikeFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (isLikeFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
