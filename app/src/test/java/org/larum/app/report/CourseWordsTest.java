package org.larum.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.larum.reports.report.Block;

class CourseWordsTest {

    private static List<Block> words(int count, java.util.function.IntToDoubleFunction value) {
        var labels = IntStream.range(0, count).mapToObj("day %d"::formatted).toList();
        return new CourseWords("incidents", "day", labels)
                .of(IntStream.range(0, count).mapToDouble(value).boxed().toList());
    }

    @Test
    void weekIsTooShortToSayAnything() {
        assertThat(words(7, day -> day)).containsExactly(new Block.Lacking("Trend of incidents", 7, 10, "days"));
    }

    @Test
    void riseIsToldWithItsSlope() {
        assertThat(words(20, day -> 2 * day).getFirst())
                .isEqualTo(new Block.Paragraph("There are more incidents: by 2.0 each day (Sen; Mann-Kendall, 5 %)."));
    }

    @Test
    void newLevelIsToldWithItsDay() {
        assertThat(words(30, day -> (day < 15 ? 2 : 12) + day % 2))
                .contains(new Block.Paragraph("From day 15 on there were 12.5 incidents each day, 2.5 before."));
    }

    @Test
    void weekThatComesBackIsTold() {
        assertThat(words(42, day -> day % 7 < 5 ? 9 : 1))
                .contains(new Block.Paragraph("100 % of what they vary by comes back with the day of the week."));
    }
}
