package org.larum.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.larum.app.intake.Fakes.bytes;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBodyTest {

    @ParameterizedTest
    @CsvSource({"32, true", "33, false"})
    void nestingIsLimited(int depth, boolean taken) {
        var json = bytes("[".repeat(depth) + "]".repeat(depth));
        if (taken) {
            assertThat(JsonBody.parse(json).json().isArray()).isTrue();
        } else {
            assertRefused(json, 400, "The JSON is nested deeper than 32 levels.");
        }
    }

    @Test
    void tokensAreLimited() {
        assertThat(JsonBody.parse(bytes("[" + "1,".repeat(49_997) + "1]"))
                        .json()
                        .size())
                .isEqualTo(49_998);
        assertRefused(bytes("[" + "1,".repeat(50_000) + "1]"), 413, "The body has more than 50,000 JSON tokens");
    }

    @Test
    void aBatchOf256AlertsWith20LabelsPasses() {
        var labels = IntStream.range(0, 20)
                .mapToObj(i -> "\"l%d\":\"v\"".formatted(i))
                .collect(Collectors.joining(","));
        var notes = labels.replace("\"l", "\"n");
        var alert = "{\"labels\":{%s},\"annotations\":{%s},\"startsAt\":\"\",\"endsAt\":\"\",\"generatorURL\":\"\"}"
                .formatted(labels, notes);
        var batch = bytes("[" + (alert + ",").repeat(255) + alert + "]");
        assertThat(batch.length).isLessThan(BodyReader.MOST_SENT);
        assertThat(JsonBody.parse(batch).json().size()).isEqualTo(256);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused(bytes("  "), 400, "The body is empty; send JSON.");
        assertRefused(bytes("null"), 400, "The body is null; send a JSON object or array.");
        assertRefused(bytes("{\"a\":1,\"a\":2}"), 400, "Duplicate");
        assertRefused(bytes("{\"a\":\n nope}"), 400, "(line 2, column");
        assertRefused(bytes("{"), 400, "expected close marker for Object (line 1, column");
    }

    @Test
    void gzipIsUnpackedWithinItsLimits() {
        var plain = bytes("{\"a\":1}");
        assertThat(BodyReader.unpacked(HostileBodies.gzip(plain), " GZIP ")).isEqualTo(plain);
        assertThat(BodyReader.unpacked(plain, null)).isEqualTo(plain);
        assertThatThrownBy(() -> BodyReader.unpacked(HostileBodies.gzip(new byte[5_000_000]), "gzip"))
                .isInstanceOfSatisfying(
                        BodyRefused.class, e -> assertThat(e.status()).isEqualTo(413));
    }

    @ParameterizedTest
    @MethodSource("org.larum.app.intake.HostileBodies#all")
    void onlyRefusalsComeOut(HostileBodies.Body body) {
        try {
            assertThat(JsonBody.parse(BodyReader.unpacked(body.sent(), body.encoding()))
                            .json())
                    .isNotNull();
        } catch (BodyRefused refused) {
            assertThat(refused.status()).isBetween(400, 499);
            assertThat(refused.sentence()).isNotBlank();
        }
    }

    private static void assertRefused(byte[] json, int status, String words) {
        assertThatThrownBy(() -> JsonBody.parse(json)).isInstanceOfSatisfying(BodyRefused.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.sentence()).contains(words);
        });
    }
}
