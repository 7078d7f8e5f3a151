package org.larum.app.api.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.larum.domain.directory.DirectoryExamples;
import org.larum.domain.shared.ChannelKind;

class WaysTest {

    @ParameterizedTest
    @CsvSource({"+447700900123, +44 … 0123", "+3726601, … 01", "12, … 12"})
    void theMiddleOfANumberIsHidden(String phone, String shown) {
        assertThat(Ways.hidden(phone)).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PUSH")
    void whatTheHouseHasNotIsMissing(ChannelKind channel) {
        assertThat(Ways.missing(channel, DirectoryExamples.ada(), Set.of())).startsWith("Not set up in this house");
    }

    @Test
    void whatSomebodyNeedsIsMissing() {
        var all = Set.of(ChannelKind.values());
        assertThat(Ways.missing(ChannelKind.SMS, DirectoryExamples.ada(), all)).contains("no number");
        assertThat(Ways.missing(ChannelKind.EMAIL, DirectoryExamples.linus(), all))
                .contains("no e-mail address");
        assertThat(Ways.missing(ChannelKind.EMAIL, DirectoryExamples.ada(), all))
                .isNull();
        assertThat(Ways.missing(ChannelKind.PUSH, DirectoryExamples.ada(), all)).isNull();
        assertThat(Ways.missing(ChannelKind.PUSH, DirectoryExamples.ada(), Set.of()))
                .contains("No device of yours");
    }
}
