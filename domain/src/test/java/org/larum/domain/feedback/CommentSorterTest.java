package org.larum.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentSorterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The page was very slow to load                          | performance | speed
            Everything timed out and the CPU was at its limit       | performance | load
            I did not understand the description                    | usability   | wording
            Too many pages, again and again                         | usability   | noise
            Could not find the button on my phone                   | usability   | navigation
            The runbook link is missing                             | features    | runbook
            Please add an export                                    | features    | wish
            The text message never arrived, and the call failed too | reliability | delivery
            Paged the wrong person, it is not my service            | reliability | routing
            页面太慢，一直卡顿                                        | performance | speed
            标题看不懂，描述也不清楚                                  | usability   | wording
            希望增加图表功能                                          | features    | wish
            短信没收到，电话漏报                                      | reliability | delivery
            重复的噪音太多                                            | usability   | noise
            找错人了                                                  | reliability | routing
            Thanks                                                  | other       |
            """)
    void itIsAboutWhatItsWordsSay(String comment, String category, String tag) {
        var sorted = CommentSorter.sort(comment);
        assertThat(sorted.category()).isEqualTo(Category.valueOf(category.toUpperCase(Locale.ROOT)));
        if (tag == null) {
            assertThat(sorted.tags()).isEmpty();
        } else {
            assertThat(sorted.tags()).contains(tag);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Great, the runbook helped",
                "Not bad at all",
                "No problem this time",
                "It wasn't slow any more",
                "很清楚，谢谢",
                "不错",
                "一点也不卡",
                "非常好用",
            })
    void praise(String comment) {
        assertThat(CommentSorter.sort(comment).sentiment()).isPositive().isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Useless noise, hate it",
                "The title is not clear",
                "This isn’t very helpful",
                "Not good.",
                "It never works",
                "太慢了",
                "描述不清楚",
                "不是很好",
                "没有用，糟糕",
            })
    void blame(String comment) {
        assertThat(CommentSorter.sort(comment).sentiment()).isNegative().isGreaterThanOrEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "INC-1001", "We looked at the disk", "\u0000\uD83D", "👍", "...", "我们看了磁盘"})
    void neither(String comment) {
        assertThat(CommentSorter.sort(comment).sentiment()).isZero();
    }

    @Test
    void aNegationReachesNoFurtherThanItsThought() {
        assertThat(CommentSorter.sort("Not mine. Good page").sentiment()).isPositive();
        assertThat(CommentSorter.sort("不是我的，很好").sentiment()).isPositive();
    }

    @Test
    void strongerWordsWeighMore() {
        assertThat(CommentSorter.sort("terrible").sentiment())
                .isLessThan(CommentSorter.sort("bad").sentiment());
        assertThat(CommentSorter.sort("very good").sentiment())
                .isGreaterThan(CommentSorter.sort("good").sentiment())
                .isGreaterThan(CommentSorter.sort("not bad").sentiment());
    }

    @Test
    void whatIsSaidMostIsWhatItIsAbout() {
        var sorted = CommentSorter.sort("Slow. The text is unclear, the title is cryptic, and too many of them.");
        assertThat(sorted.category()).isEqualTo(Category.USABILITY);
        assertThat(sorted.tags()).containsExactly("wording", "noise");
    }
}
