package org.larum.app.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class UnreadableTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Step(int minutes, String why) {}

    private record Body(List<Step> steps) {}

    private static String of(String text) {
        return Unreadable.sentence(new IllegalStateException(catchThrowable(() -> JSON.readValue(text, Body.class))));
    }

    @Test
    void anUnknownFieldIsNamedBesideThoseThatAreKnown() {
        assertThat(of("{\"steps\": [{\"minutes\": 1, \"reason\": 1}]}"))
                .isEqualTo("There is no field \"reason\" here. Nothing was changed. Write some of minutes, why.");
    }

    @Test
    void theWrongKindOfValueIsFoundByItsPath() {
        assertThat(of("{\"steps\": [{\"minutes\": \"soon\"}]}")).startsWith("\"steps[0].minutes\" cannot be read.");
    }

    @Test
    void whatIsNotJsonIsFoundByItsLine() {
        assertThat(of("{\"steps\":\n [}")).startsWith("The body is not JSON (line 2, column ");
    }

    @Test
    void aHostileNameIsCutAndPlain() {
        assertThat(of("{\"" + "x\\u001b".repeat(200) + "\": 1}"))
                .hasSizeLessThan(200)
                .doesNotContain("\u001b");
    }

    @Test
    void whatHasNoCauseIsStillASentence() {
        assertThat(Unreadable.sentence(new IllegalStateException())).startsWith("The request could not be read.");
    }
}
