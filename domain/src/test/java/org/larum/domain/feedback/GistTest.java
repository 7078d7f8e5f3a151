package org.larum.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GistTest {

    private static boolean alike(String a, String b) {
        return Gist.of(a).isLike(Gist.of(b)) && Gist.of(b).isLike(Gist.of(a));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The runbook link is missing            | runbook link missing!!
            THE RUNBOOK LINK IS MISSING.           | Missing: the link of the runbook
            Too many alerts from the checkout disk | too many alert from checkout disk again
            告警太多了                             | 告警太多
            缺少手册链接                           | 缺少手册链接！
            Thanks                                 | thanks
            """)
    void theSameInOtherWords(String a, String b) {
        assertThat(alike(a, b)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The runbook link is missing                         | The graph is missing
            The page was useful during this long outage tonight | The page was not useful during this long outage tonight
            Too slow                                            | Too many
            描述很清楚                                          | 描述不清楚
            ...                                                 | !!!
            """)
    void somethingElse(String a, String b) {
        assertThat(alike(a, b)).isFalse();
    }

    @Test
    void whatIsAlikeIsFoundByItsRareWords() {
        var random = new Random(7);
        var words = List.of("disk", "slow", "page", "checkout", "runbook", "link", "graph", "night", "alert", "mail");
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            var a = Gist.of(some(random, words));
            var b = Gist.of(some(random, words));
            if (a.isLike(b)) {
                assertThat(Collections.disjoint(a.rare(), b.rare())).isFalse();
                found++;
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    private static String some(Random random, List<String> words) {
        return String.join(
                " ",
                random.ints(1 + random.nextInt(9), 0, words.size())
                        .mapToObj(words::get)
                        .toList());
    }
}
