package org.larum.projections.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.larum.domain.shared.Refusal;
import org.larum.projections.shared.Page.Asked;
import org.larum.projections.shared.Page.Positioned;

class PageTest {

    private static Page<Long> page(int found, int limit) {
        List<Positioned<Long>> rows = LongStream.rangeClosed(1, found)
                .mapToObj(i -> new Positioned<>(i, i * 10))
                .toList();
        return Page.of(rows, new Asked(limit, null));
    }

    @Test
    void aPageThatIsNotFullIsTheLast() {
        assertThat(page(0, 2)).isEqualTo(new Page<>(List.of(), null));
        assertThat(page(1, 2)).isEqualTo(new Page<>(List.of(1L), null));
        assertThat(page(2, 2)).isEqualTo(new Page<>(List.of(1L, 2L), null));
    }

    @Test
    void oneRowMoreThanAskedForMeansThatThereIsMore() {
        assertThat(page(3, 2).items()).containsExactly(1L, 2L);
        assertThat(Cursor.read(page(3, 2).next(), -1)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Long.MAX_VALUE, -1})
    void aCursorComesBackAsItWent(long position) {
        assertThat(Cursor.read(Cursor.write(position), 7)).isEqualTo(position);
    }

    @Test
    void withoutACursorItIsTheFirstPage() {
        assertThat(Cursor.read(null, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p1", "!!!", "cDE=x", "eDE", "cGFi"})
    void aCursorOfSomebodyElseIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.read(cursor, 7))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("bad_cursor"));
    }
}
